import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../electron/shared/model/briefing.ts';
import { layoutOf } from '../../../../renderer/reader/block-layout.ts';
import { briefingOf } from '../../shared/briefings.ts';

function itemOf(kind: Item['kind'], text = 'Words.'): Item {
  return { kind, text, marker: null };
}

function layoutOfItems(items: readonly Item[]) {
  return layoutOf(briefingOf({ sections: [{ heading: 'Overview', items }] }));
}

describe('layoutOf', () => {
  it('puts items that follow each other into one block, but each code into its own', () => {
    const kinds = ['bullet', 'paragraph', 'row', 'row', 'quote', 'code', 'code', 'row'] as const;
    const { sections } = layoutOfItems(kinds.map((kind) => itemOf(kind)));
    expect(
      sections[0]?.blocks.map(({ kind, start, items }) => [kind, start, items.length]),
    ).toEqual([
      ['list', 0, 2],
      ['table', 2, 2],
      ['quotes', 4, 1],
      ['code', 5, 1],
      ['code', 6, 1],
      ['table', 7, 1],
    ]);
  });

  it('keeps a list of an ordinary briefing in one piece, and cuts that of a large one', () => {
    const list = (count: number) => Array.from({ length: count }, () => itemOf('bullet'));
    expect(layoutOfItems(list(200))).toMatchObject({ isLarge: false, size: 200 });
    expect(layoutOfItems(list(200)).sections[0]?.blocks).toHaveLength(1);
    expect(layoutOfItems(list(1000))).toMatchObject({ isLarge: true, size: 1000 });
    expect(layoutOfItems(list(1000)).sections[0]?.blocks.length).toBeGreaterThan(10);
  });

  it('leaves a table in one piece, however long', () => {
    const rows = Array.from({ length: 3000 }, () => itemOf('row'));
    expect(layoutOfItems(rows).sections[0]?.blocks).toHaveLength(1);
  });

  it('is made once for a briefing', () => {
    const briefing = briefingOf();
    expect(layoutOf(briefing)).toBe(layoutOf(briefing));
  });

  it('has every item once, in order, with its name', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Item['kind'][]>('bullet', 'paragraph', 'quote', 'code', 'row'), {
          maxLength: 900,
          size: 'max',
        }),
        (kinds) => {
          const items = kinds.map((kind) => itemOf(kind));
          const blocks = layoutOfItems(items).sections[0]?.blocks ?? [];
          expect(blocks.flatMap((block) => block.items)).toEqual(items);
          expect(blocks.flatMap(({ names }) => names)).toHaveLength(items.length);
          let next = 0;
          for (const block of blocks) {
            expect(block.start).toBe(next);
            next += block.items.length;
          }
        },
      ),
      { numRuns: 30 },
    ));
});
