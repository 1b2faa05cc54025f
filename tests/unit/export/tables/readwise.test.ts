import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readwiseWriter } from '../../../../electron/export/tables/readwise.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import type { Annotation } from '../../../../electron/shared/model/annotation.ts';
import { referenceTo } from '../../../../electron/shared/model/reference-to.ts';
import { exportEntries } from '../../../support/export/entries.ts';
import { written } from '../../../support/export/written.ts';
import { annotationOf, bookmarkOf, listingOf } from '../../shared/marks.ts';

type Row = Readonly<Record<string, string>>;

async function rowsOf(entries: readonly ExportEntry[]): Promise<readonly Row[]> {
  return parse<Row>(await written(readwiseWriter, entries), { columns: true });
}

function entryWith(...changes: readonly Partial<Annotation>[]): ExportEntry {
  return {
    reference: referenceTo(listingOf(1, { source: null })),
    briefing: null,
    marks: {
      annotations: changes.map((change, index) => annotationOf(index + 1, change)),
      bookmarks: [bookmarkOf(9)],
    },
  };
}

describe('readwiseWriter', () => {
  it('writes what it wrote before', async () => {
    const text = await written(readwiseWriter, exportEntries());
    // Git keeps the fixture with line feeds alone.
    await expect(text.replaceAll('\r\n', '\n')).toMatchFileSnapshot(
      '../../../fixtures/export/readwise/notes.csv',
    );
  });

  it('has the columns that Readwise knows, from the first byte on', async () => {
    expect(await written(readwiseWriter, [])).toBe(
      'Highlight,Title,Author,URL,Note,Location,Date\r\n',
    );
  });

  it('puts tags before the note as Readwise reads them, each one word', async () => {
    const [row] = await rowsOf([entryWith({ tags: ['energy/wind power', 'sea'], note: 'Why?' })]);
    expect(row?.['Note']).toBe('.energy/wind-power\n.sea\nWhy?');
  });

  it('writes no tag that Readwise would take for an order', async () => {
    const [row] = await rowsOf([entryWith({ tags: ['c1', 'H2', 'h2o'], note: '' })]);
    expect(row?.['Note']).toBe('.c1-\n.H2-\n.h2o');
  });

  it('puts a note on the whole briefing, or on a bare figure, at the headline', async () => {
    const target = { kind: 'part', part: 'figures/1', quote: '' } as const;
    const rows = await rowsOf([entryWith({ note: 'Whole.' }, { target, note: 'Bare.' })]);
    expect(rows).toEqual([
      {
        Highlight: 'Ferries of Norland, part 1',
        Title: 'Ferries of Norland, part 1',
        Author: '',
        URL: '',
        Note: 'Whole.',
        Location: '1',
        Date: '1970-01-01 00:00:00+00:00',
      },
      expect.objectContaining({ Highlight: 'Ferries of Norland, part 1', Note: 'Bare.' }),
    ]);
  });

  it('leaves out bookmarks, and annotations that say nothing', async () => {
    expect(await rowsOf([entryWith({ note: '', color: 'green' })])).toEqual([]);
  });

  it('makes no cell a formula', async () => {
    const target = { kind: 'part', part: 'dek', quote: '=1+1' } as const;
    const [row] = await rowsOf([entryWith({ target, note: '@A1' })]);
    expect(row).toMatchObject({ Highlight: "'=1+1", Note: "'@A1" });
  });
});
