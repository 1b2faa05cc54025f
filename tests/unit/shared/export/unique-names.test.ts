import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniqueNames } from '../../../../electron/shared/export/unique-names.ts';

/** An id whose digits are those given, then zeros. */
function idOf(digits: string): string {
  return digits.padEnd(32, '0');
}

function namesOf(...things: readonly (readonly [string, string])[]): readonly string[] {
  const made = uniqueNames(
    things.map(([digits, text]) => ({ id: idOf(digits), text })),
    '.md',
  );
  return things.map(([digits]) => made.get(idOf(digits)) ?? '');
}

describe('uniqueNames', () => {
  it('names files for their text alone where nothing else has that name', () => {
    expect(namesOf(['a', 'Ferries'], ['b', 'Bridges: closed?'])).toEqual([
      'Ferries.md',
      'Bridges closed.md',
    ]);
  });

  it.each([
    ['the same', 'Ferries', 'Ferries'],
    ['different in case', 'Ferries', 'FERRIES'],
    ['composed and decomposed', 'Fa\u0308hren', 'F\u00e4hren'],
    ['the same once they are safe', 'Ferries?', 'Ferries*'],
    ['one for systems that fold letters', 'Straße', 'STRASSE'],
  ])('adds the beginning of the ids to names that are %s', (_, one, other) => {
    const [first = '', second = ''] = namesOf(['3fa9c1d2', one], ['77e0aa12', other]);
    expect(first).toMatch(/ 3fa9c1\.md$/);
    expect(second).toMatch(/ 77e0aa\.md$/);
  });

  it('adds more of the ids where their beginnings are the same', () => {
    expect(namesOf(['3fa9c1000001', 'Ferries'], ['3fa9c1000002', 'Ferries'])).toEqual([
      'Ferries 3fa9c1000001.md',
      'Ferries 3fa9c1000002.md',
    ]);
    expect(namesOf(['', 'Ferries'], [`${'0'.repeat(31)}1`, 'Ferries'])).toEqual([
      `Ferries ${'0'.repeat(32)}.md`,
      `Ferries ${'0'.repeat(31)}1.md`,
    ]);
  });

  it('gives a name of the same form as one with an id to no second file', () => {
    const names = namesOf(['3fa9c1', 'Ferries'], ['77e0aa', 'Ferries'], ['b', 'Ferries 3fa9c1']);
    expect(new Set(names).size).toBe(3);
  });

  it('keeps the end of the id, however long the text is', () => {
    const long = 'Fähre '.repeat(100);
    const names = namesOf(['3fa9c1', long], ['77e0aa', long]);
    expect(names.map((name) => name.slice(-10))).toEqual([' 3fa9c1.md', ' 77e0aa.md']);
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  });

  it('leaves the other names as they are when a briefing comes', () => {
    const before = namesOf(['a', 'Ferries'], ['b', 'Bridges']);
    expect(namesOf(['a', 'Ferries'], ['b', 'Bridges'], ['c', 'Ports']).slice(0, 2)).toEqual(before);
    const shared = namesOf(['1', 'Ferries'], ['2', 'ferries']);
    expect(namesOf(['1', 'Ferries'], ['2', 'ferries'], ['3', 'Ferries']).slice(0, 2)).toEqual(
      shared,
    );
  });

  it('gives each its own name on every system, whatever the order', () => {
    const word = fc.constantFrom('a', 'A', 'ä', 'a\u0308', ' ', '00000a', '00000b', '?', 'ß', 'ss');
    const thing = fc.record({
      id: fc.array(fc.constantFrom('0', 'a', 'b'), { maxLength: 8 }).map((all) => {
        return all.join('').padStart(6, '0').padEnd(32, '0');
      }),
      text: fc.array(word, { maxLength: 4 }).map((all) => all.join('')),
    });
    const things = fc.uniqueArray(thing, { selector: ({ id }) => id, maxLength: 12 });
    fc.assert(
      fc.property(things, (all) => {
        const names = uniqueNames(all, '.md');
        const folded = [...names.values()].map((name) => name.normalize('NFD').toLowerCase());
        expect(new Set(folded).size).toBe(all.length);
        expect(new Map(uniqueNames(all.toReversed(), '.md'))).toEqual(new Map(names));
      }),
      { numRuns: 2000 },
    );
  });
});
