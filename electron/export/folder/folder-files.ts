import { constants } from 'node:fs';
import type * as realFiles from 'node:fs/promises';
import path from 'node:path';
import type { NewFileSystem } from '../write-new-file-atomically.ts';

/** The calls of `node:fs/promises` that exporting to a folder needs; tests let them fail. */
export type FolderFileSystem = NewFileSystem & Pick<typeof realFiles, 'lstat' | 'readdir'>;

/** What tells whether a file was written to since it was read. */
export type Stamp = string;

/**
 * What stands under a name: nothing, a text, or something that is not ours to touch, such as a link, a
 * folder, or a file that is no UTF-8.
 */
export type FolderFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'other' }
  | { readonly kind: 'text'; readonly text: string; readonly stamp: Stamp };

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

async function stampOf(files: FolderFileSystem, file: string): Promise<Stamp | null> {
  const stats = await files.lstat(file, { bigint: true });
  if (!stats.isFile()) return null;
  return [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ');
}

/** Whether a file is what it was when it was read. */
export async function isUntouched(
  files: FolderFileSystem,
  file: string,
  stamp: Stamp,
): Promise<boolean> {
  return (await stampOf(files, file)) === stamp;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function readBytes(files: FolderFileSystem, file: string): Promise<Uint8Array> {
  // Windows has no such flag: there, the check before has to do.
  const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;
  const handle = await files.open(file, constants.O_RDONLY | noFollow);
  return handle.readFile().finally(() => handle.close());
}

/** Reads a file of a folder. @throws the system's error where it may not be read. */
export async function readFolderFile(files: FolderFileSystem, file: string): Promise<FolderFile> {
  try {
    const stamp = await stampOf(files, file);
    if (stamp === null) return { kind: 'other' };
    const text = decode(await readBytes(files, file));
    return text === null ? { kind: 'other' } : { kind: 'text', text, stamp };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return { kind: 'absent' };
    if (isCode(error, 'ELOOP')) return { kind: 'other' };
    throw error;
  }
}

/** Names that systems without upper and lower case take for the same. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** What an interrupted export may have left is older than this, in milliseconds. */
const abandonedAfter = 60 * 60 * 1000;

/** Removes the temporary files that an interrupted export left in a folder long ago. */
export async function sweepFolder(files: FolderFileSystem, folder: string): Promise<void> {
  for (const name of await files.readdir(folder)) {
    if (!/^\.readout-[\da-f]{16}\.tmp$/.test(name)) continue;
    const file = path.join(folder, name);
    const stats = await files.lstat(file).catch(() => null);
    if (stats?.isFile() === true && Date.now() - stats.mtimeMs > abandonedAfter)
      await files.rm(file, { force: true });
  }
}
