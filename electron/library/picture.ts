import path from 'node:path';
import type { Picture } from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { mediaFolderOf } from './media-folder.ts';
import { readRegularFile } from './read-regular-file.ts';

const largestPicture = 20 * 1024 * 1024;

type MediaType = Picture['mediaType'];

interface Signature {
  readonly mediaType: MediaType;
  /** Bytes by their place from the start; `null` for any byte. */
  readonly bytes: readonly (number | null)[];
}

const anySize = [null, null, null, null];

/** The first bytes of each kind of picture. SVG is no picture here: it is a document with scripts. */
const signatures: readonly Signature[] = [
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { mediaType: 'image/webp', bytes: [0x52, 0x49, 0x46, 0x46, ...anySize, 0x57, 0x45, 0x42, 0x50] },
];

function mediaTypeOf(contents: Uint8Array): MediaType | null {
  const found = signatures.find(({ bytes }) =>
    bytes.every((byte, index) => byte === null || contents[index] === byte),
  );
  return found?.mediaType ?? null;
}

function unreadable(file: string, reason: string): Result<never, Problem> {
  return failure({ kind: 'unreadable', message: `${file} cannot be shown. ${reason}` });
}

/** Reads a picture of a briefing by the name that the parser gave; only a plain name is followed. */
export async function readPicture(
  briefingFile: string,
  name: string,
): Promise<Result<Picture, Problem>> {
  const file = path.join(mediaFolderOf(briefingFile), name);
  if (path.basename(file) !== name) return unreadable(name, 'It is no plain file name.');
  const contents = await readRegularFile(file, largestPicture);
  if (!contents.ok) return contents;
  const { bytes } = contents.value;
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return unreadable(file, 'It is no JPEG, PNG, WebP or GIF.');
  return success({ mediaType, bytes });
}
