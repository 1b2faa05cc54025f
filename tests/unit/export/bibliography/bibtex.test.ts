import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexWriter } from '../../../../electron/export/bibliography/bibtex.ts';
import { exportEntries, hostileHeadline } from '../../../support/export/entries.ts';
import { written } from '../../../support/export/written.ts';
import { type BibtexEntry, parseBibtex, printedBy } from './parse-bibtex.ts';
import { entryOf } from './references.ts';

async function entriesOf(
  ...entries: ReturnType<typeof entryOf>[]
): Promise<readonly BibtexEntry[]> {
  return parseBibtex(await written(bibtexWriter, entries));
}

/** What LaTeX prints of a field in braces that keep its capitals. */
function printedField(entry: BibtexEntry | undefined, name: string): string {
  const value = entry?.fields[name] ?? '';
  expect(value).toMatch(/^\{.*\}$/s);
  return printedBy(value.slice(1, -1));
}

describe('bibtexWriter', () => {
  it('writes what it wrote before', async () => {
    await expect(await written(bibtexWriter, exportEntries())).toMatchFileSnapshot(
      '../../../fixtures/export/bibtex/references.bib',
    );
  });

  it('has an article for a briefing with a source, and no author', async () => {
    expect(await entriesOf(entryOf({}))).toEqual([
      {
        kind: 'article',
        key: 'ferries2026-000000',
        fields: {
          title: '{Ferries of Norland, part 1}',
          journal: '{Harbour Post}',
          date: '2026-03-04',
          year: '2026',
          note: '{Read from the file ferries-1.txt}',
        },
      },
    ]);
  });

  it('states no source and no date that is not known', async () => {
    const [entry] = await entriesOf(entryOf({ source: null, date: null }));
    expect(entry?.kind).toBe('misc');
    expect(Object.keys(entry?.fields ?? {})).toEqual(['title', 'note']);
  });

  it('says where a date comes from that the file does not state', async () => {
    const date = { value: '2026-03-04', provenance: 'inferred', evidence: 'March 4' } as const;
    const [entry] = await entriesOf(entryOf({ date }));
    expect(entry?.fields['note']).toBe(
      '{Read from the file ferries-1.txt; date inferred from the text}',
    );
  });

  it('gives each briefing a key of its own that does not depend on the others', async () => {
    const ids = ['3fa9c1'.padEnd(32, '0'), '3fa9c1'.padEnd(32, '1'), '77e0aa'.padEnd(32, '0')];
    const entries = ids.map((id) => entryOf({ id }));
    const keys = (await entriesOf(...entries)).map(({ key }) => key);
    expect(keys).toEqual([
      'ferries2026-3fa9c1',
      `ferries2026-${ids[1] ?? ''}`,
      'ferries2026-77e0aa',
    ]);
    expect((await entriesOf(...entries.slice(2))).map(({ key }) => key)).toEqual(keys.slice(2));
  });

  it.each([
    ['Über die Fähren', 'uber2026-000000'],
    ['A.I. on', 'a2026-000000'],
    ['渡船', 'briefing2026-000000'],
  ])('makes a key of %j that every program takes', async (headline, key) => {
    expect((await entriesOf(entryOf({ headline })))[0]?.key).toBe(key);
  });

  it('prints hostile text as it is', async () => {
    const entry = parseBibtex(await written(bibtexWriter, exportEntries()))[1];
    expect(printedField(entry, 'title')).toBe(hostileHeadline);
    expect(printedField(entry, 'note')).toBe('Read from the file ../a"b;c .txt');
  });

  it('prints every text, and keeps the file in its form', async () => {
    const pieces = fc.constantFrom(...'\\{}~^$&%#_"@,=-ÄaB 渡'.split(''), '\n', '\u2028', '\\end');
    const text = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, async (headline, source) => {
        const entries = await entriesOf(entryOf({ headline, source }), entryOf({}, 2));
        const line = (value: string): string => value.replace(/\s+/gu, ' ').trim();
        expect(entries).toHaveLength(2);
        expect(printedField(entries[0], 'title')).toBe(line(headline));
        expect(printedField(entries[0], 'journal')).toBe(line(source));
      }),
      { numRuns: 1000 },
    );
  });
});
