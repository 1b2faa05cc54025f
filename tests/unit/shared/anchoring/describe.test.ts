import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { describe } from '../../../../electron/shared/anchoring/describe.ts';
import { RunningText } from '../../../../electron/shared/anchoring/running-text.ts';
import type { PassageTarget } from '../../../../electron/shared/model/annotation.ts';
import { passageIn } from '../../../support/passages.ts';

/** The target of a stretch of a text that is one part. */
function describeIn(text: string, start: number, end: number): PassageTarget | null {
  const place = { part: 'dek', start, end };
  return describe(new RunningText([{ path: 'dek', text }]), place, place, null);
}

/** A text after it was written as UTF-8, where half a character becomes a replacement character. */
function asUtf8(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

suite('describe', () => {
  it('makes W3C selectors with the quote, what stands around it, and its position', () => {
    expect(describeIn('The ferry runs again.', 4, 9)).toEqual({
      kind: 'passage',
      part: 'dek',
      quote: { type: 'TextQuoteSelector', exact: 'ferry', prefix: 'The ', suffix: ' runs again.' },
      position: { type: 'TextPositionSelector', start: 4, end: 9 },
      fingerprint: null,
      repeated: false,
    });
  });

  it('keeps 32 UTF-16 code units on either side', () => {
    const text = `${'a'.repeat(40)}quote${'b'.repeat(40)}`;
    expect(describeIn(text, 40, 45)?.quote).toMatchObject({
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    });
  });

  it('takes the context from the neighbouring parts, too, and counts on through them', () => {
    const parts = [
      { path: 'headline', text: 'Ferry runs again' },
      { path: 'figures/0', text: '' },
      { path: 'dek', text: 'It was repaired' },
      { path: 'sections/0/items/0', text: 'The office says so' },
    ];
    expect(passageIn(parts, 'repaired\nThe office', 'f'.repeat(64))).toEqual({
      kind: 'passage',
      part: 'dek',
      quote: {
        type: 'TextQuoteSelector',
        exact: 'repaired\nThe office',
        prefix: 'Ferry runs again\nIt was ',
        suffix: ' says so',
      },
      position: { type: 'TextPositionSelector', start: 7, end: 26 },
      fingerprint: 'f'.repeat(64),
      repeated: false,
    });
  });

  it('keeps the quote verbatim, spaces and quotation marks included', () => {
    const text = 'He said:  “No\u00a0more” – and left.';
    expect(describeIn(text, 8, 22)?.quote.exact).toBe('“No\u00a0more” –');
  });

  it('counts the position in the normalised text', () => {
    expect(describeIn('One  two,   three', 12, 17)?.position).toMatchObject({ start: 9, end: 14 });
  });

  it.each([
    ['The ferry, the ferry', 4, 9, true],
    ['The ferry, the boat', 4, 9, false],
    ['The “ferry”, the "ferry"', 4, 11, true],
  ])('says of %j whether the quote stands there twice', (text, start, end, repeated) => {
    expect(describeIn(text, start, end)?.repeated).toBe(repeated);
  });

  it.each([
    [' \u00a0 ', 0, 3],
    ['The ferry', 3, 4],
    ['', 0, 0],
  ])('has nothing to describe in %j', (text, start, end) => {
    expect(describeIn(text, start, end)).toBeNull();
  });

  it('leaves white space at the ends out', () => {
    expect(describeIn('The ferry runs', 3, 10)).toMatchObject({
      quote: { exact: 'ferry', prefix: 'The ', suffix: ' runs' },
      position: { start: 4, end: 9 },
    });
  });

  it('cuts no character in two, so that all of it survives being stored', () => {
    const units = fc.array(fc.constantFrom('👍', 'a', 'e\u0301', '𝒳', 'ש', '\u1112\u1161'), {
      maxLength: 60,
      size: 'max',
    });
    fc.assert(
      fc.property(units, units, units, (head, quote, tail) => {
        fc.pre(quote.length > 0);
        const start = head.join('').length;
        const target = describeIn(
          [...head, ...quote, ...tail].join(''),
          start,
          start + quote.join('').length,
        );
        const { exact = '', prefix = '', suffix = '' } = target?.quote ?? {};
        expect([exact, prefix, suffix].map(asUtf8)).toEqual([exact, prefix, suffix]);
        expect(exact).toBe(quote.join(''));
      }),
    );
  });
});
