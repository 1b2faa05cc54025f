/** Makers of the kinds of items that stories.ts does not make. */
import type { Cell, Item, Link } from '../../../electron/shared/model/briefing.ts';
import { bullet } from '../support/stories.ts';

export function paragraph(text: string, links: readonly Link[] = []): Item {
  return { kind: 'paragraph', text, marker: null, ...(links.length > 0 ? { links } : {}) };
}

/** A paragraph whose `words` lead somewhere. */
export function linked(text: string, words: string, target: string): Item {
  const start = text.indexOf(words);
  return paragraph(text, [{ start, end: start + words.length, target }]);
}

export function quote(text: string, level?: number): Item {
  return { kind: 'quote', text, marker: null, ...(level === undefined ? {} : { level }) };
}

export function code(...lines: readonly string[]): Item {
  return { kind: 'code', text: lines.join('\n'), marker: null };
}

/** A bullet inside of others. */
export function nested(text: string, level: number, marker = '•'): Item {
  return { ...bullet(text, marker), level };
}

/** A row of a table. */
export function row(cells: readonly string[], isHeading = false): Item {
  let start = 0;
  const placed = cells.map((text): Cell => {
    const cell = { start, end: start + text.length, isHeading };
    start = cell.end + 1;
    return cell;
  });
  return { kind: 'row', text: cells.join('\t'), marker: null, cells: placed };
}
