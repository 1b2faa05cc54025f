import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExportEntry } from '../shared/export/entry.ts';
import { describeFormat } from '../shared/export/formats.ts';
import { uniqueNames } from '../shared/export/unique-names.ts';
import type { ExportRequest, FileOutcome } from '../shared/model/export.ts';
import type { Problem } from '../shared/model/problem.ts';
import { type Result, success } from '../shared/result.ts';
import type { ExportingTools } from './exporting-tools.ts';
import type { ExportedFile } from './folder/export-file.ts';
import { openExportRecord } from './folder/export-record.ts';
import { exportToFolder } from './folder/export-to-folder.ts';
import type { EntrySource } from './format-writer.ts';
import type { PreparedExport } from './prepare-export.ts';
import type { ExportRun } from './export-run.ts';
import { writeNewFileAtomically } from './write-new-file-atomically.ts';

/** An export of a file for each briefing. */
export interface FolderWriting extends Omit<PreparedExport, 'fileName' | 'markCount'> {
  /** The folder's absolute path. */
  readonly folder: string;
  readonly request: ExportRequest;
  readonly run: ExportRun;
  readonly tools: ExportingTools;
}

/** What was exported. */
interface WrittenFolder {
  /** Of all exported texts, without what the reader wrote. */
  readonly byteLength: number;
  readonly files: readonly FileOutcome[];
}

interface MadeFile {
  readonly briefingId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function* only(entry: ExportEntry): AsyncGenerator<ExportEntry> {
  yield await Promise.resolve(entry);
}

async function bytesOf(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) {
    parts.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  }
  return Buffer.concat(parts);
}

/** Each briefing's file, one after the other. */
async function* makeFiles(writing: FolderWriting): AsyncGenerator<MadeFile> {
  const { references, entries, writer, options, request } = writing;
  const { extension } = describeFormat(request.format);
  const named = references.map(({ id, headline }) => ({ id, text: headline }));
  const names = uniqueNames(named, extension);
  for await (const entry of entries()) {
    const { id, headline } = entry.reference;
    const source: EntrySource = () => only(entry);
    const bytes = await bytesOf(writer(source, { ...options, title: headline }));
    yield { briefingId: id, name: names.get(id) ?? `${id}${extension}`, bytes };
  }
}

async function* asText(
  files: AsyncIterable<MadeFile>,
  count: (byteLength: number) => void,
): AsyncGenerator<ExportedFile> {
  for await (const { briefingId, name, bytes } of files) {
    count(bytes.length);
    yield { briefingId, name, text: Buffer.from(bytes).toString() };
  }
}

async function mergeIntoFolder(writing: FolderWriting): Promise<Result<WrittenFolder, Problem>> {
  const { folder, run, tools } = writing;
  const record = openExportRecord(tools.recordFolder, Date.now);
  if (!record.ok) return record;
  try {
    let byteLength = 0;
    const files = asText(makeFiles(writing), (bytes) => (byteLength += bytes));
    const done = await exportToFolder({ folder, files, record: record.value, stop: run.stop });
    return done.ok ? success({ byteLength, files: done.value }) : done;
  } finally {
    record.value.close();
  }
}

function* namesFrom(name: string): Generator<string> {
  yield name;
  const { name: stem, ext } = path.parse(name);
  for (let number = 2; number < 10_000; number += 1) yield `${stem} (${String(number)})${ext}`;
}

/** The one of the names, up to the first that is free, whose file holds just these bytes already. */
async function findAsExported(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<string | null> {
  for (const candidate of namesFrom(name)) {
    const there = await readFile(path.join(folder, candidate)).catch(() => null);
    if (there === null) return null;
    if (there.equals(bytes)) return candidate;
  }
  return null;
}

/** Writes each file beside what is there; one that is there already as it would be written stays. */
async function addToFolder(writing: FolderWriting): Promise<Result<WrittenFolder, Problem>> {
  const outcomes: FileOutcome[] = [];
  let byteLength = 0;
  for await (const { name, bytes } of makeFiles(writing)) {
    byteLength += bytes.length;
    const kept = await findAsExported(writing.folder, name, bytes);
    if (kept !== null) {
      outcomes.push({ name: kept, outcome: 'kept' });
      continue;
    }
    const written = await writeNewFileAtomically(writing.folder, namesFrom(name), bytes);
    if (!written.ok) return written;
    outcomes.push({ name: path.basename(written.value.path), outcome: 'new' });
  }
  return success({ byteLength, files: outcomes });
}

/**
 * Writes a file for each briefing into a folder. Markdown is merged into the files that are there;
 * other formats never take the place of a file.
 */
export async function writeFolder(writing: FolderWriting): Promise<Result<WrittenFolder, Problem>> {
  const isMerged = describeFormat(writing.request.format).hasTemplate;
  return isMerged ? mergeIntoFolder(writing) : addToFolder(writing);
}
