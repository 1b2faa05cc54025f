import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../shared/model/problem.ts';
import { fileProblem } from './file-problem.ts';
import { isMediaFolder } from './media-folder.ts';

/** A file or folder that a scan came across. */
export type Found =
  | {
      readonly kind: 'file';
      /** Absolute, without links in it. */
      readonly path: string;
      readonly byteLength: number;
      /** Milliseconds since the Unix epoch. */
      readonly modifiedAt: number;
    }
  | { readonly kind: 'problem'; readonly path: string; readonly problem: Problem };

/** The file name endings that are read, in lower case. */
const formats: ReadonlySet<string> = new Set(['.txt']);

function isBriefingName(name: string): boolean {
  return !name.startsWith('.') && formats.has(path.extname(name).toLowerCase());
}

function isSearched(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules' && !isMediaFolder(name);
}

function notAFile(file: string): Found {
  const message = `${file} is a link or a device, not a file. Put the file itself into the folder.`;
  return { kind: 'problem', path: file, problem: { kind: 'unreadable', message } };
}

async function inspect(file: string): Promise<Found> {
  try {
    const found = await lstat(file);
    if (!found.isFile()) return notAFile(file);
    return { kind: 'file', path: file, byteLength: found.size, modifiedAt: found.mtimeMs };
  } catch (error) {
    return { kind: 'problem', path: file, problem: fileProblem(error, file) };
  }
}

/**
 * Walks a folder and its subfolders in the order of names. Links are not followed, so there are no
 * loops and no way out of the root; nothing is opened, so a FIFO cannot block.
 *
 * @throws the file system's error if the root itself cannot be read.
 */
export async function* scan(root: string): AsyncGenerator<Found> {
  const start = await realpath(root);
  await readdir(start);
  yield* scanFolder(start);
}

async function* scanFolder(folder: string): AsyncGenerator<Found> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { kind: 'problem', path: folder, problem: fileProblem(error, folder) };
    return;
  }
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (isSearched(entry.name)) yield* scanFolder(place);
    } else if (isBriefingName(entry.name)) yield await inspect(place);
  }
}
