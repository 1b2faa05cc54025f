import type { Briefing, Item, Section } from '../../electron/shared/model/briefing.ts';
import { itemNames, sectionName } from '../../electron/shared/model/part.ts';

/** What items that follow each other are shown in. */
export type BlockKind = 'list' | 'quotes' | 'code' | 'table';

/** Items of a section that are shown in one element. */
export interface Block {
  readonly kind: BlockKind;
  /** The zero-based index of the section. */
  readonly section: number;
  /** The zero-based index of the first item in its section. */
  readonly start: number;
  readonly items: readonly Item[];
  /** What each item is called: `bullet 2`. */
  readonly names: readonly string[];
  /** About how high it is, in lines of text, as long as it has not been laid out. */
  readonly lines: number;
}

/** A section with its items in blocks. */
export interface SectionLayout {
  readonly section: Section;
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** How a briefing's sections are shown. */
export interface BriefingLayout {
  readonly sections: readonly SectionLayout[];
  /** How many items there are; a section without any counts as one. */
  readonly size: number;
  /** There is so much text that what is out of sight is neither laid out nor painted. */
  readonly isLarge: boolean;
}

/** From so many items, or UTF-16 code units of text, on a briefing is a large one. */
const large = { items: 400, text: 200_000 } as const;

/** In a large briefing a block has at most so many items; a table stays one. */
const itemsPerBlock = 40;

const charactersPerLine = 72;

const kinds: Readonly<Record<Item['kind'], BlockKind>> = {
  bullet: 'list',
  paragraph: 'list',
  quote: 'quotes',
  code: 'code',
  row: 'table',
};

function linesOf({ kind, text }: Item): number {
  if (kind === 'row') return 1.5;
  if (kind === 'code') return text.split('\n').length + 1;
  return Math.ceil(text.length / charactersPerLine) + 0.7;
}

function blocksOf(section: Section, index: number, isLarge: boolean): readonly Block[] {
  const names = itemNames(section.items);
  const starts = section.items.flatMap(({ kind }, at) => {
    const before = section.items[at - 1];
    const isOther = before === undefined || kinds[before.kind] !== kinds[kind] || kind === 'code';
    return isOther ? [at] : [];
  });
  return starts.flatMap((start, at) => {
    const end = starts[at + 1] ?? section.items.length;
    const kind = kinds[section.items[start]?.kind ?? 'paragraph'];
    const size = isLarge && kind !== 'table' ? itemsPerBlock : end - start;
    return Array.from({ length: Math.ceil((end - start) / size) }, (_, part) => {
      const from = start + part * size;
      const to = Math.min(from + size, end);
      const items = section.items.slice(from, to);
      const lines = items.reduce((sum, item) => sum + linesOf(item), 0);
      return { kind, section: index, start: from, items, names: names.slice(from, to), lines };
    });
  });
}

function isLargeBriefing({ sections }: Briefing): boolean {
  let [items, text] = [0, 0];
  for (const section of sections) {
    items += section.items.length;
    for (const item of section.items) text += item.text.length;
  }
  return items >= large.items || text >= large.text;
}

const layouts = new WeakMap<Briefing, BriefingLayout>();

/** How a briefing is shown; the very same object for the same briefing. */
export function layoutOf(briefing: Briefing): BriefingLayout {
  const known = layouts.get(briefing);
  if (known !== undefined) return known;
  const isLarge = isLargeBriefing(briefing);
  const layout = {
    sections: briefing.sections.map((section, index) => ({
      section,
      name: sectionName(section),
      blocks: blocksOf(section, index, isLarge),
    })),
    size: briefing.sections.reduce((sum, { items }) => sum + Math.max(1, items.length), 0),
    isLarge,
  };
  layouts.set(briefing, layout);
  return layout;
}
