import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedMark } from '../../../../electron/import/imported-mark.ts';
import { markdownWriter } from '../../../../electron/export/templates/markdown-writer.ts';
import { obsidianTag } from '../../../../electron/export/templates/words.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { quoteOf } from '../../../../electron/shared/export/quote-of.ts';
import { inDocumentOrder } from '../../../../electron/shared/model/document-order.ts';
import { normaliseTag } from '../../../../electron/shared/model/tag.ts';
import { entrySource, exportEntries } from '../../../support/export/entries.ts';
import { writingOptions } from '../../export/web-annotation/written-json.ts';
import { annotationOf, listingOf } from '../../shared/marks.ts';
import { readAs } from './read-fixture.ts';

const minute = 60_000;
const flavours = ['markdown', 'obsidian'] as const;

type Form = readonly [flavour: (typeof flavours)[number], withText: boolean];

const forms: readonly Form[] = flavours.flatMap((flavour) => [
  [flavour, false] as const,
  [flavour, true] as const,
]);

/** What Markdown keeps of an annotation: its words, and its time to the minute. */
function keptOf({ target, color, tags, note, modifiedAt }: ImportedMark) {
  const quote = 'exact' in target ? target.exact : 'quote' in target ? target.quote : '';
  return { quote, color, tags, note, modifiedAt };
}

/** Tags of Obsidian are words without much in them. */
function keptTags(tags: readonly string[], flavour: Form[0]): readonly string[] {
  if (flavour === 'markdown') return tags;
  return [...new Set(tags.map(obsidianTag))].filter((tag) => tag !== '');
}

function expectedOf({ briefing, marks }: ExportEntry, flavour: Form[0]) {
  return inDocumentOrder(marks.annotations, briefing).map((annotation) => ({
    quote: quoteOf(annotation.target),
    color: annotation.color,
    tags: keptTags(annotation.tags, flavour),
    note: annotation.note,
    modifiedAt: Math.floor(annotation.modifiedAt / minute) * minute,
  }));
}

async function read(entries: readonly ExportEntry[], [flavour, withText]: Form) {
  const options = { ...writingOptions, withText, colorNames: { yellow: 'To *check* · now' } };
  let text = '';
  for await (const piece of markdownWriter(flavour)(entrySource(entries), options)) {
    text += String(piece);
  }
  return readAs('notes.md', text);
}

