import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Picture } from '../../shared/model/listing.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { fileProblem } from '../file-problem.ts';
import { mediaFolderOf } from '../media-folder.ts';
import { briefingSource } from './briefing-source.ts';
import { mediaTypeOf } from './media-type.ts';
import { openZip, type PlaceInZip, placeOf, unpack } from './open-zip.ts';
import { embeddedPicture } from './parse-format.ts';
import { readRegularFile } from './read-regular-file.ts';

const largestPicture = 20 * 1024 * 1024;

function refused(name: string, reason: string): Result<never, Problem> {
  return failure({ kind: 'unreadable', message: `${name} cannot be shown. ${reason}` });
}

function missing(name: string): Result<never, Problem> {
  return failure({ kind: 'missing', message: `${name} is not there any more.` });
}

function toPicture(name: string, bytes: Uint8Array): Result<Picture, Problem> {
  if (bytes.length > largestPicture) return refused(name, 'It is larger than 20 MB.');
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return refused(name, 'It is no JPEG, PNG, WebP or GIF.');
  // A copy, because a picture inside of a file shares the memory of all of it.
  return success({ mediaType, bytes: new Uint8Array(bytes) });
}

function readFile(file: string): Result<Picture, Problem> {
  const contents = readRegularFile(file, { whole: largestPicture, start: null });
  return contents.ok ? toPicture(file, contents.value.bytes) : contents;
}

/** A picture below the briefing's folder, wherever links in its path lead. */
function readRelative(briefingFile: string, reference: string): Result<Picture, Problem> {
  const folder = path.dirname(briefingFile);
  try {
    const root = realpathSync(folder);
    const file = realpathSync(path.join(folder, reference));
    const below = path.relative(root, file);
    const isBelow = below !== '' && below.split(path.sep)[0] !== '..' && !path.isAbsolute(below);
    return isBelow ? readFile(file) : refused(reference, 'It is not below the briefing’s folder.');
  } catch (error) {
    return failure(fileProblem(error, path.join(folder, reference)));
  }
}

/** The name that a reference of an entry has in its zip; `null` where it leads out of it. */
function nameInZip(entry: string, reference: string): string | null {
  if (!reference.startsWith('./')) {
    return reference.includes('/') || reference.includes('\\')
      ? null
      : `${entry}.media/${reference}`;
  }
  const folder = path.posix.dirname(entry);
  const name = path.posix.join(folder, reference);
  const isBelow = folder === '.' ? !name.startsWith('..') : name.startsWith(`${folder}/`);
  return isBelow ? name : null;
}

function readInZip(place: PlaceInZip, reference: string): Result<Picture, Problem> {
  const name = nameInZip(place.name, reference);
  if (name === null) return refused(reference, 'It is not below the briefing’s folder.');
  const zip = openZip(place.zip);
  if (!zip.ok) return zip;
  const entry = zip.value.entries.find((one) => one.name === name);
  if (entry === undefined) return missing(`${place.zip}/${name}`);
  const bytes = unpack(zip.value, entry, largestPicture);
  return bytes.ok ? toPicture(`${place.zip}/${name}`, bytes.value) : bytes;
}

async function readEmbedded(
  briefingFile: string,
  number: number,
): Promise<Result<Picture, Problem>> {
  const source = briefingSource(briefingFile);
  if (!source.ok) return source;
  const name = `Picture ${number + 1} of ${briefingFile}`;
  try {
    const bytes = await embeddedPicture(source.value.format, source.value.file, number);
    return bytes === null ? missing(name) : toPicture(name, bytes);
  } catch {
    return refused(name, 'The file is damaged.');
  }
}

/**
 * Reads a picture of a briefing by the reference that its parser gave: `embedded:` and a number, `./`
 * and a path below the briefing's folder, or the plain name of a file in its media folder.
 */
export async function readPicture(
  briefingFile: string,
  reference: string,
): Promise<Result<Picture, Problem>> {
  const embedded = /^embedded:(\d{1,6})$/.exec(reference)?.[1];
  if (embedded !== undefined) return readEmbedded(briefingFile, Number(embedded));
  const place = placeOf(briefingFile);
  if (place !== null) return readInZip(place, reference);
  if (reference.startsWith('./')) return readRelative(briefingFile, reference);
  const file = path.join(mediaFolderOf(briefingFile), reference);
  if (path.basename(file) !== reference) return refused(reference, 'It is no plain file name.');
  return readFile(file);
}
