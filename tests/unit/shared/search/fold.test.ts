import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedWords } from '../../../../electron/shared/search/fold.ts';

describe('fold', () => {
  it.each([
    ['Müller', 'muller'],
    ['Mu\u0308ller', 'muller'],
    ['İstanbul', 'istanbul'],
    ['ISPARTA', 'isparta'],
    ['Iğdır', 'igdir'],
    ['Ёлка', 'елка'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Łódź', 'lodz'],
    ['Tromsø', 'tromso'],
    ['ＦＵＬＬ', 'full'],
    ['ﬁnal', 'final'],
    ['ΟΔΥΣΣΕΑΣ', 'οδυσσεασ'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
  ])('folds %s to %s', (text, folded) => expect(fold(text)).toBe(folded));

  it.each([
    ['Hindi', 'हिंदी', 'हद'],
    ['Thai', 'ที่', 'ท'],
  ])('keeps the vowels of %s, which are no diacritics', (_, text, consonants) =>
    expect(fold(text)).not.toBe(consonants),
  );

  it('gives a text that is typed in parts the parts of its folding', () =>
    expect(fold('ΟΔΥΣΣΕΑΣ').startsWith(fold('ΟΔΥΣ'))).toBe(true));

  it('folds what is folded to itself, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('folds both normal forms of any text to the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});

describe('foldedWords', () => {
  it('gives the words of a query, folded', () =>
    expect(foldedWords('  Łódź\u00a0 MÜLLER ')).toEqual(['lodz', 'muller']));

  it('gives none for white space', () => expect(foldedWords(' \t\u3000')).toEqual([]));
});
