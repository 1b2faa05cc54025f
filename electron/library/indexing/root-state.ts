import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Root, RootStatus } from '../../shared/model/listing.ts';
import { fileProblem } from '../file-problem.ts';

/** Whether a root can be looked through. */
export type RootState = Pick<RootStatus, 'state' | 'message'>;

/** A root's folder without links in its path and the device it is on, or why it cannot be had. */
export type RootFound =
  | { readonly kind: 'present'; readonly folder: string; readonly device: number }
  | { readonly kind: 'absent'; readonly state: RootState };

function absent(state: 'gone' | 'unreadable', message: string): RootFound {
  return { kind: 'absent', state: { state, message } };
}

/**
 * Looks whether a root is there. Where a disk was mounted and is not any more, its empty folder may
 * remain: a folder that is empty, though briefings of it are listed and it was on another device
 * when they were, is gone.
 *
 * @param known the device when it was last looked through, where it has briefings; else `null`.
 */
export function findRoot({ path }: Root, known: number | null): RootFound {
  try {
    const folder = realpathSync(path);
    const isEmpty = readdirSync(folder).length === 0;
    accessSync(folder, constants.R_OK | constants.X_OK);
    const device = statSync(folder).dev;
    if (isEmpty && known !== null && known !== device) {
      return absent(
        'gone',
        `The disk of ${path} is not connected. Its briefings are kept as they were.`,
      );
    }
    return { kind: 'present', folder, device };
  } catch (error) {
    const { kind, message } = fileProblem(error, path);
    if (kind !== 'missing') return absent('unreadable', message);
    return absent(
      'gone',
      `${path} is not there. Connect its disk, or remove the folder from the library; its briefings are kept as they were.`,
    );
  }
}
