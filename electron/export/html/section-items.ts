import { cellsOf } from '../../shared/model/row-cells.ts';
import type { Item, Section } from '../../shared/model/briefing.ts';
import type { PartPath } from '../../shared/model/part.ts';
import type { ArrangedEntry } from './arrange-notes.ts';
import { type Markup, markup } from './markup.ts';
import { markedText, partAttributes, wholePartNumbers } from './marked-text.ts';

/** The deepest level of lists and quotations; what is deeper stands there. */
const deepestLevel = 8;

interface PlacedItem {
  readonly item: Item;
  readonly path: PartPath;
}

function levelOf({ level = 1 }: Item): number {
  return Math.min(level, deepestLevel);
}

function content(arranged: ArrangedEntry, { item, path }: PlacedItem): Markup {
  const text = markedText(arranged, path, { links: item.links });
  return markup`${text}${wholePartNumbers(arranged, path)}`;
}

/** Bullets as a list; deeper ones are lists inside of the bullet before them. */
function list(arranged: ArrangedEntry, items: readonly PlacedItem[]): Markup {
  const level = Math.min(...items.map(({ item }) => levelOf(item)));
  const written: Markup[] = [];
  for (let index = 0; index < items.length;) {
    const first = items[index];
    if (first === undefined) break;
    const isHere = levelOf(first.item) <= level;
    const from = isHere ? index + 1 : index;
    let next = from;
    for (let one = items[next]; one !== undefined && levelOf(one.item) > level; one = items[next]) {
      next += 1;
    }
    const inner = next === from ? null : list(arranged, items.slice(from, next));
    written.push(isHere ? bullet(arranged, first, inner) : markup`<li class="bare">${inner}</li>`);
    index = next;
  }
  return markup`<ul>\n${written}</ul>\n`;
}

/** Whether a marker says more than that there is a bullet. */
function isCounting(marker: string | null): marker is string {
  return marker !== null && /^(?:\p{N}|\p{L}[.)])/u.test(marker);
}

function bullet(arranged: ArrangedEntry, placed: PlacedItem, inner: Markup | null): Markup {
  const { marker } = placed.item;
  const counted = isCounting(marker) ? markup`<span class="marker">${marker}</span> ` : null;
  const attributes = partAttributes(arranged, placed.path, counted === null ? '' : 'counted');
  return markup`<li${attributes}>${counted}${content(arranged, placed)}${inner}</li>\n`;
}

function row(arranged: ArrangedEntry, { item, path }: PlacedItem): Markup {
  const cells = cellsOf(item);
  const scope = cells.every(({ isHeading }) => isHeading) ? 'col' : 'row';
  const written = cells.map(({ isHeading }, index) => {
    const start = index === 0 ? 0 : (cells[index]?.start ?? 0);
    const end = cells[index + 1]?.start ?? item.text.length;
    const text = markedText(arranged, path, { links: item.links, stretch: { start, end } });
    const numbers = index === cells.length - 1 ? wholePartNumbers(arranged, path) : null;
    return isHeading
      ? markup`<th scope="${scope}" dir="auto">${text}${numbers}</th>`
      : markup`<td dir="auto">${text}${numbers}</td>`;
  });
  return markup`<tr${partAttributes(arranged, path)}>${written}</tr>\n`;
}

function quotation(arranged: ArrangedEntry, placed: PlacedItem): Markup {
  const attributes = partAttributes(arranged, placed.path);
  let written = markup`<blockquote${attributes}>${content(arranged, placed)}</blockquote>`;
  for (let level = levelOf(placed.item); level > 1; level -= 1) {
    written = markup`<blockquote>${written}</blockquote>`;
  }
  return markup`${written}\n`;
}

function block(arranged: ArrangedEntry, items: readonly PlacedItem[]): Markup {
  const attributesOf = ({ path }: PlacedItem): Markup => partAttributes(arranged, path);
  switch (items[0]?.item.kind) {
    case 'bullet':
      return list(arranged, items);
    case 'row':
      return markup`<table><tbody>\n${items.map((one) => row(arranged, one))}</tbody></table>\n`;
    case 'quote':
      return markup`${items.map((one) => quotation(arranged, one))}`;
    case 'code':
      return markup`${items.map(
        (one) => markup`<pre${attributesOf(one)}><code>${content(arranged, one)}</code></pre>\n`,
      )}`;
    default:
      return markup`${items.map((one) => markup`<p${attributesOf(one)}>${content(arranged, one)}</p>\n`)}`;
  }
}

/** The items of a section: bullets that follow each other are a list, rows a table. */
export function sectionItems(arranged: ArrangedEntry, { items }: Section, index: number): Markup {
  const blocks: PlacedItem[][] = [];
  for (const [number, item] of items.entries()) {
    const placed = { item, path: `sections/${index}/items/${number}` };
    const last = blocks.at(-1);
    if (last?.[0]?.item.kind === item.kind) last.push(placed);
    else blocks.push([placed]);
  }
  return markup`${blocks.map((one) => block(arranged, one))}`;
}
