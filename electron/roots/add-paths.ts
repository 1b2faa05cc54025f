import { stat } from 'node:fs/promises';
import { createOrder } from '../in-order.ts';
import type { Library } from '../library/library.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import type { RootStore } from './root-store.ts';

export interface AddPathsOptions {
  readonly roots: RootStore;
  readonly library: Pick<Library, 'readNow' | 'setRoots'>;
  /** A file was given: its briefing is to be shown. Called once, with the first one. */
  readonly open: (briefingId: string) => void;
}

/** How many folders are in the library now that were not before, and how many files were read. */
export interface Added {
  readonly added: number;
}

/** Adds folders to the library and reads files, by their absolute paths. */
export type AddPaths = (paths: readonly string[]) => Promise<Result<Added, Problem>>;

type Kind = 'folder' | 'file';

async function kindOf(place: string): Promise<Result<Kind, Problem>> {
  const found = await stat(place).catch(() => null);
  if (found?.isDirectory() === true) return success('folder');
  if (found?.isFile() === true) return success('file');
  const message =
    found === null
      ? `${place} is not there, or it may not be read. Check its name and its permissions.`
      : `${place} is neither a file nor a folder, so it was left out.`;
  return failure({ kind: found === null ? 'missing' : 'unreadable', message });
}

/** What became of one path: `false` where there was nothing to do. */
type Outcome = Result<{ readonly isAdded: boolean; readonly briefingId: string | null }, Problem>;

async function addFolder(folder: string, { roots, library }: AddPathsOptions): Promise<Outcome> {
  const added = roots.addFolder(folder);
  if (!added.ok) return added;
  if (added.value) await library.setRoots(roots.all());
  return success({ isAdded: added.value, briefingId: null });
}

async function addFile(file: string, { roots, library }: AddPathsOptions): Promise<Outcome> {
  const known = await library.readNow(file);
  if (known !== null) return success({ isAdded: true, briefingId: known });
  const added = roots.addFile(file);
  if (!added.ok) return added;
  await library.setRoots(roots.all());
  const briefingId = await library.readNow(file);
  if (briefingId !== null) return success({ isAdded: true, briefingId });
  const message = `${file} could not be read into the library. Add its folder to the library instead.`;
  return failure({ kind: 'unreadable', message });
}

async function addOne(place: string, options: AddPathsOptions): Promise<Outcome> {
  const kind = await kindOf(place);
  if (!kind.ok) return kind;
  return kind.value === 'folder' ? addFolder(place, options) : addFile(place, options);
}

/** The first problem, and how many more there are. */
function combine([first, ...others]: readonly Problem[]): Problem | null {
  if (first === undefined || others.length === 0) return first ?? null;
  return { ...first, message: `${first.message} (${others.length} more could not be added.)` };
}

/**
 * A folder becomes one of the library. A file of such a folder is read at once; one from elsewhere
 * makes its folder one of the library, of which only the files that were given are read: a copy
 * would go stale, and files are never moved. Where some paths cannot be added, the others are, and
 * the problem is the answer.
 */
export function createAddPaths(options: AddPathsOptions): AddPaths {
  const inOrder = createOrder();
  return (paths) =>
    inOrder(async () => {
      const problems: Problem[] = [];
      let added = 0;
      let isOpened = false;
      for (const place of new Set(paths)) {
        const outcome = await addOne(place, options);
        if (!outcome.ok) {
          problems.push(outcome.problem);
          continue;
        }
        const { isAdded, briefingId } = outcome.value;
        if (isAdded) added += 1;
        if (briefingId === null || isOpened) continue;
        isOpened = true;
        options.open(briefingId);
      }
      const problem = combine(problems);
      return problem === null ? success({ added }) : failure(problem);
    });
}
