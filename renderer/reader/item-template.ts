import { cellsOf } from '../../electron/shared/model/row-cells.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Passage } from '../../electron/shared/anchoring/passage.ts';
import type { Item } from '../../electron/shared/model/briefing.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import type { PartContext } from './part-context.ts';
import { partElementId } from './part-element.ts';
import { itemText } from './part-text.ts';

/** An item with where it stands. */
export interface PlacedItem {
  readonly item: Item;
  readonly path: PartPath;
  /** `bullet 2` */
  readonly name: string;
}

/** The deepest level that is set in further than the one before. */
const deepestLevel = 8;

function levelOf({ level = 1 }: Item): number {
  return Math.min(level, deepestLevel);
}

function tabIndexOf(path: PartPath, { reachable }: PartContext): 0 | -1 {
  return reachable === path ? 0 : -1;
}

/** A bullet or a paragraph. */
export function listItemTemplate(
  { item, path, name }: PlacedItem,
  context: PartContext,
): TemplateResult {
  const isNumbered = item.marker !== null && /^(?:\p{N}|\p{L}[.)])/u.test(item.marker);
  const level = levelOf(item);
  return html`<li
    id=${partElementId(path)}
    class="part ${item.kind} ${isNumbered ? 'numbered' : ''}"
    .style=${level === 1 ? '' : `--level: ${level - 1}`}
    aria-level=${level === 1 ? nothing : level}
    data-part=${path}
    data-marker=${item.marker ?? nothing}
    dir="auto"
    tabindex=${tabIndexOf(path, context)}
  >
    ${itemText(item)}${context.tools(path, name)}
  </li>`;
}

/** A quotation, inside of as many as its level says. */
export function quoteTemplate(
  { item, path, name }: PlacedItem,
  context: PartContext,
): TemplateResult {
  let template = html`<blockquote
    id=${partElementId(path)}
    class="part quote"
    data-part=${path}
    dir="auto"
    tabindex=${tabIndexOf(path, context)}
  >
    ${itemText(item)}${context.tools(path, name)}
  </blockquote>`;
  for (let level = levelOf(item); level > 1; level -= 1) {
    template = html`<blockquote dir="auto">${template}</blockquote>`;
  }
  return template;
}

/** Preformatted text: its lines stay, and long ones are reached by scrolling. */
export function codeTemplate(
  { item, path, name }: PlacedItem,
  context: PartContext,
): TemplateResult {
  return html`<div
    id=${partElementId(path)}
    class="part code"
    data-part=${path}
    tabindex=${tabIndexOf(path, context)}
  >
    <div class="scroller" role="group" aria-label=${name} tabindex="0">
      <code>${itemText(item)}</code>
    </div>
    ${context.tools(path, name)}
  </div>`;
}

function cellTemplate(item: Item, stretch: Passage, scope: string | null): TemplateResult {
  const text = itemText(item, stretch);
  return scope === null
    ? html`<td dir="auto">${text}</td>`
    : html`<th dir="auto" scope=${scope}>${text}</th>`;
}

/** A row of a table. The tabs between the cells are in it, so that it has the item's whole text. */
export function rowTemplate(
  { item, path, name }: PlacedItem,
  context: PartContext,
): TemplateResult {
  const cells = cellsOf(item);
  const scope = cells.every(({ isHeading }) => isHeading) ? 'col' : 'row';
  return html`<tr
    id=${partElementId(path)}
    class="part row"
    data-part=${path}
    tabindex=${tabIndexOf(path, context)}
  >
    ${cells.map(({ isHeading }, index) => {
      const start = index === 0 ? 0 : (cells[index]?.start ?? 0);
      const end = cells[index + 1]?.start ?? item.text.length;
      return cellTemplate(item, { start, end }, isHeading ? scope : null);
    })}
    <td class="row-tools">${context.tools(path, name)}</td>
  </tr>`;
}
