import { createHash } from 'node:crypto';
import path from 'node:path';
import type { FileOutcome } from '../../shared/model/export.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { writeFileAtomically } from '../write-file-atomically.ts';
import { writeNewFileAtomically } from '../write-new-file-atomically.ts';
import type { ExportRecord } from './export-record.ts';
import type { FolderIndex } from './find-file.ts';
import { type FolderFileSystem, isUntouched, readFolderFile, type Stamp } from './folder-files.ts';
import { mergeText } from './merge-text.ts';

/** One briefing as it is exported now. */
export interface ExportedFile {
  readonly briefingId: string;
  /** What its file is called if it has none yet: a safe name with its extension. */
  readonly name: string;
  readonly text: string;
}

/** What exporting a file works with. */
export interface FolderExport {
  /** The absolute path without links. */
  readonly folder: string;
  readonly record: ExportRecord;
  readonly index: FolderIndex;
  readonly files: FolderFileSystem;
}

/** So often a file is merged again that another program writes to at the same time. */
const attempts = 5;

/** So many numbers are tried behind a name that others have. */
const largestNumber = 10_000;

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function unreadable(error: unknown, file: string): Result<never, Problem> {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `${file} could not be read, and nothing was changed. ${reason} Check its permissions, then export again.`;
  return failure({ kind: 'unreadable', message });
}

function* namesFor(first: string | null, name: string): Generator<string> {
  if (first !== null) yield first;
  yield name;
  const { name: stem, ext } = path.parse(name);
  for (let number = 2; number <= largestNumber; number += 1) yield `${stem} (${number})${ext}`;
}

/** Replaces a file that nobody wrote to since it was read; `null` if somebody did. */
async function replaceFile(
  files: FolderFileSystem,
  file: string,
  stamp: Stamp,
  text: string,
): Promise<Result<unknown, Problem> | null> {
  const touched: string[] = [];
  const careful: FolderFileSystem = {
    ...files,
    rename: async (from, to) => {
      if (to !== file || !(await isUntouched(files, file, stamp))) {
        touched.push(file);
        throw new Error('It was written to meanwhile.');
      }
      await files.rename(from, to);
    },
  };
  const written = await writeFileAtomically(file, Buffer.from(text), careful);
  return touched.length > 0 ? null : written;
}

/** The text that was exported last; `null` where that is not known. */
function baseOf(recorded: ReturnType<ExportRecord['find']>, text: string): string | null {
  const pending = recorded?.pending ?? null;
  return pending !== null && pending.hash === hashOf(text)
    ? pending.text
    : (recorded?.text ?? null);
}

/** Writes a merged text and records it; `null` if the file was written to meanwhile. */
async function writeMerged(
  done: ExportedFile,
  { folder, record, files }: FolderExport,
  stamp: Stamp,
  merged: string,
): Promise<Result<unknown, Problem> | null> {
  const begun = record.begin(folder, done, { hash: hashOf(merged), text: done.text });
  if (!begun.ok) return begun;
  const written = await replaceFile(files, path.join(folder, done.name), stamp, merged);
  return written?.ok === true ? record.save(folder, done) : written;
}

function keepFile(
  done: ExportedFile,
  recorded: ReturnType<ExportRecord['find']>,
  { folder, record }: FolderExport,
): Result<unknown, Problem> {
  const isRecorded =
    recorded?.text === done.text && recorded.name === done.name && recorded.pending === null;
  return isRecorded ? success(null) : record.save(folder, done);
}

/** Merges an export into the file that the briefing has; `null` if that is not there any more. */
async function mergeFile(
  done: ExportedFile,
  target: FolderExport,
): Promise<Result<FileOutcome, Problem> | null> {
  const { name } = done;
  const file = path.join(target.folder, name);
  const recorded = target.record.find(target.folder, done.briefingId);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const read = await readFolderFile(target.files, file);
    if (read.kind !== 'text') return null;
    const base = baseOf(recorded, read.text);
    const { text, hasConflict } = mergeText(base, read.text, done.text);
    if (text === read.text) {
      const saved = keepFile(done, recorded, target);
      return saved.ok ? success({ name, outcome: 'kept' }) : saved;
    }
    const written = await writeMerged(done, target, read.stamp, text);
    if (written === null) continue;
    const outcome = hasConflict || base === null ? 'conflict' : 'updated';
    return written.ok ? success({ name, outcome }) : written;
  }
  const message = `${file} was not written, and nothing was changed. Another program keeps writing to it; close it there, then export again.`;
  return failure({ kind: 'unwritable', message });
}

/** A file that an interrupted export wrote and did not record: it holds just this text. */
async function findWritten(
  { briefingId, text }: ExportedFile,
  names: Iterable<string>,
  { folder, record, index, files }: FolderExport,
): Promise<string | null> {
  for (const name of names) {
    if (!(await index.isTaken(name))) return null;
    const owner = record.ownerOf(folder, name);
    if (owner !== null && owner !== briefingId) continue;
    const file = await readFolderFile(files, path.join(folder, name));
    if (file.kind === 'text' && file.text === text) return name;
  }
  return null;
}

async function freeNames(names: Iterable<string>, index: FolderIndex): Promise<readonly string[]> {
  const free: string[] = [];
  for (const name of names) {
    if (!(await index.isTaken(name))) free.push(name);
    // The system has the last word on what is free; a few more are for names that it refuses.
    if (free.length >= 20) break;
  }
  return free;
}

async function writeNewFile(
  exported: ExportedFile,
  target: FolderExport,
): Promise<Result<FileOutcome, Problem>> {
  const { folder, record, index, files } = target;
  const { briefingId, text } = exported;
  const recorded = record.find(folder, briefingId);
  const names = (): Iterable<string> => namesFor(recorded?.name ?? null, exported.name);
  const found = recorded === null ? await findWritten(exported, names(), target) : null;
  if (found !== null) {
    const saved = record.save(folder, { briefingId, name: found, text });
    return saved.ok ? success({ name: found, outcome: 'kept' }) : saved;
  }
  const free = await freeNames(names(), index);
  const [first = exported.name] = free;
  const written = await writeNewFileAtomically(folder, free, Buffer.from(text), files);
  if (!written.ok) {
    // A file that could not even be begun has no name yet; the reader knows it by this one.
    const message = written.problem.message.replace(/\.readout-[\da-f]{16}\.tmp/, first);
    return failure({ ...written.problem, message });
  }
  const name = path.basename(written.value.path);
  index.addName(name);
  const saved = record.save(folder, { briefingId, name, text });
  return saved.ok ? success({ name, outcome: 'new' }) : saved;
}

/** Brings the file of one briefing up to date, or makes one. */
export async function exportFile(
  exported: ExportedFile,
  target: FolderExport,
): Promise<Result<FileOutcome, Problem>> {
  const { folder, record, index } = target;
  try {
    const recorded = record.find(folder, exported.briefingId);
    const name = await index.findFile(exported.briefingId, recorded?.name ?? null);
    const merged = name === null ? null : await mergeFile({ ...exported, name }, target);
    return merged ?? (await writeNewFile(exported, target));
  } catch (error) {
    return unreadable(error, path.join(folder, exported.name));
  }
}
