import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvWriter } from '../../../../electron/export/tables/csv.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { exportEntries, hostileHeadline } from '../../../support/export/entries.ts';
import { written } from '../../../support/export/written.ts';
import { annotationOf } from '../../shared/marks.ts';

type Row = Readonly<Record<string, string>>;

function rowsOf(text: string): readonly Row[] {
  return parse<Row>(text, { bom: true, columns: true, record_delimiter: '\r\n' });
}

/** Entries with one annotation on the whole briefing. */
function entryWith(changes: Parameters<typeof annotationOf>[1], headline = 'Ferries'): ExportEntry {
  const [first] = exportEntries();
  if (first === undefined) throw new Error('There are no entries.');
  return {
    reference: { ...first.reference, headline },
    briefing: null,
    marks: { annotations: [annotationOf(1, changes)], bookmarks: [] },
  };
}

describe('csvWriter', () => {
  it('writes what it wrote before', async () => {
    const text = await written(csvWriter, exportEntries());
    // Git keeps the fixture with line feeds alone.
    await expect(text.replaceAll('\r\n', '\n')).toMatchFileSnapshot(
      '../../../fixtures/export/csv/notes.csv',
    );
  });

  it('begins with the mark by which spreadsheets know UTF-8, and ends lines with CR LF', async () => {
    const text = await written(csvWriter, exportEntries());
    expect(text).toMatch(/^\uFEFFbriefing,source,date,date basis,file,path,briefing id,.*\r\n/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('has a row for each mark, in the order of the text', async () => {
    const rows = rowsOf(await written(csvWriter, exportEntries()));
    expect(rows.map((row) => [row['kind'], row['place']])).toEqual([
      ['bookmark', 'The whole briefing'],
      ['annotation', 'The whole briefing'],
      ['annotation', 'Dek'],
      ['annotation', 'Figure 1'],
      ['annotation', 'Overview, bullet 1'],
      ['annotation', 'Overview, bullet 1'],
      ['bookmark', 'Overview, bullet 2'],
      ['annotation', '<img src=x onerror=alert(1)>, paragraph 1'],
      ['annotation', '<img src=x onerror=alert(1)>, paragraph 1'],
      ['bookmark', 'The whole briefing'],
      ['annotation', 'Section 1, item 4'],
    ]);
  });

  it('says all that is known of a mark', async () => {
    const rows = rowsOf(await written(csvWriter, exportEntries()));
    expect(rows[5]).toEqual({
      briefing: 'Ferries of Norland, part 1',
      source: 'Harbour Post',
      date: '2026-03-04',
      'date basis': 'front matter',
      file: 'ferries-1.txt',
      path: '/library/ferries-1.txt',
      'briefing id': '00000000000000000000000000000001',
      kind: 'annotation',
      place: 'Overview, bullet 1',
      quote: 'Valmar left at noon',
      color: 'blue',
      'color name': 'Claim',
      tags: 'travel/sea',
      note: 'Overlaps the one before it.',
      created: '2026-03-05T10:03:00.000Z',
      modified: '2026-03-05T10:03:00.000Z',
      id: '00000000-0000-4000-8000-000000000003',
    });
  });

  it('makes no cell a formula, whatever the file or the reader wrote', async () => {
    const rows = rowsOf(await written(csvWriter, exportEntries()));
    expect(rows[7]).toMatchObject({
      briefing: `'${hostileHeadline}`,
      source: "'+cmd|calc",
      date: '',
      file: '../a"b;c\t.txt',
    });
    expect(rows[8]).toMatchObject({
      tags: "'=1+1; <b>",
      note: "'=cmd|' /C calc'!A0\n<script>alert(1)</script>\n```\nopen fence",
    });
  });

  it.each([
    ...['=1', '+1', '-1', '@A1', '＝1', '＋1', '－1', '＠A1', '﹦1', '﹢1', '﹣1', '﹫A1'],
    ...['\t1', '\r1', '\n1', ' =1', '\u00a0+1', '\ufeff=1', '\u200b@A1', '\u202e-1', '\u0000=1'],
  ])('takes %j for the beginning of a formula', async (note) => {
    const [row] = rowsOf(await written(csvWriter, [entryWith({ note })]));
    expect(row?.['note']).toBe(`'${note}`);
  });

  it.each(['1=1', 'a@b.example', '2026-03-04', "'quoted'", '–1', '', '“=1”'])(
    'leaves %j as it is',
    async (note) => {
      const [row] = rowsOf(await written(csvWriter, [entryWith({ note })]));
      expect(row?.['note']).toBe(note);
    },
  );

  it('is read back as it was written', async () => {
    const pieces = fc.constantFrom(
      '"',
      ',',
      ';',
      '\r\n',
      '\n',
      '\r',
      '\t',
      "'",
      '=',
      '＝',
      ' ',
      'a',
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.array(text, { maxLength: 3 }),
        async (headline, note, tags) => {
          const rows = rowsOf(await written(csvWriter, [entryWith({ note, tags }, headline)]));
          expect(rows).toHaveLength(1);
          for (const [column, value] of [
            ['briefing', headline],
            ['note', note],
            ['tags', tags.join('; ')],
          ] as const) {
            const cell = rows[0]?.[column] ?? '';
            expect([value, `'${value}`]).toContain(cell);
            expect(cell.trimStart().normalize('NFKC')).not.toMatch(/^[=+\-@\t\r\n]/);
          }
          expect(rows[0]?.['id']).toBe('00000000-0000-4000-8000-000000000001');
        },
      ),
      { numRuns: 500 },
    );
  });
});
