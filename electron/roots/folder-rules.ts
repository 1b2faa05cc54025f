import path from 'node:path';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { exactPattern } from './exact-pattern.ts';

function isWithin(place: string, folder: string): boolean {
  const relative = path.relative(folder, place);
  return relative === '' || !(relative.startsWith('..') || path.isAbsolute(relative));
}

function refuse(message: string): Result<never, Problem> {
  return failure({ kind: 'unreadable', message });
}

/**
 * Which files a new folder of the library leaves out from the beginning, as globs: the app's own,
 * which change whenever it reads something. A whole disk and the folder of the app's own files are
 * refused.
 *
 * @param folder absolute and normalised, as is `profile`, the folder of the app's own files.
 */
export function firstExclusions(
  folder: string,
  profile: string,
): Result<readonly string[], Problem> {
  if (path.dirname(folder) === folder) {
    return refuse(
      `${folder} is a whole disk, with the system's files in it. Choose the folder on it that has the briefings.`,
    );
  }
  if (isWithin(folder, profile)) {
    return refuse(
      `${folder} has Readout's own files. Choose another folder, or move the briefings to one.`,
    );
  }
  if (!isWithin(profile, folder)) return success([]);
  return success([exactPattern(path.relative(folder, profile).split(path.sep).join('/'))]);
}
