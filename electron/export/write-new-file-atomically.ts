import { randomBytes } from 'node:crypto';
import * as realFiles from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import {
  type FileContent,
  type FileSystem,
  problemOf,
  syncFolder,
  writeAll,
  type WrittenFile,
} from './write-file-atomically.ts';

/** The calls of `node:fs/promises` that writing a new file needs; tests let them fail. */
export type NewFileSystem = FileSystem & Pick<typeof realFiles, 'link'>;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** `false` where something has that name already. */
async function takeName(files: NewFileSystem, temporary: string, file: string): Promise<boolean> {
  try {
    // Unlike a rename, a link never takes the place of a file.
    await files.link(temporary, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // Disks in the formats of cameras and sticks have no links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
  }
  const isTaken = await files.stat(file).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  );
  if (!isTaken) await files.rename(temporary, file);
  return !isTaken;
}

/**
 * Writes a new file into a folder as a whole or not at all, under the first of `names` that is free.
 * No file that is there is ever replaced.
 */
export async function writeNewFileAtomically(
  folder: string,
  names: Iterable<string>,
  content: FileContent,
  files: NewFileSystem = realFiles,
): Promise<Result<WrittenFile, Problem>> {
  const temporary = path.join(folder, `.readout-${randomBytes(8).toString('hex')}.tmp`);
  let file = temporary;
  try {
    const byteLength = await writeAll(files, temporary, content, null);
    for (const name of names) {
      file = path.join(folder, name);
      if (!(await takeName(files, temporary, file))) continue;
      await syncFolder(files, folder).catch(() => undefined);
      return success({ path: file, byteLength });
    }
    throw new Error('Every name for it is taken.');
  } catch (error) {
    return failure(problemOf(error, file));
  } finally {
    await files.rm(temporary, { force: true }).catch(() => undefined);
  }
}
