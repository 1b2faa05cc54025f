import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../electron/shared/search/fold.ts';
import { endsInsideWord, indexWords, tokensOf } from '../../../../electron/shared/search/tokens.ts';

describe('indexWords', () => {
  it.each([
    ['', ''],
    [' — … ', ''],
    ['The Ferry  to\nValmar.', 'the ferry to valmar'],
    ['Müller’s İSTANBUL', 'muller s istanbul'],
    ['Ёлка', 'елка'],
    ['U.S. at 4.25%', 'u s at 4 25'],
    ['air‐defense', 'air defense'],
    ['in 北京市3月', 'in 北 京 市 3 月'],
    ['とうきょう', 'と う き ょ う'],
    ['ラーメン時々', 'ラ ー メ ン 時 々'],
    ['ガ が ｶﾞ', `カ\u3099 か\u3099 カ\u3099`],
    ['한국', '한국'.normalize('NFD')],
    ['हिंदी', 'हिंदी'],
    ['Uk\u00adraine', 'ukraine'],
    ['می\u200cخواهم', 'میخواهم'],
    ['a\u200bb', 'a b'],
    ['\ue000x', '\ue000x'],
    ['𠀀𠀁 𝐀', '𠀀 𠀁 a'],
    ['x😀y \ud800z', 'x y z'],
  ])('gives for %j %j', (text, words) => expect(indexWords(text)).toBe(words));

  it('gives tokens that are the tokens of themselves, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = indexWords(text);
        expect(words).toBe(tokensOf(text).join(' '));
        expect(words.isWellFormed()).toBe(true);
        expect(fold(words)).toBe(words);
        expect(indexWords(words)).toBe(words);
      }),
    );
  });

  it('gives a text of ASCII and one with more the same words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(indexWords(`${text} é`)).toBe(`${indexWords(text)} e`.trim());
      }),
    );
  });
});

describe('endsInsideWord', () => {
  it.each(['stor', 'U.S', '4.2', 'हि', 'x\u00ad'])('is so for %j', (text) =>
    expect(endsInsideWord(text)).toBe(true),
  );

  it.each(['', 'storm ', 'U.S.', '4%', '北京', 'が'])('is not so for %j', (text) =>
    expect(endsInsideWord(text)).toBe(false),
  );
});
