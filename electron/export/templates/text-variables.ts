import type { ExportEntry } from '../../shared/export/entry.ts';
import { type MarkedParts, markedParts } from '../../shared/export/marked-parts.ts';
import { creditAt } from '../../shared/export/place.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Briefing, Cell, Item } from '../../shared/model/briefing.ts';
import { findItem, type Part, partsOf } from '../../shared/model/part.ts';
import type { AnnotationVariables } from './annotation-variables.ts';

/** What a text refers to an annotation by. */
export type Reference = Pick<AnnotationVariables, 'id' | 'block_id' | 'number'>;

/** A stretch of a block's text that the same annotations are on. */
export interface RunVariables {
  readonly text: string;
  readonly is_marked: boolean;
  /** The annotations whose last words these are. */
  readonly references: readonly Reference[];
}

/** A part of the briefing's text as templates see it. */
export interface BlockVariables {
  /** `headline`, `dek`, `figure`, `heading` or the kind of an item. */
  readonly kind: string;
  readonly place: string;
  readonly text: string;
  /** The rank of a heading from 2, or how deep a bullet or a quotation stands, from 1; else 1. */
  readonly level: number;
  /** The number of a numbered bullet without its dot. */
  readonly number: string | null;
  readonly credit: string | null;
  readonly runs: readonly RunVariables[];
  /** The annotations that are about the part as a whole. */
  readonly references: readonly Reference[];
  /** Of a table's row: its cells as stretches of the text; empty for others. */
  readonly cells: readonly Cell[];
  /** How many cells the longest row of the table has; 0 for what is no row. */
  readonly columns: number;
  /** The first of the rows of a table. */
  readonly is_first_row: boolean;
}

/** The blocks that were made here: a template can put other things together, but not these. */
const made = new WeakSet<object>();

/** Deeper bullets and quotations stand as deep as this. */
const deepestLevel = 6;

/** A bullet stands one step deeper than the one before it at most: Markdown has no list without. */
class Depths {
  #depth = 0;

  of(item: Item | null): number {
    const level = Math.min(item?.level ?? 1, deepestLevel);
    const isBullet = item?.kind === 'bullet';
    this.#depth = isBullet ? Math.min(level, this.#depth + 1) : 0;
    return isBullet ? this.#depth : level;
  }
}

/** Cells as the file has them, or what stands between tabs. */
function cellsOf({ kind, text, cells }: Item): readonly Cell[] {
  if (kind !== 'row') return [];
  if (cells !== undefined) return cells;
  let start = 0;
  return text.split('\t').map((word) => {
    const cell = { start, end: start + word.length, isHeading: false };
    start = cell.end + 1;
    return cell;
  });
}

function kindOf({ path }: Part, item: Item | null): string {
  if (item !== null) return item.kind;
  if (path.startsWith('figures/')) return 'figure';
  return path.endsWith('/heading') ? 'heading' : path;
}

type References = ReadonlyMap<string, Reference>;

function referencesTo(
  annotations: readonly Annotation[],
  references: References,
): readonly Reference[] {
  return annotations
    .flatMap(({ id }) => references.get(id) ?? [])
    .toSorted((one, other) => one.number - other.number);
}

function runsOf(
  part: Part,
  { runs, whole }: MarkedParts,
  references: References,
): readonly RunVariables[] {
  const own = runs.get(part.path) ?? [];
  const isWhole = (whole.get(part.path) ?? []).some(({ color }) => color !== null);
  return own.map(({ text, annotations }, index) => {
    const next = new Set(own[index + 1]?.annotations);
    const ending = annotations.filter((annotation) => !next.has(annotation));
    return {
      text,
      is_marked: isWhole || annotations.length > 0,
      references: referencesTo(ending, references),
    };
  });
}

function levelOf(kind: string, briefing: Briefing, path: string, depth: number): number {
  if (kind !== 'heading') return depth;
  return briefing.sections[Number(path.split('/')[1])]?.level ?? 2;
}

/**
 * A passage through several parts is referred to where it ends: a reference in a part that it goes on
 * from would be there twice.
 */
function withoutRepeated(blocks: readonly BlockVariables[]): readonly BlockVariables[] {
  const seen = new Set<number>();
  const firstSeen = ({ number }: Reference): boolean => {
    if (seen.has(number)) return false;
    seen.add(number);
    return true;
  };
  return blocks
    .toReversed()
    .map((block) => ({
      ...block,
      runs: block.runs
        .toReversed()
        .map((run) => ({ ...run, references: run.references.filter(firstSeen) }))
        .toReversed(),
    }))
    .toReversed();
}

/** With the widths of tables: rows that follow each other are one. */
function withColumns(blocks: readonly BlockVariables[]): readonly BlockVariables[] {
  const tables: number[] = [];
  const tableOf = blocks.map(({ cells, is_first_row: isFirst }) => {
    if (isFirst) tables.push(0);
    const last = tables.length - 1;
    if (last >= 0) tables[last] = Math.max(tables[last] ?? 0, cells.length);
    return last;
  });
  return blocks.map((block, index) =>
    block.kind === 'row' ? { ...block, columns: tables[tableOf[index] ?? 0] ?? 0 } : block,
  );
}

/**
 * The text of a briefing, part by part in its order, with the annotations in place; empty where the
 * briefing is gone.
 *
 * @param annotations of the entry.
 */
export function textOf(
  entry: ExportEntry,
  annotations: readonly Reference[],
): readonly BlockVariables[] {
  const { briefing } = entry;
  if (briefing === null) return [];
  const references = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const marked = markedParts(entry);
  const depths = new Depths();
  let previous = '';
  const blocks = partsOf(briefing).map((part) => {
    const item = findItem(briefing, part.path);
    const kind = kindOf(part, item);
    const isFirstRow = kind === 'row' && previous !== 'row';
    previous = kind;
    return {
      kind,
      place: part.place,
      text: part.text,
      level: levelOf(kind, briefing, part.path, depths.of(item)),
      number: /^(\d{1,9})[.)]?$/.exec(item?.marker ?? '')?.[1] ?? null,
      credit: creditAt(briefing, part.path),
      runs: runsOf(part, marked, references),
      references: referencesTo(marked.whole.get(part.path) ?? [], references),
      cells: item === null ? [] : cellsOf(item),
      columns: 0,
      is_first_row: isFirstRow,
    };
  });
  const text = withColumns(withoutRepeated(blocks));
  for (const block of text) made.add(block);
  return text;
}

/** Whether a value of a template is a block of the text. */
export function isBlock(value: unknown): value is BlockVariables {
  return typeof value === 'object' && value !== null && made.has(value);
}
