import { randomBytes } from 'node:crypto';
import * as realFiles from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';

/** The calls of `node:fs/promises` that writing needs; tests let them fail. */
export type FileSystem = Pick<typeof realFiles, 'open' | 'realpath' | 'rename' | 'rm' | 'stat'>;

export interface WrittenFile {
  readonly path: string;
  readonly byteLength: number;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space or choose another folder.',
  EDQUOT: 'Your share of the disk is full. Free some space or choose another folder.',
  EACCES: 'You may not write there. Choose another folder.',
  EPERM: 'You may not write there. Choose another folder.',
  EROFS: 'The disk can only be read. Choose another folder.',
  ENOENT: 'The folder is not there. Choose another one.',
  ENOTDIR: 'The folder is not there. Choose another one.',
  EISDIR: 'A folder has that name. Choose another name.',
  ENAMETOOLONG: 'The name is too long. Choose a shorter one.',
};

/** What the reader is told of an error of the system. */
export function problemOf(error: unknown, file: string): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return {
    kind: 'unwritable',
    message: `${file} was not written, and nothing was changed. ${reason}`,
  };
}

/** What a file is to hold: at once, or piece by piece. Text is written as UTF-8. */
export type FileContent = Uint8Array | AsyncIterable<string | Uint8Array>;

/** Small pieces are gathered up to this, in bytes. */
const writtenAtOnce = 256 * 1024;

async function* chunksOf(content: FileContent): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    gathered.push(bytes);
    length += bytes.length;
    if (length < writtenAtOnce) continue;
    yield Buffer.concat(gathered);
    gathered = [];
    length = 0;
  }
  yield Buffer.concat(gathered);
}

async function writeChunk(handle: realFiles.FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    // A full disk may take only a part of it without an error.
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written);
    if (bytesWritten === 0)
      throw Object.assign(new Error('Nothing more is taken.'), { code: 'ENOSPC' });
    written += bytesWritten;
  }
}

/**
 * Writes a new file and answers its length in bytes. `mode`: the permissions it must have; `null` for
 * those of any new file.
 */
export async function writeAll(
  files: FileSystem,
  file: string,
  content: FileContent,
  mode: number | null,
): Promise<number> {
  const handle = await files.open(file, 'wx', mode ?? 0o644);
  try {
    // What the process masks out of new files must not narrow an old one's permissions.
    if (mode !== null) await handle.chmod(mode);
    let length = 0;
    for await (const bytes of chunksOf(content)) {
      await writeChunk(handle, bytes);
      length += bytes.length;
    }
    await handle.sync();
    const { size } = await handle.stat();
    if (size !== length) throw new Error(`${size} bytes of ${length} are there.`);
    return length;
  } finally {
    await handle.close();
  }
}

/** Makes a rename or a new name in a folder durable. */
export async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  // Windows cannot open folders, and keeps a rename without that.
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** The permissions of the file that will be replaced; `null` where there is none. */
async function modeOf(files: FileSystem, file: string): Promise<number | null> {
  const existing = await files.stat(file).catch(() => null);
  if (existing === null) return null;
  if (existing.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
  // Such as /dev/null, which the new file would replace.
  if (!existing.isFile()) throw new Error('That is no regular file. Choose another name.');
  return existing.mode & 0o777;
}

/**
 * Writes a file as a whole or not at all: into a temporary file of the same folder, which takes the
 * name only when it is complete and on the disk. After a failure the old file is as it was, and a
 * new one has its permissions. A link is followed, so that it stays one.
 */
export async function writeFileAtomically(
  file: string,
  content: FileContent,
  files: FileSystem = realFiles,
): Promise<Result<WrittenFile, Problem>> {
  const target = await files.realpath(file).catch(() => path.resolve(file));
  const folder = path.dirname(target);
  const temporary = path.join(folder, `.readout-${randomBytes(8).toString('hex')}.tmp`);
  try {
    const byteLength = await writeAll(files, temporary, content, await modeOf(files, target));
    await files.rename(temporary, target);
    // The file is there by now: a folder that may not be opened must not be called a failure.
    await syncFolder(files, folder).catch(() => undefined);
    return success({ path: target, byteLength });
  } catch (error) {
    await files.rm(temporary, { force: true }).catch(() => undefined);
    return failure(problemOf(error, target));
  }
}
