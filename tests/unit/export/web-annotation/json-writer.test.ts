import { describe, expect, it } from 'vitest';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { referenceTo } from '../../../../electron/shared/model/reference-to.ts';
import { exportEntries, passageOf } from '../../../support/export/entries.ts';
import { briefingOf } from '../../shared/briefings.ts';
import { annotationOf, bookmarkOf, listingOf } from '../../shared/marks.ts';
import { faultsOfCollection } from './annotation-model.ts';
import { writtenJson } from './written-json.ts';

const folder = '../../../fixtures/export/json';

interface Written {
  readonly total: number;
  readonly 'readout:briefings': readonly Readonly<Record<string, unknown>>[];
  readonly first: { readonly items: readonly Readonly<Record<string, unknown>>[] };
}

async function written(entries: readonly ExportEntry[], withText = false): Promise<Written> {
  return JSON.parse(await writtenJson(entries, { withText })) as Written;
}

/** A briefing with characters that are two code units, and a passage behind them. */
function wideEntry(isGone: boolean): ExportEntry {
  const briefing = briefingOf({
    dek: null,
    figures: [],
    sections: [
      {
        heading: null,
        items: [{ kind: 'paragraph', text: '🚢🚢 The ferry 🚢 left.', marker: null }],
      },
    ],
  });
  const target = passageOf(briefing, 'sections/0/items/0', 'ferry 🚢 left', null);
  return {
    reference: referenceTo(listingOf(1)),
    briefing: isGone ? null : briefing,
    marks: { annotations: [annotationOf(1, { target })], bookmarks: [] },
  };
}

/** The selector of the part that the first mark is in, with the position that refines it. */
async function partSelectorOf(entry: ExportEntry): Promise<unknown> {
  const [first] = (await written([entry])).first.items;
  return (first as { target: { selector: readonly unknown[] } }).target.selector[1];
}

describe('jsonWriter', () => {
  it('writes what it wrote before', async () => {
    await expect(await writtenJson(exportEntries())).toMatchFileSnapshot(`${folder}/notes.json`);
  });

  it('writes the text of the briefings if it is wanted', async () => {
    const text = await writtenJson(exportEntries(), { withText: true });
    await expect(text).toMatchFileSnapshot(`${folder}/notes-with-text.json`);
  });

  it('is valid against the model', async () => {
    expect(faultsOfCollection(await written(exportEntries()))).toEqual([]);
    expect(faultsOfCollection(await written(exportEntries(), true))).toEqual([]);
  });

  it('is valid without any mark, or any briefing', async () => {
    const marks = { annotations: [], bookmarks: [] };
    const without = exportEntries().map((entry) => ({ ...entry, marks }));
    const [none, unmarked] = [await written([]), await written(without)];
    expect(faultsOfCollection(none)).toEqual([]);
    expect(faultsOfCollection(unmarked)).toEqual([]);
    expect([none.total, unmarked.total]).toEqual([0, 0]);
    expect(unmarked['readout:briefings']).toHaveLength(3);
  });

  it('has the text of a briefing only if it is wanted, and not where its file is gone', async () => {
    const texts = ({ 'readout:briefings': briefings }: Written): readonly unknown[] =>
      briefings.map((briefing) => typeof briefing['readout:text']);
    const none = 'undefined';
    expect(texts(await written(exportEntries()))).toEqual([none, none, none]);
    expect(texts(await written(exportEntries(), true))).toEqual(['string', 'string', none]);
  });

  it('writes marks by their times, whatever their order in the store', async () => {
    const [first, ...others] = exportEntries();
    if (first === undefined) throw new Error('There is no entry.');
    const { annotations, bookmarks } = first.marks;
    const turned = {
      annotations: annotations.toReversed(),
      bookmarks: [
        bookmarkOf(11, { createdAt: bookmarks[0]?.createdAt ?? 0 }),
        ...bookmarks.slice(1),
      ].toReversed(),
    };
    const text = await writtenJson([{ ...first, marks: turned }, ...others]);
    expect(text).toBe(await writtenJson(exportEntries()));
  });

  it('leaves out a time that is none', async () => {
    const [entry] = exportEntries();
    if (entry === undefined) throw new Error('There is no entry.');
    const annotations = [annotationOf(1, { createdAt: Number.NaN, modifiedAt: 9e15 })];
    const { first } = await written([{ ...entry, marks: { annotations, bookmarks: [] } }]);
    expect(Object.keys(first.items[0] ?? {})).toEqual([
      'id',
      'type',
      'motivation',
      'body',
      'target',
    ]);
  });
});

describe('jsonWriter, where characters are more than one code unit', () => {
  it('counts characters, and keeps the code units beside them', async () => {
    expect(await partSelectorOf(wideEntry(false))).toMatchObject({
      refinedBy: { start: 7, end: 19, 'readout:start': 9, 'readout:end': 22 },
    });
  });

  it('has nothing but the code units where the text is gone', async () => {
    expect(await partSelectorOf(wideEntry(true))).toEqual({
      type: 'FragmentSelector',
      conformsTo: 'urn:readout:part-path',
      value: 'sections/0/items/0',
      refinedBy: { type: 'TextPositionSelector', start: 9, end: 22 },
    });
  });
});
