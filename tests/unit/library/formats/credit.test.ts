import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCredit } from '../../../../electron/library/formats/credit.ts';

const nothing = {
  agency: null,
  photographer: null,
  source: null,
  via: null,
  flags: [] as string[],
};
const reuters = { ...nothing, agency: 'Reuters' };
const ap = { ...nothing, agency: 'AP' };
const getty = { ...nothing, agency: 'Getty Images' };

const place = 'Ships wait in Valmar, D.C., U.S., June 18, 2025. ';

/** A credit as it may end a caption, and what it says. */
const table: readonly (readonly [string, typeof nothing | object])[] = [
  ['REUTERS/Marta Velling', { ...reuters, photographer: 'Marta Velling' }],
  ['REUTERS/Ragnhild Åse Thorsø', { ...reuters, photographer: 'Ragnhild Åse Thorsø' }],
  ['REUTERS/J. R. Halloway', { ...reuters, photographer: 'J. R. Halloway' }],
  ["REUTERS/Siobhan O'Marrin-Vale", { ...reuters, photographer: "Siobhan O'Marrin-Vale" }],
  ['REUTERS/Zoe\u0301 Lemai\u0302tre', { ...reuters, photographer: 'Zoe\u0301 Lemai\u0302tre' }],
  ['REUTERS/Joren Aske/Pool', { ...reuters, photographer: 'Joren Aske', flags: ['pool'] }],
  [
    'REUTERS/Joren Aske/File Photo',
    { ...reuters, photographer: 'Joren Aske', flags: ['file photo'] },
  ],
  [
    'REUTERS/Joren Aske/File Photo/File Photo',
    { ...reuters, photographer: 'Joren Aske', flags: ['file photo'] },
  ],
  [
    'REUTERS/Joren Aske/Pool/File Photo',
    { ...reuters, photographer: 'Joren Aske', flags: ['pool', 'file photo'] },
  ],
  ['REUTERS/Joren Aske/Handout', { ...reuters, photographer: 'Joren Aske', flags: ['handout'] }],
  [
    'REUTERS/Joren Aske/Illustration',
    { ...reuters, photographer: 'Joren Aske', flags: ['illustration'] },
  ],
  ['Lene Hartog/Pool via REUTERS', { ...reuters, source: 'Lene Hartog', flags: ['pool'] }],
  [
    'Sarvia News/Lene Hartog/Pool via REUTERS',
    { ...reuters, source: 'Sarvia News/Lene Hartog', flags: ['pool'] },
  ],
  [
    'Maredian Coast Guard/Handout via REUTERS',
    { ...reuters, source: 'Maredian Coast Guard', flags: ['handout'] },
  ],
  [
    'Press service of the 9th Valmar brigade/Handout via REUTERS',
    { ...reuters, source: 'Press service of the 9th Valmar brigade', flags: ['handout'] },
  ],
  [
    'Maredian Coast Guard/Handout via REUTERS/File Photo',
    { ...reuters, source: 'Maredian Coast Guard', flags: ['handout', 'file photo'] },
  ],
  ['Handout via REUTERS', { ...reuters, flags: ['handout'] }],
  ['(AP Photo/Idris Calloway)', { ...ap, photographer: 'Idris Calloway' }],
  ['(AP Photo/Siobhan O’Marrin)', { ...ap, photographer: 'Siobhan O’Marrin' }],
  [
    '(AP Photo/Idris Calloway, File)',
    { ...ap, photographer: 'Idris Calloway', flags: ['file photo'] },
  ],
  [
    '(AP Photo/Idris Calloway, Pool, File)',
    { ...ap, photographer: 'Idris Calloway', flags: ['pool', 'file photo'] },
  ],
  ['Pool via AP', { ...ap, flags: ['pool'] }],
  ['Petra Nyland/Pool via AP', { ...ap, source: 'Petra Nyland', flags: ['pool'] }],
  ['(Petra Nyland/Pool Photo via AP)', { ...ap, source: 'Petra Nyland', flags: ['pool'] }],
  ['Viggo Lanner / The Associated Press', { ...ap, photographer: 'Viggo Lanner' }],
  ['Nadia Ferrow/Getty Images', { ...getty, photographer: 'Nadia Ferrow' }],
  ['Nadia Ferrow via Getty Images', { ...getty, photographer: 'Nadia Ferrow' }],
  ['(Photo by Nadia Ferrow/Getty Images)', { ...getty, photographer: 'Nadia Ferrow' }],
  ['Emre van der Talland via Getty Images', { ...getty, photographer: 'Emre van der Talland' }],
  ...['AFP', 'Bloomberg', 'Anadolu', 'NurPhoto'].flatMap(
    (via) =>
      [
        [`${via} via Getty Images`, { ...getty, via }],
        [`Emre Talland/${via} via Getty Images`, { ...getty, photographer: 'Emre Talland', via }],
      ] as const,
  ),
  ['Credit: Kestrania Mountain Rescue', { ...nothing, source: 'Kestrania Mountain Rescue' }],
  ['Photo Credit: Lotte Graben', { ...nothing, source: 'Lotte Graben' }],
  [
    'Credit: Mount Irel Observatory/L. Fennimore',
    { ...nothing, source: 'Mount Irel Observatory/L. Fennimore' },
  ],
  ['Credit: REUTERS/Marta Velling', { ...reuters, photographer: 'Marta Velling' }],
];

