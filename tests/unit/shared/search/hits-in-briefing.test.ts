import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPart, partsOf } from '../../../../electron/shared/model/part.ts';
import { fold } from '../../../../electron/shared/search/fold.ts';
import {
  findText,
  hitsInBriefing,
  type PartHit,
} from '../../../../electron/shared/search/hits-in-briefing.ts';
import { parseQuery } from '../../../../electron/shared/search/parse-query.ts';
import { briefingOf, creditOf, figureOf } from '../briefings.ts';

const briefing = briefingOf();

function shown(hits: readonly PartHit[]): readonly string[] {
  return hits.map(({ part, start, end }) => {
    const text = findPart(briefing, part)?.text ?? '';
    return `${part}: ${text.slice(start, end)}`;
  });
}

function hits(typed: string): readonly string[] {
  return shown(hitsInBriefing(briefing, parseQuery(typed, '2026-03-04').query));
}

describe('hitsInBriefing', () => {
  it('finds words in all parts, in reading order', () =>
    expect(hits('ferr')).toEqual([
      'headline: Ferr',
      'figures/0: ferr',
      'sections/0/items/0: ferr',
      'sections/0/items/1: ferr',
    ]));

  it.each([
    ['headline:norland ', ['headline: Norland']],
    ['caption:valmar ', ['figures/0: Valmar']],
    ['text:norland ', ['sections/0/items/1: Norland']],
    ['text:storm ', ['dek: storm']],
    ['text:overview ', ['sections/0/heading: Overview']],
    ['credit:ada ', []],
    ['note:ferry ', []],
    ['norland -port is:unread', ['headline: Norland', 'sections/0/items/1: Norland']],
    ['is:unread', []],
  ])('looks for %j where it is asked for', (typed, found) => expect(hits(typed)).toEqual(found));

  it('finds no phrase across two parts', () => expect(hits('"again the"')).toEqual([]));
});

describe('findText', () => {
  const parts = partsOf(briefing);

  it('finds letters wherever they stand, in reading order', () =>
    expect(shown(findText(parts, 'ORLA'))).toEqual(['headline: orla', 'sections/0/items/1: orla']));

  it.each([
    ['Müller’s “air‐defense”', `muller's "air-d`, ['Müller’s “air‐d']],
    ['a\u00a0b\tc', 'a b c', ['a\u00a0b\tc']],
    ['100 %.', '0 %.', ['0 %.']],
    ['北京市', '京市', ['京市']],
    ['ｶﾞス', 'カ', ['ｶﾞ']],
    ['Straße', 's', ['S', 'ß']],
    ['Straße', 'rass', ['raß']],
    ['e\u0301te\u0301', 'é', ['e\u0301', 'e\u0301']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['wait…', '...', ['…']],
    ['😀😀', '😀', ['😀', '😀']],
    ['a b', ' ', []],
    ['a b', '', []],
    ['ab', '\u00ad', []],
  ])('finds in %j for %j', (text, needle, found) =>
    expect(
      findText([{ path: 'headline', text }], needle).map(({ start, end }) =>
        text.slice(start, end),
      ),
    ).toEqual(found),
  );

  it('finds every piece of any text, never half of a character', () => {
    const characters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(characters, characters, characters, (before, piece, after) => {
        fc.pre(/[\p{L}\p{N}]/u.test(fold(piece)));
        const text = before + piece + after;
        const found = findText([{ path: 'dek', text }], piece);
        expect(found).not.toEqual([]);
        for (const { start, end } of found) {
          expect(text.slice(0, start).isWellFormed()).toBe(true);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });

  it('tells the part of each hit', () => {
    const twice = briefingOf({
      headline: 'Storm',
      figures: [figureOf({ caption: 'A storm', credit: creditOf({ verbatim: 'storm' }) })],
    });
    expect(findText(partsOf(twice), 'storm').map(({ part, start }) => [part, start])).toEqual([
      ['headline', 0],
      ['dek', 4],
      ['figures/0', 2],
    ]);
  });
});
