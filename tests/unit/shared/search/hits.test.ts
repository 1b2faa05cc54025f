import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHits, positiveWords } from '../../../../electron/shared/search/hits.ts';
import { parseQuery } from '../../../../electron/shared/search/parse-query.ts';
import type { Words } from '../../../../electron/shared/search/query.ts';
import { tokensOf } from '../../../../electron/shared/search/tokens.ts';

function termsOf(typed: string): readonly Words[] {
  return positiveWords(parseQuery(typed, '2026-03-04').query);
}

/** The hits as they stand in the text. */
function found(text: string, typed: string): readonly string[] {
  return findHits(text, termsOf(typed)).map(({ start, end }) => text.slice(start, end));
}

describe('findHits', () => {
  it.each([
    ['Herr Müller, muller', 'muller ', ['Müller', 'muller']],
    ['Herr Mu\u0308ller', 'Müller ', ['Mu\u0308ller']],
    ['İstanbul und ISTANBUL', 'istanbul ', ['İstanbul', 'ISTANBUL']],
    ['istanbul', 'İstanbul ', ['istanbul']],
    ['Ёлка у елки', 'елка ', ['Ёлка']],
    ['елка', 'Ёлка ', ['елка']],
    ['在北京市内', '北京 ', ['北京']],
    ['在北京市内', '京北 ', []],
    ['昨日とうきょうで', 'とうきょう ', ['とうきょう']],
    ['ｶﾞス', 'ガ ', ['ｶﾞ']],
    ['Ukraine’s and Ukraine', 'ukraine ', ['Ukraine', 'Ukraine']],
    ['Ukraine’s', 'ukraine’s ', ['Ukraine’s']],
    ['The U.S. and us', 'U.S. ', ['U.S']],
    ['an air‐defense unit', 'air-defense ', ['air‐defense']],
    ['an air defense unit', '"air‐defense"', ['air defense']],
    ['rates of 4.25%', '4.25% ', ['4.25']],
    ['rates of 4,250', '4.25 ', []],
    ['a ﬁnal Straße', 'final strasse ', ['ﬁnal', 'Straße']],
    ['Straße', 'stras', ['Straß']],
    ['𝐁𝐨𝐥𝐝 😀 bold', 'bold ', ['𝐁𝐨𝐥𝐝', 'bold']],
    ['Uk\u00adraine', 'ukraine ', ['Uk\u00adraine']],
    ['مُحَمَّد', 'محمد ', ['مُحَمَّد']],
    ['storms storm', 'stor', ['stor', 'stor']],
    ['storms storm', 'storm ', ['storm']],
    ['a storm surge comes', 'storm surge "storm surge"', ['storm surge']],
    ['one two three', '"one two" "two three"', ['one two three']],
    ['storm flood', 'storm -flood ', ['storm']],
    ['storm flood', 'storm OR flood ', ['storm', 'flood']],
    ['storm', 'is:unread', []],
  ])('finds in %j what %j looks for', (text, typed, hits) =>
    expect(found(text, typed)).toEqual(hits),
  );

  it('finds every word of any text exactly where it stands', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .array(
          fc.constantFrom('a', 'ß', 'ﬁ', 'İ', '\u0301', 'が', '北', '😀', '½', ' ', '\u00ad', '한'),
        )
        .map((characters) => characters.join('')),
    );
    fc.assert(
      fc.property(texts, fc.nat(), (text, choice) => {
        const tokens = tokensOf(text);
        const token = tokens[choice % Math.max(1, tokens.length)];
        if (token === undefined) return;
        const term: Words = { kind: 'words', field: null, tokens: [token], isPrefix: false };
        const hits = findHits(text, [term]);
        expect(hits.length).toBeGreaterThan(0);
        let last = 0;
        for (const { start, end } of hits) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(tokensOf(text.slice(start, end))).toContain(token);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });
});
