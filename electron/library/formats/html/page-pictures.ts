import { Buffer } from 'node:buffer';
import { localPicture } from '../document-picture.ts';
import { attributeOf, type PageNode } from './page-node.ts';

/** Pictures of fewer bytes hold the place of one that is loaded later. */
const placeholderBytes = 100;

/** Picture formats that are shown. */
const shownPicture = /^data:image\/(?:jpe?g|png|webp|gif)\s*[;,]/i;

/** The bytes of a picture that its address holds; `null` for other addresses. */
function bytesOf(address: string): Uint8Array | null {
  if (!shownPicture.test(address)) return null;
  const comma = address.indexOf(',');
  if (comma === -1) return null;
  const data = address.slice(comma + 1);
  if (/;\s*base64\s*$/i.test(address.slice(0, comma))) return Buffer.from(data, 'base64');
  try {
    return Buffer.from(decodeURIComponent(data), 'latin1');
  } catch {
    return null;
  }
}

/** How the addresses of pictures become references of the model. */
export interface Pictures {
  /** `null` where the picture is not to be shown. */
  referenceOf: (address: string) => string | null;
}

/** The pictures of a page: files beside it, and those that are inside of it, which are numbered. */
export class PagePictures implements Pictures {
  readonly #embedded: Uint8Array[] = [];

  /** The pictures inside of the page so far, in order. */
  get embedded(): readonly Uint8Array[] {
    return this.#embedded;
  }

  referenceOf(address: string): string | null {
    if (!/^data:/i.test(address)) return localPicture(address);
    const bytes = bytesOf(address);
    if (bytes === null || bytes.length < placeholderBytes) return null;
    this.#embedded.push(bytes);
    return `embedded:${this.#embedded.length - 1}`;
  }
}

/** A picture of one point counts who opens a page, or keeps things apart. */
function isSpacer(image: PageNode): boolean {
  return ['width', 'height'].some((name) => /^[01](?:px)?$/.test(attributeOf(image, name) ?? ''));
}

/** Where scripts that load pictures late keep their addresses. */
const addressAttributes = ['src', 'data-src', 'data-original', 'data-lazy-src'] as const;

/** A picture's reference and description; `null` where there is nothing to show. */
export function pictureOf(
  image: PageNode,
  pictures: Pictures,
): { readonly picture: string | null; readonly description: string } | null {
  if (isSpacer(image)) return null;
  const description = attributeOf(image, 'alt') ?? '';
  for (const name of addressAttributes) {
    const address = attributeOf(image, name)?.trim() ?? '';
    const picture = address === '' ? null : pictures.referenceOf(address);
    if (picture !== null) return { picture, description };
  }
  return { picture: null, description };
}
