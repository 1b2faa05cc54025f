import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { anchor } from '../../../../electron/shared/anchoring/anchor.ts';
import { describe } from '../../../../electron/shared/anchoring/describe.ts';

/** A text after it was written as UTF-8, where half a character becomes a replacement character. */
function asUtf8(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

suite('describe', () => {
  it('makes W3C selectors with the quote, what stands around it, and its position', () =>
    expect(describe('The ferry runs again.', { start: 4, end: 9 })).toEqual({
      quote: { type: 'TextQuoteSelector', exact: 'ferry', prefix: 'The ', suffix: ' runs again.' },
      position: { type: 'TextPositionSelector', start: 4, end: 9 },
    }));

  it('keeps 32 UTF-16 code units on either side', () => {
    const text = `${'a'.repeat(40)}quote${'b'.repeat(40)}`;
    const { prefix, suffix } = describe(text, { start: 40, end: 45 }).quote;
    expect([prefix, suffix]).toEqual(['a'.repeat(32), 'b'.repeat(32)]);
  });

  it('keeps the quote verbatim, spaces and quotation marks included', () => {
    const text = 'He said:  “No\u00a0more” – and left.';
    expect(describe(text, { start: 8, end: 20 }).quote.exact).toBe(text.slice(8, 20));
  });

  it('cuts the context between characters, so that it survives being stored', () => {
    const emoji = '👍'.repeat(20);
    const text = `${emoji}a: quote :b${emoji}`;
    const { prefix, suffix } = describe(text, { start: 43, end: 48 }).quote;
    expect([prefix, suffix]).toEqual([`${'👍'.repeat(14)}a: `, ` :b${'👍'.repeat(14)}`]);
  });

  it('gives selectors that still anchor after they were stored as UTF-8', () => {
    const units = fc.array(fc.constantFrom('👍', 'a', 'e\u0301', '𝒳', 'ש'), {
      maxLength: 60,
      size: 'max',
    });
    fc.assert(
      fc.property(units, units, units, (head, quote, tail) => {
        fc.pre(quote.length > 0);
        const start = head.join('').length;
        const passage = { start, end: start + quote.join('').length };
        const text = [...head, ...quote, ...tail].join('');
        const { quote: made, position } = describe(text, passage);
        const stored = {
          ...made,
          exact: asUtf8(made.exact),
          prefix: asUtf8(made.prefix),
          suffix: asUtf8(made.suffix),
        };
        expect(stored).toEqual(made);
        expect(anchor(text, { quote: stored, position })).toEqual(passage);
      }),
    );
  });
});
