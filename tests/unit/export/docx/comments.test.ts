import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../../electron/shared/anchoring/describe.ts';
import { RunningText } from '../../../../electron/shared/anchoring/running-text.ts';
import { partsOf } from '../../../../electron/shared/model/part.ts';
import { exportEntries } from '../../../support/export/entries.ts';
import { briefingOf } from '../../shared/briefings.ts';
import { annotationOf } from '../../shared/marks.ts';
import { annotationOn, entryWith } from './entry-with.ts';
import { openedDocument } from './opened-document.ts';

const plain = {
  sections: [
    {
      heading: 'Overview',
      items: [{ kind: 'paragraph', text: 'One two three four five.', marker: null }],
    },
  ],
} as const;

const part = 'sections/0/items/0';

describe('highlights of a document', () => {
  it('are the colours of the app behind their words, the newest on top', async () => {
    const { paragraphs } = await openedDocument(exportEntries().slice(0, 1));
    const item = paragraphs.find(({ text }) => text.startsWith('The ferry to Valmar'));
    expect(item?.shaded).toEqual([
      { fill: 'FFE9A3', text: 'ferry to ' },
      { fill: 'CFE4FF', text: 'Valmar' },
      { fill: 'CFE4FF', text: ' left at noon' },
    ]);
  });

  it.each([
    ['yellow', 'FFE9A3'],
    ['green', 'CDEECB'],
    ['blue', 'CFE4FF'],
    ['pink', 'FFD3E1'],
    ['purple', 'E4D7FF'],
  ] as const)('are %s as %s', async (color, fill) => {
    const mark = annotationOn(1, plain, part, 'two', { color, note: '' });
    const { comments, paragraphs } = await openedDocument([entryWith(plain, [mark])]);
    expect(paragraphs.at(-1)?.shaded).toEqual([{ fill, text: 'two' }]);
    expect(comments).toEqual([]);
  });
});

describe('comments of a document', () => {
  it('are on the words that the notes are about', async () => {
    const { comments } = await openedDocument(exportEntries().slice(0, 1));
    expect(comments.map(({ on, paragraphs }) => [on, paragraphs])).toEqual([
      [
        'Ferries of Norland, part 1',
        [
          'Ask the *harbour* office.',
          '- when',
          '- why',
          '#travel/sea · #Überfahrt · The whole briefing',
        ],
      ],
      ['The storm is over.', ['Since when?', 'Dek']],
      [
        'The ferry at the quay of Valmar. (Reuters / Ada Berg)',
        ['Which quay?', 'green · Figure 1'],
      ],
      [
        'Valmar left at noon',
        ['Overlaps the one before it.', 'Claim · #travel/sea · Overview, bullet 1'],
      ],
    ]);
  });

  it('say who wrote them and when', async () => {
    const { comments } = await openedDocument(exportEntries().slice(0, 1));
    expect(comments.map(({ id }) => id)).toEqual(['0', '1', '2', '3']);
    expect(comments[0]?.xml).toContain('w:author="Readout"');
    expect(comments[0]?.xml).toContain('w:initials="R"');
    expect(comments[0]?.xml).toContain('w:date="2026-03-05T10:01:00.000Z"');
  });

  it('are shown by a reference each', async () => {
    const { body, comments } = await openedDocument(exportEntries());
    const references = [...body.matchAll(/<w:commentReference w:id="(\d+)"\/>/g)];
    expect(references.map(([, id]) => id).toSorted()).toEqual(comments.map(({ id }) => id));
    expect(comments.length).toBeGreaterThan(4);
  });

  it('may overlap', async () => {
    const marks = [
      annotationOn(1, plain, part, 'One two three', { color: 'yellow', note: 'a' }),
      annotationOn(2, plain, part, 'two three four', { color: 'pink', note: 'b' }),
      annotationOn(3, plain, part, 'three', { color: null, note: 'c' }),
    ];
    const { comments, paragraphs } = await openedDocument([entryWith(plain, marks)]);
    expect(comments.map(({ on, paragraphs: [note] }) => [on, note])).toEqual([
      ['One two three', 'a'],
      ['two three four', 'b'],
      ['three', 'c'],
    ]);
    expect(paragraphs.at(-1)?.shaded.map(({ fill }) => fill)).toEqual([
      'FFE9A3',
      'FFD3E1',
      'FFD3E1',
      'FFD3E1',
    ]);
  });

  it('go from one part to another', async () => {
    const parts = partsOf(briefingOf({ figures: [], ...plain }));
    const target = describePassage(
      new RunningText(parts),
      { part: 'dek', start: 4, end: 18 },
      { part, start: 0, end: 7 },
      null,
    );
    if (target === null) throw new Error('There is no such passage.');
    const { comments, paragraphs } = await openedDocument([
      entryWith(plain, [annotationOf(1, { target, color: 'blue', note: 'far' })]),
    ]);
    expect(comments.map(({ on }) => on)).toEqual(['storm is over.OverviewOne two']);
    expect(paragraphs.flatMap(({ shaded }) => shaded.map(({ text }) => text))).toEqual([
      'storm is over.',
      'Overview',
      'One two',
    ]);
  });

  it('go from one cell of a table to another', async () => {
    const cells = [
      { start: 0, end: 4, isHeading: false },
      { start: 5, end: 9, isHeading: false },
    ];
    const table = {
      sections: [
        { heading: null, items: [{ kind: 'row', text: 'Port\tSail', marker: null, cells }] },
      ],
    } as const;
    const marks = [
      annotationOn(1, table, part, 'rt\tSa', { note: 'both' }),
      annotationOn(2, table, part, '\tSail', { note: 'gap' }),
      annotationOf(3, { target: { kind: 'part', part, quote: 'Port\tSail' }, note: 'row' }),
    ];
    const { comments } = await openedDocument([entryWith(table, marks)]);
    expect(comments.map(({ on, paragraphs: [note] }) => [note, on])).toEqual([
      ['row', 'PortSail'],
      ['both', 'rtSa'],
      ['gap', 'Sail'],
    ]);
  });
});

describe('notes without a place', () => {
  it('are listed with their quote', async () => {
    const { comments, paragraphs } = await openedDocument(exportEntries().slice(1, 2));
    expect(paragraphs.slice(-3).map(({ style, text }) => [style, text])).toEqual([
      ['Heading2', 'Notes without a place'],
      ['NoteHead', '<img src=x onerror=alert(1)>, paragraph 1 · purple · 2026-03-05 10:07 UTC'],
      ['Quote', 'It is not there any more at all.'],
    ]);
    expect(comments).toHaveLength(1);
  });

  it('are all there is of a briefing whose file is gone', async () => {
    const { paragraphs } = await openedDocument(exportEntries().slice(2));
    expect(paragraphs.map(({ text }) => text)).toEqual([
      'Bridges of Norland close',
      'Source: Harbour Post',
      'Date: 2026-03-04 (from the front matter)',
      'File: ferries-3.txt (not in the library any more)',
      'Notes',
      'Section 1, item 4 · Yellow · 2026-03-05 10:08 UTC',
      'The bridge closed.',
      'Until when?',
      'Bookmarks',
      'The whole briefing · 2026-03-05 10:00 UTC',
    ]);
  });
});
