import * as z from 'zod/mini';

/** The longest tag, in UTF-16 code units. */
const longestTag = 200;

/** A tag as it is stored: words, nested with slashes (`energy/grid`), see {@link normaliseTag}. */
export const tagSchema = z.string().check(z.minLength(1), z.maxLength(longestTag));

/**
 * A tag as a reader typed it (`#Energy / grid`) in the form in which it is stored (`Energy/grid`):
 * composed (NFC), without number signs before words, with single spaces, and with none around slashes.
 * `null` where nothing is left, or it is too long.
 */
export function normaliseTag(typed: string): string | null {
  const steps = typed
    .normalize('NFC')
    .split('/')
    .map((step) =>
      step
        .replace(/^[\s#]+/u, '')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    )
    .filter((step) => step !== '');
  const tag = steps.join('/');
  return tag === '' || tag.length > longestTag ? null : tag;
}

/** Whether a tag is another one or inside of it: `a/b` is inside of `a`. */
export function isWithinTag(tag: string, outer: string): boolean {
  return tag === outer || tag.startsWith(`${outer}/`);
}
