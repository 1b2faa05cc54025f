import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { bibtexWriter } from '../../../../electron/export/bibliography/bibtex.ts';
import { cslWriter } from '../../../../electron/export/bibliography/csl.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { entrySource, exportEntries } from '../../../support/export/entries.ts';
import { written, writingOptions } from '../../../support/export/written.ts';
import { briefingOf } from '../../shared/briefings.ts';
import { parseBibtex } from './parse-bibtex.ts';
import { entryOf } from './references.ts';

const datePart = z.union([z.string(), z.number()]);

/**
 * The members that references have here, as the schema of CSL-JSON 1.0.2 states them. It allows no
 * others.
 */
const cslSchema = z.array(
  z.strictObject({
    id: z.union([z.string(), z.number()]),
    type: z.literal('article-newspaper'),
    title: z.string(),
    'container-title': z.optional(z.string()),
    issued: z.optional(
      z.strictObject({
        'date-parts': z
          .array(z.array(datePart).check(z.minLength(1), z.maxLength(3)))
          .check(z.minLength(1), z.maxLength(2)),
      }),
    ),
    language: z.optional(z.string()),
    note: z.string(),
  }),
);

type Csl = z.infer<typeof cslSchema>;

async function itemsOf(entries: readonly ExportEntry[]): Promise<Csl> {
  return cslSchema.parse(JSON.parse(await written(cslWriter, entries)));
}

describe('cslWriter', () => {
  it('writes what it wrote before', async () => {
    await expect(await written(cslWriter, exportEntries())).toMatchFileSnapshot(
      '../../../fixtures/export/csl/references.json',
    );
  });

  it('writes references that the schema allows', async () => {
    expect(await itemsOf(exportEntries())).toHaveLength(3);
    expect(await itemsOf([])).toEqual([]);
  });

  it('states what is known of a briefing, its language too', async () => {
    const entry = { ...entryOf({}), briefing: briefingOf({ language: 'en-GB' }) };
    expect(await itemsOf([entry])).toEqual([
      {
        id: 'ferries2026-000000',
        type: 'article-newspaper',
        title: 'Ferries of Norland, part 1',
        'container-title': 'Harbour Post',
        issued: { 'date-parts': [[2026, 3, 4]] },
        language: 'en-GB',
        note: 'Read from the file ferries-1.txt',
      },
    ]);
  });

  it('leaves out what is not known', async () => {
    const [item] = await itemsOf([entryOf({ source: null, date: null })]);
    expect(Object.keys(item ?? {})).toEqual(['id', 'type', 'title', 'note']);
  });

  it('has the keys of the BibTeX export', async () => {
    const keys = parseBibtex(await written(bibtexWriter, exportEntries())).map(({ key }) => key);
    expect((await itemsOf(exportEntries())).map(({ id }) => id)).toEqual(keys);
  });

  it('writes no title that processors would read as markup', async () => {
    const headline = 'a <i>b</i> <SPAN class="nocase">c</SPAN> <b\nd> 1 < 2 <is>';
    const [item] = await itemsOf([entryOf({ headline, source: '<sup>x</sup>' })]);
    expect(item?.title).not.toMatch(/<\/?[a-z]/i);
    expect(item?.['container-title']).not.toMatch(/<\/?[a-z]/);
    expect(item?.title.replaceAll('\u2060', '')).toBe(headline.replace('\n', ' '));
  });

  it('keeps a file name in one line, so that it states no field of its own', async () => {
    const [item] = await itemsOf([entryOf({ fileName: 'a\nDOI: 10.1/x\r\n.txt' })]);
    expect(item?.note).toBe('Read from the file a DOI: 10.1/x .txt');
  });

  it('gives the references one by one', async () => {
    const sizes: number[] = [];
    for await (const piece of cslWriter(entrySource(exportEntries()), writingOptions())) {
      sizes.push(piece.length);
    }
    expect(sizes).toHaveLength(4);
  });
});
