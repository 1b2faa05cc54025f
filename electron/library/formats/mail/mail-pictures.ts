import type { Attachment } from 'postal-mime';
import { type Pictures, PagePictures } from '../html/page-pictures.ts';
import { bytesOf } from './open-mail.ts';

const shownType = /^image\/(?:jpe?g|pjpeg|png|webp|gif)$/i;

const shownEnding = /\.(?:jpe?g|png|webp|gif)$/i;

/** Whether an attachment is a picture of a kind that is shown. */
export function isPicture({ mimeType, filename }: Attachment): boolean {
  const isUntyped = mimeType === 'application/octet-stream';
  return shownType.test(mimeType) || (isUntyped && shownEnding.test(filename ?? ''));
}

/** `<part1@example.com>` as `cid:part1@example.com` in the text's address names it. */
function keyOf(contentId: string): string {
  return contentId.trim().replace(/^<|>$/g, '').toLowerCase();
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * The pictures of a mail by number: first those that are attached, in order, then those that stand in
 * the addresses of its page. Files beside the mail are not looked for.
 */
export class MailPictures implements Pictures {
  readonly #attached: readonly Attachment[];
  readonly #shown = new Set<number>();
  readonly #inside = new PagePictures();

  constructor(attachments: readonly Attachment[]) {
    this.#attached = attachments.filter(isPicture);
  }

  referenceOf(address: string): string | null {
    if (/^data:/i.test(address)) {
      const inside = /^embedded:(\d+)$/.exec(this.#inside.referenceOf(address) ?? '')?.[1];
      return inside === undefined ? null : `embedded:${Number(inside) + this.#attached.length}`;
    }
    if (!/^cid:/i.test(address)) return null;
    const key = keyOf(decoded(address.slice(4)));
    const number = this.#attached.findIndex(
      ({ contentId }) => contentId !== undefined && keyOf(contentId) === key,
    );
    if (number === -1) return null;
    this.#shown.add(number);
    return `embedded:${number}`;
  }

  /** The attached pictures that the text did not show so far. */
  get rest(): readonly { readonly picture: string; readonly description: string }[] {
    return this.#attached.flatMap(({ description, filename }, number) =>
      this.#shown.has(number)
        ? []
        : [{ picture: `embedded:${number}`, description: description ?? filename ?? '' }],
    );
  }

  /** The bytes of a picture whose number is given; `null` for none. */
  at(number: number): Uint8Array | null {
    const attachment = this.#attached[number];
    if (attachment !== undefined) return bytesOf(attachment);
    return this.#inside.embedded[number - this.#attached.length] ?? null;
  }
}
