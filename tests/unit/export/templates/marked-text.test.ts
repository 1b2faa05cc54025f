import { describe, expect, it } from 'vitest';
import { renderEntry } from '../../../../electron/export/templates/render-entry.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import type { Annotation } from '../../../../electron/shared/model/annotation.ts';
import type { Item } from '../../../../electron/shared/model/briefing.ts';
import { referenceTo } from '../../../../electron/shared/model/reference-to.ts';
import { passageOf } from '../../../support/export/entries.ts';
import { briefingOf } from '../../shared/briefings.ts';
import { annotationOf, listingOf } from '../../shared/marks.ts';
import { writingOptions } from './writing.ts';

function itemOf(kind: Item['kind'], text: string, changes: Partial<Item> = {}): Item {
  return { kind, text, marker: null, ...changes };
}

/** A briefing with one section, and passages of its items by their numbers. */
function entryOf(
  items: readonly Item[],
  marked: readonly (readonly [number, string])[],
): ExportEntry {
  const listing = listingOf(1);
  const sections = [{ heading: null, items }];
  const briefing = briefingOf({ figures: [], dek: null, sections });
  const annotations: readonly Annotation[] = marked.map(([item, exact], index) =>
    annotationOf(index + 1, {
      target: passageOf(briefing, `sections/0/items/${item}`, exact, listing.fingerprint),
      color: 'yellow',
    }),
  );
  return { reference: referenceTo(listing), briefing, marks: { annotations, bookmarks: [] } };
}

/** The text alone. */
function textOf(entry: ExportEntry, flavour: 'markdown' | 'obsidian'): string {
  const source = `{{ text | marked: '${flavour}' }}`;
  const made = renderEntry(entry, { source }, writingOptions({ withText: true }));
  if (!made.ok) throw new Error(made.problem.message);
  return made.value;
}

describe('marked text', () => {
  const list = [
    itemOf('bullet', 'Ports', { level: 3 }),
    itemOf('bullet', 'Valmar', { level: 2 }),
    itemOf('bullet', 'Quay', { level: 4, marker: '2.' }),
    itemOf('bullet', 'Ships'),
    itemOf('quote', 'Over and out.', { level: 2 }),
  ];

  it('has lists as deep as they can stand', () => {
    expect(textOf(entryOf(list, [[2, 'Quay']]), 'markdown')).toBe(
      [
        '- Ports',
        '    - Valmar',
        '        2. **Quay**\\[1\\]',
        '- Ships',
        '',
        '> > Over and out.',
        '',
      ].join('\n'),
    );
  });

  it('has blocks inside of one another in Logseq', () => {
    const made = renderEntry(
      entryOf(list, [[2, 'Quay']]),
      'logseq',
      writingOptions({ withText: true }),
    );
    expect(made.ok && made.value).toContain(
      [
        '\t- Ports',
        '\t\t- Valmar',
        `\t\t\t- 2\\. ==Quay==[1](((${annotationOf(1).id})))`,
        '\t- Ships',
        '\t- > > Over and out.',
      ].join('\n'),
    );
  });

  it('has marks in the cells of tables, with references that do not end a cell', () => {
    const rows = [itemOf('row', 'Port\tTime'), itemOf('row', 'Valmar\tnoon')];
    const entry = entryOf(rows, [
      [0, 'Port\tTime'],
      [1, 'noon'],
    ]);
    expect(textOf(entry, 'obsidian')).toBe(
      [
        '| ==Port== | ==Time==[[#^rd-000000000000\\|1]] |',
        '| --- | --- |',
        '| Valmar | ==noon==[[#^rd-000000000000\\|2]] |',
        '',
      ].join('\n'),
    );
  });

  it('refers to what ends between two cells', () => {
    const entry = entryOf([itemOf('row', 'Port\tTime')], [[0, 'Port']]);
    const text = textOf(entry, 'markdown');
    expect(text).toContain('| **Port**\\[1\\] | Time |');
  });

  it('refers to notes on code behind it, as nothing can be marked in it', () => {
    const entry = entryOf([itemOf('code', 'let a = 1;\nlet b;')], [[0, 'a = 1']]);
    expect(textOf(entry, 'markdown')).toBe('```\nlet a = 1;\nlet b;\n```\n\n\\[1\\]\n');
  });

  it('refers to a passage of several parts once, where it ends', () => {
    const items = [itemOf('paragraph', 'It begins here.'), itemOf('paragraph', 'It ends here.')];
    const briefing = entryOf(items, []).briefing;
    if (briefing === null) throw new Error('There is no briefing.');
    const entry = entryOf(items, [[0, 'begins here.']]);
    const [annotation] = entry.marks.annotations;
    if (annotation?.target.kind !== 'passage') throw new Error('There is no passage.');
    const { quote, position } = annotation.target;
    const target = {
      ...annotation.target,
      quote: { ...quote, exact: 'begins here.\nIt ends', suffix: ' here.' },
      position: { ...position, end: position.end + 8 },
    };
    const marks = { annotations: [{ ...annotation, target }], bookmarks: [] };
    expect(textOf({ ...entry, marks }, 'markdown')).toBe(
      'It **begins here.**\n\n**It ends**\\[1\\] here.\n',
    );
  });

  it('writes a letter beside a mark as an entity where the mark would be none', () => {
    const entry = entryOf([itemOf('paragraph', 'ab(c)d')], [[0, '(c)']]);
    expect(textOf(entry, 'markdown')).toBe('a&#98;**(c)**\\[1\\]d\n');
  });
});
