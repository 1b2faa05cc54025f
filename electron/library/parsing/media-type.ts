import type { Picture } from '../../shared/model/listing.ts';

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

/** The kind of a picture by its first bytes; `null` for what is not shown. */
export function mediaTypeOf(contents: Uint8Array): MediaType | null {
  const found = signatures.find(({ bytes }) =>
    bytes.every((byte, index) => byte === null || contents[index] === byte),
  );
  return found?.mediaType ?? null;
}
