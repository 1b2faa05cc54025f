import path from 'node:path';
import type { Problem } from '../../shared/model/problem.ts';
import { type Result, success } from '../../shared/result.ts';
import { isMediaFolder } from '../media-folder.ts';
import { toListing } from '../to-listing.ts';
import { briefingSource, type BriefingSource, entrySource } from './briefing-source.ts';
import type { ParsedBriefing } from './file-parser.ts';
import { formatOf } from './format-of.ts';
import { toKeptContents } from './kept-contents.ts';
import { sizeText } from './limits.ts';
import { type OpenZip, openZip } from './open-zip.ts';
import type { FileReading, ParsedFile } from './parsed-file.ts';
import { parseSource } from './read-briefing-file.ts';
import { problemFile, problemReading } from './problem-reading.ts';
import { unreadable } from './unreadable.ts';

/** What of a zip is not tried again, because a thread came to its end over it. */
export interface GivenUp {
  /** The index of the entry. */
  readonly entry: number;
  /** Why, as a sentence. */
  readonly problem: string;
}

/** A file to read for the catalog. */
export interface FileRequest {
  readonly path: string;
  readonly givenUp: readonly GivenUp[];
  /** Whether a thread needed too much memory at it already, maybe for what it had read before. */
  readonly isRetried: boolean;
}

interface Sized extends ParsedBriefing {
  readonly json: string;
}

async function parseWithin(
  source: BriefingSource,
  largestOutput: number,
): Promise<Result<Sized, Problem>> {
  const read = await parseSource(source);
  if (!read.ok) return read;
  const { briefing } = read.value;
  const json = JSON.stringify(briefing);
  if (json.length > largestOutput / 4 && Buffer.byteLength(json) > largestOutput) {
    const message = `As a briefing it is larger than ${sizeText(largestOutput)}, so it was given up. Split it into several files.`;
    return unreadable(source.path, message);
  }
  return success({ briefing, json, listing: toListing(source.path, read.value) });
}

/** Reads one briefing for the reader. `largestOutput` is that of its JSON in bytes. */
export async function openBriefing(
  file: string,
  largestOutput: number,
): Promise<Result<ParsedBriefing, Problem>> {
  const source = briefingSource(file);
  if (!source.ok) return source;
  const read = await parseWithin(source.value, largestOutput);
  if (!read.ok) return read;
  const { listing, briefing } = read.value;
  return success({ listing, briefing });
}

async function toParsedFile(
  file: string,
  source: Result<BriefingSource, Problem>,
  largestOutput: number,
): Promise<ParsedFile> {
  const read = source.ok ? await parseWithin(source.value, largestOutput) : source;
  if (!read.ok) return problemFile(file, read.problem.message);
  const { listing, briefing, json } = read.value;
  return { listing, contents: toKeptContents(briefing, json) };
}

/** Whether a file in a zip is for the list: hidden files and pictures are not, as in folders. */
function isListed(name: string): boolean {
  const parts = name.split('/');
  const isHidden = parts.some((part) => part.startsWith('.') || part === '__MACOSX');
  return !isHidden && !parts.slice(0, -1).some(isMediaFolder) && formatOf(name) !== null;
}

async function readEntries(
  zip: OpenZip,
  { givenUp }: FileRequest,
  largestOutput: number,
  atEntry: (entry: number) => void,
): Promise<readonly ParsedFile[]> {
  const files: ParsedFile[] = [];
  for (const [index, entry] of zip.entries.entries()) {
    if (!isListed(entry.name)) continue;
    const file = `${zip.path}/${entry.name}`;
    const problem = givenUp.find((one) => one.entry === index)?.problem;
    if (problem !== undefined) {
      files.push(problemFile(file, problem));
      continue;
    }
    atEntry(index);
    files.push(await toParsedFile(file, entrySource(zip, entry), largestOutput));
  }
  if (files.length > 0) return files;
  return [problemFile(zip.path, `${zip.path} has no briefings in it: no file in it is read.`)];
}

/**
 * Reads a whole file for the catalog, a zip with all that it holds. Never throws for a file's sake.
 *
 * @param largestOutput of a briefing's JSON, in bytes.
 * @param atEntry is called before each entry of a zip.
 */
export async function readForCatalog(
  request: FileRequest,
  largestOutput: number,
  atEntry: (entry: number) => void,
): Promise<FileReading> {
  const file = request.path;
  if (formatOf(path.basename(file)) === 'zip') {
    const zip = openZip(file);
    if (!zip.ok) return problemReading(file, zip.problem.message);
    const { byteLength, modifiedAt } = zip.value;
    const files = await readEntries(zip.value, request, largestOutput, atEntry);
    return { files, byteLength, modifiedAt };
  }
  const source = briefingSource(file);
  if (!source.ok) return problemReading(file, source.problem.message);
  const { byteLength, file: read } = source.value;
  const parsed = await toParsedFile(file, source, largestOutput);
  return { files: [parsed], byteLength, modifiedAt: read.modifiedAt };
}
