import type { Cell, Item, Link } from '../../../shared/model/briefing.ts';
import type { WrittenItem } from './written-briefing.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether stretches stand in order inside of a text. */
function areInOrder(stretches: readonly Stretch[], length: number): boolean {
  let last = 0;
  return stretches.every(({ start, end }) => {
    const isRight = start >= last && end >= start && end <= length;
    last = end;
    return isRight;
  });
}

/** The name of a field of the item with stretches that its text does not have; `null` for none. */
export function misplacedField(item: WrittenItem): 'links' | 'cells' | null {
  if (!areInOrder(item.links ?? [], item.text.length)) return 'links';
  return areInOrder(item.cells ?? [], item.text.length) ? null : 'cells';
}

/** The cells of a row that does not name them: what stands between its tabs. */
function cellsOf(text: string): readonly Cell[] {
  let start = 0;
  return text.split('\t').map((cell) => {
    const end = start + cell.length;
    const stretch = { start, end, isHeading: false };
    start = end + 1;
    return stretch;
  });
}

function kindOf({ kind, marker, cells }: WrittenItem): Item['kind'] {
  if (kind !== undefined) return kind;
  if (cells !== undefined) return 'row';
  return marker == null ? 'paragraph' : 'bullet';
}

/** Every line end by itself, so that no offset changes. */
const lineEnds = /[\n\r\u0085\u2028\u2029]/g;

function linksOf(links: readonly Link[] | undefined): readonly Link[] {
  return (links ?? []).filter(({ start, end }) => end > start);
}

/** An item of the model. Only code keeps its line ends. */
export function toItem(written: WrittenItem | string): Item {
  if (typeof written === 'string') {
    return { kind: 'paragraph', text: written.replace(lineEnds, ' ').trim(), marker: null };
  }
  const kind = kindOf(written);
  const text = kind === 'code' ? written.text : written.text.replace(lineEnds, ' ');
  const links = linksOf(written.links);
  return {
    kind,
    text,
    marker: written.marker ?? null,
    ...(written.level === undefined ? {} : { level: written.level }),
    ...(links.length === 0 ? {} : { links }),
    ...(kind === 'row' ? { cells: written.cells ?? cellsOf(text) } : {}),
  };
}
