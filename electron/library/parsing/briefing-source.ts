import { createHash, hash } from 'node:crypto';
import path from 'node:path';
import type { Warning } from '../../shared/model/briefing.ts';
import type { Format } from '../../shared/model/listing.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { BriefingFile } from '../formats/briefing-file.ts';
import type { ZipEntry } from '../formats/zip/list-entries.ts';
import { picturesOf } from '../media-folder.ts';
import { formatOf, readEndings } from './format-of.ts';
import { largestFile, largeText, sizeText } from './limits.ts';
import { otherFormat } from './other-format.ts';
import { openZip, type OpenZip, placeOf, unpack } from './open-zip.ts';
import { type FileContents, readRegularFile } from './read-regular-file.ts';
import { cutAtLineEnd } from './start-of-text.ts';
import { unreadable } from './unreadable.ts';

/** The bytes of a briefing with all that is known of them without parsing. */
export interface BriefingSource {
  /** Absolute; that of a file in a zip goes through the zip. */
  readonly path: string;
  readonly format: Format;
  readonly file: BriefingFile;
  /** Of the whole file. */
  readonly byteLength: number;
  /**
   * SHA-256 of the bytes, in hexadecimal; of a text that is not read as a whole that of its size in
   * decimal digits, a line feed and its first bytes.
   */
  readonly fingerprint: string;
  /** What the reader should know of how it was read. */
  readonly warnings: readonly Warning[];
}

const wholeFile = { whole: largestFile, start: null } as const;

/** Why a file of another kind is not read. */
export function unsupported(file: string): Result<never, Problem> {
  const endings = readEndings.join(', ');
  return unreadable(file, `Its kind is not known here: Readout reads ${endings} files.`);
}

function truncation(read: number, byteLength: number): Warning {
  const message = `The file is very long: of its ${sizeText(byteLength)} only the first ${sizeText(read)} are shown.`;
  return { kind: 'truncated', message };
}

function startFingerprint(bytes: Uint8Array, byteLength: number): string {
  return createHash('sha256').update(`${byteLength}\n`).update(bytes).digest('hex');
}

function toSource(
  file: string,
  format: Format,
  { bytes, byteLength, modifiedAt }: FileContents,
): BriefingSource {
  const isWhole = bytes.length === byteLength;
  const read = isWhole ? bytes : cutAtLineEnd(bytes);
  return {
    path: file,
    format,
    file: { bytes: read, fileName: path.basename(file), modifiedAt, pictures: picturesOf(file) },
    byteLength,
    fingerprint: isWhole ? hash('sha256', bytes) : startFingerprint(bytes, byteLength),
    warnings: isWhole ? [] : [truncation(read.length, byteLength)],
  };
}

function fileSource(file: string): Result<BriefingSource, Problem> {
  const format = formatOf(file);
  if (format === null) return unsupported(file);
  if (format === 'zip') {
    return unreadable(file, 'It is an archive. Name a file in it, as in stories.zip/story.txt.');
  }
  const isText = format === 'txt' || format === 'md';
  const contents = readRegularFile(file, isText ? largeText : wholeFile);
  if (!contents.ok) return contents;
  const other = otherFormat(contents.value.bytes, format);
  return other === null ? success(toSource(file, format, contents.value)) : unreadable(file, other);
}

/** The bytes of a file in a zip. */
export function entrySource(zip: OpenZip, entry: ZipEntry): Result<BriefingSource, Problem> {
  const file = `${zip.path}/${entry.name}`;
  const format = formatOf(entry.name);
  if (format === null) return unsupported(file);
  if (format === 'zip') {
    return unreadable(file, 'It is an archive inside of an archive. Unpack the outer one.');
  }
  const bytes = unpack(zip, entry, largestFile);
  if (!bytes.ok) return bytes;
  const other = otherFormat(bytes.value, format);
  if (other !== null) return unreadable(file, other);
  const fileName = path.posix.basename(entry.name);
  const pictures = zip.pictures.get(entry.name) ?? [];
  return success({
    path: file,
    format,
    file: { bytes: bytes.value, fileName, modifiedAt: entry.modifiedAt, pictures },
    byteLength: bytes.value.length,
    fingerprint: hash('sha256', bytes.value),
    warnings: [],
  });
}

/** The bytes of the briefing at an absolute path, which may go through a zip. */
export function briefingSource(file: string): Result<BriefingSource, Problem> {
  const place = placeOf(file);
  if (place === null) return fileSource(file);
  const zip = openZip(place.zip);
  if (!zip.ok) return zip;
  const entry = zip.value.entries.find(({ name }) => name === place.name);
  if (entry !== undefined) return entrySource(zip.value, entry);
  return failure({ kind: 'missing', message: `${file} is not there any more.` });
}