describe.each(forms)('Markdown of this app (%s, with text: %s)', (...form) => {
  const [flavour] = form;

  it('comes back with quotes, notes, colours, tags and times', async () => {
    const { marks, refused } = await read(exportEntries(), form);
    expect(refused).toEqual([]);
    const annotations = marks.filter(({ kind }) => kind === 'annotation');
    const expected = exportEntries().flatMap((entry) => expectedOf(entry, flavour));
    expect(annotations.map(keptOf)).toEqual(expected);
  });

  it('comes back with what it says of the briefings', async () => {
    const { marks } = await read(exportEntries(), form);
    const known = exportEntries().flatMap(({ reference, marks: { annotations, bookmarks } }) =>
      [...annotations, ...bookmarks].map(() => ({
        briefingId: null,
        fingerprint: null,
        headline: reference.headline,
        source: reference.source,
        date: reference.date,
        address: reference.fileName,
      })),
    );
    expect(marks.map(({ source }) => source)).toEqual(known);
  });

  it('comes back with its bookmarks', async () => {
    const { marks } = await read(exportEntries(), form);
    const time = Date.UTC(2026, 2, 5, 10);
    expect(marks.filter(({ kind }) => kind === 'bookmark')).toMatchObject([
      { target: { kind: 'briefing' }, createdAt: time, modifiedAt: null },
      { target: { exact: 'The ferry to Norland stays in port.' }, createdAt: time + minute },
      { target: { kind: 'briefing' }, createdAt: time },
    ]);
  });

  it('names the part where its place can be no other', async () => {
    const { marks } = await read(exportEntries(), form);
    const parts = marks.map(({ target }) => ('part' in target ? target.part : null));
    expect(parts).toContain('dek');
    expect(parts).toContain('figures/0');
    expect(parts).toContain('sections/0/items/3');
  });

  it('comes back whatever stands in notes, quotes and tags', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...Array.from('\\*_#>-+`|&~[]()<!1. a=:^\n\u00a0')) }),
    );
    const line = words.map((text) => text.replaceAll(/[\s\u0085]+/gu, ' ').trim());
    const note = words.map((text) => text.replaceAll('\r', '\n').trimEnd());
    const tag = words.map(normaliseTag).filter((text) => text !== null && !text.includes('·'));
    const annotation = fc.record({
      quote: line,
      note,
      tags: fc.uniqueArray(tag, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(annotation, { maxLength: 4 }), async (given) => {
        const annotations = given.map(({ quote, note: text, tags }, index) =>
          annotationOf(index + 1, {
            target: { kind: 'part', part: 'sections/0/items/0', quote: `a${quote}` },
            color: 'blue',
            note: text,
            tags: tags.filter((one) => one !== null),
          }),
        );
        const marks = { annotations, bookmarks: [] };
        const entry = { reference: listingOf(1), briefing: null, marks };
        const file = await read([entry], form);
        expect(file.refused).toEqual([]);
        expect(file.marks.map(keptOf)).toEqual(expectedOf(entry, flavour));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file of Obsidian for one briefing', () => {
  it('says in its properties what it is of', async () => {
    const [entry] = exportEntries();
    if (entry === undefined) throw new Error('There is no entry.');
    const { reference } = entry;
    expect((await read([entry], ['obsidian', true])).marks[0]?.source).toEqual({
      briefingId: reference.id,
      fingerprint: null,
      headline: reference.headline,
      source: reference.source,
      date: { value: '2026-03-04', provenance: 'front matter', evidence: null },
      address: reference.fileName,
    });
  });

  it('is read when Obsidian wrote the properties anew', () => {
    const text = `---\ntitle: Ferries\nfile: a.txt\nreadout-id: nothing\n---\n\n# Other\n\n## Notes\n
> [!info|blue]- Dek\n> > The storm.\n>\n> A note of ==mine==\n\n^rd-0123456789ab\n`;
    expect(readAs('n.md', text)).toMatchObject({
      refused: [],
      marks: [
        {
          source: { briefingId: null, headline: 'Ferries', address: 'a.txt' },
          target: { exact: 'The storm.', part: 'dek' },
          color: 'blue',
          note: 'A note of ==mine==',
          modifiedAt: null,
        },
      ],
    });
  });
});

describe('Markdown that was edited', () => {
  const head = '# Ferries\n\n- Source: Harbour Post\n\n## Notes\n\n';

  it('leaves out the ids that blocks are linked by', () => {
    const { marks } = readAs(
      'n.md',
      `${head}- **Dek** · #sea · 7 · #land · 2026-03-05 10:02 UTC <!-- rd-0123456789ab -->\n\n  > The storm.\n
- **Dek** · blue ^rd-0123456789ab\n\n  > The storm.\n`,
    );
    expect(marks).toMatchObject([
      { tags: ['sea · 7', 'land'], modifiedAt: Date.UTC(2026, 2, 5, 10, 2) },
      { color: 'blue', tags: [], modifiedAt: null },
    ]);
  });

  it('reads other line ends, and items with what is missing left out', () => {
    const { marks, refused } = readAs(
      'n.md',
      `${head}- **The whole briefing**\r\n\r\n  A note\r\n  in lines\r\n\r\n* **Somewhere**\r\n  > Words\r\n`,
    );
    expect(refused).toEqual([]);
    expect(marks).toMatchObject([
      { target: { kind: 'briefing' }, note: 'A note\nin lines', color: null, tags: [] },
      { target: { kind: 'passage', exact: 'Words', part: null }, note: '' },
    ]);
  });

  it('says of each item that cannot be taken why', () => {
    const { marks, refused } = readAs(
      'n.md',
      `${head}Words of my own\nin two lines\n\n- an item\n\n- **Overview, bullet 1**\n\n  No quote\n
- **Dek**\n\n  > The storm.\n`,
    );
    expect(marks).toMatchObject([{ target: { exact: 'The storm.' } }]);
    const stray = 'It is no note of this app: no place stands before it.';
    expect(refused).toEqual([
      { excerpt: 'Words of my own in two lines', reason: stray },
      { excerpt: '- an item', reason: stray },
      {
        excerpt: 'Overview, bullet 1 No quote',
        reason: 'It does not quote the words that it is on.',
      },
    ]);
  });

  it('does not take the text of a briefing for notes', () => {
    const { marks, refused } = readAs(
      'n.md',
      `${head}- **Dek**\n\n  > The storm.\n\n## Text\n\nThe storm\n\n- **Bold** words\n`,
    );
    expect(marks).toHaveLength(1);
    expect(refused).toEqual([]);
  });
});