describe('findCredit', () => {
  it.each(table)('reads %s behind a caption', (verbatim, names) => {
    expect(findCredit(place + verbatim)).toEqual({
      start: place.length,
      credit: { ...names, verbatim },
    });
  });

  it.each(table)('reads %s as a line of its own', (verbatim, names) => {
    expect(findCredit(verbatim)).toEqual({ start: 0, credit: { ...names, verbatim } });
  });

  it.each(table)('takes one full stop after %s for none of the name', (credit, names) => {
    const verbatim = `${credit}.`;
    expect(findCredit(place + verbatim)?.credit).toEqual({ ...names, verbatim });
  });

  it.each([
    'Skiers walk past closed shops in Lower Haldar.',
    'The governor (L) greets the mayor (R).',
    'The report was written by Reuters.',
    'Protesters hold signs in Valmar, November 3, 2025',
    'A man reads about REUTERS/',
    'A slip of paper says REUTERS/123',
    'The statement was sent via AP',
    'The owner takes credit: the bridge stands. Nobody else was asked to speak.',
    'Image',
    '/Getty Images',
    '()',
    '.',
    '',
  ])('invents no credit for "%s"', (line) => {
    expect(findCredit(line)).toBeNull();
  });

  it('does not take the end of a sentence into the name', () => {
    const found = findCredit('People walk in the streets of Valmar. Nadia Ferrow/Getty Images');
    expect(found?.credit).toMatchObject({ photographer: 'Nadia Ferrow' });
  });

  it('does not take a country before the name into it', () => {
    const found = findCredit('A ship in Boston, U.S. Nadia Ferrow via Getty Images');
    expect(found?.credit).toMatchObject({ photographer: 'Nadia Ferrow' });
  });

  it('keeps a slash of the caption out of the names', () => {
    const found = findCredit('A post on the Orlan/Sorvia border. Lene Hartog/Pool via REUTERS');
    expect(found?.credit).toMatchObject({
      source: 'Lene Hartog',
      verbatim: 'Lene Hartog/Pool via REUTERS',
    });
  });

  it('finds the credit at the end of a very long line', () => {
    const line = `${'a. '.repeat(2_000_000)}REUTERS/Marta Velling`;
    expect(findCredit(line)?.start).toBe(line.length - 'REUTERS/Marta Velling'.length);
  });

  it('always splits a line into two parts that make it up again', () => {
    const piece = fc.constantFrom(
      ...['REUTERS', 'Getty Images', 'AP', 'AP Photo', ' via ', '/', '/Pool', ', File', '(', ')'],
      ...['Marta Velling', '. ', '.', ' ', 'Credit:', 'é', '\ud800', 'The Associated Press', '-'],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 }),
        (all) => {
          const line = all.join('').trim();
          const found = findCredit(line);
          fc.pre(found !== null);
          expect(line.slice(0, found.start) + found.credit.verbatim).toBe(line);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
