import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { html as staticHtml, literal } from 'lit/static-html.js';
import type { Section } from '../../electron/shared/model/briefing.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import type { Block, BriefingLayout, SectionLayout } from './block-layout.ts';
import {
  codeTemplate,
  listItemTemplate,
  type PlacedItem,
  quoteTemplate,
  rowTemplate,
} from './item-template.ts';
import type { PartContext } from './part-context.ts';
import { partElementId } from './part-element.ts';
import { partText } from './part-text.ts';

const headingTags = [literal`h2`, literal`h3`, literal`h4`, literal`h5`, literal`h6`] as const;

/** The sections of a briefing, up to the items that are shown as yet. */
export function sectionsTemplate(
  layout: BriefingLayout,
  context: PartContext,
): readonly TemplateResult[] {
  const templates: TemplateResult[] = [];
  let left = context.shownItems;
  for (const [index, section] of layout.sections.entries()) {
    if (left <= 0) break;
    templates.push(sectionTemplate(section, index, left, context));
    left -= Math.max(1, section.section.items.length);
  }
  return templates;
}

function sectionTemplate(
  { section, name, blocks }: SectionLayout,
  index: number,
  shownItems: number,
  context: PartContext,
): TemplateResult {
  const textId = `heading-${index}-text`;
  const isNamed = section.heading === null && section.page !== undefined;
  return html`<section
    aria-labelledby=${section.heading === null ? nothing : textId}
    aria-label=${isNamed ? name : nothing}
  >
    ${section.page === undefined ? nothing : html`<p class="page-label">Page ${section.page}</p>`}
    ${headingTemplate(section, index, context)}
    ${blocks
      .filter(({ start }) => start < shownItems)
      .map((block) => guardedBlock(block, shownItems - block.start, context))}
  </section>`;
}

function headingTemplate(
  { heading, level = 2 }: Section,
  index: number,
  { reachable, tools }: PartContext,
): TemplateResult | typeof nothing {
  if (heading === null) return nothing;
  const path = `sections/${index}/heading`;
  const textId = `heading-${index}-text`;
  const tag = headingTags[level - 2] ?? headingTags[0];
  return staticHtml`<${tag}
    id=${partElementId(path)}
    class="part section-heading level-${level}"
    aria-labelledby=${textId}
    data-part=${path}
    dir="auto"
    tabindex=${reachable === path ? 0 : -1}
  >
    ${partText(heading, textId)}${tools(path, 'heading')}
  </${tag}>`;
}

/** The index of the item of a section that a path names; below zero for every other path. */
function itemIn(path: PartPath, section: number): number {
  const start = `sections/${section}/items/`;
  return path.startsWith(start) ? Number(path.slice(start.length)) : -1;
}

/** Makes the template of a block anew only where something in it is another one. */
function guardedBlock(block: Block, shownItems: number, context: PartContext): unknown {
  const { items, section, start } = block;
  const shown = Math.min(items.length, shownItems);
  const reached = itemIn(context.reachable, section) - start;
  const state = [
    block,
    shown,
    reached >= 0 && reached < shown ? reached : -1,
    context.marksAmong(section, start, start + shown),
  ];
  return guard(state, () => blockTemplate(block, shown, context));
}

function placedItems(
  { items, names, section, start }: Block,
  count: number,
): readonly PlacedItem[] {
  return items.slice(0, count).map((item, index) => ({
    item,
    path: `sections/${section}/items/${start + index}`,
    name: names[index] ?? '',
  }));
}

function blockTemplate(block: Block, count: number, context: PartContext): TemplateResult {
  const placed = placedItems(block, count);
  const style = `--lines: ${Math.ceil(block.lines)}`;
  switch (block.kind) {
    case 'list':
      return html`<ul class="block section-items" .style=${style}>
        ${placed.map((item) => listItemTemplate(item, context))}
      </ul>`;
    case 'quotes':
      return html`<div class="block quotes" .style=${style}>
        ${placed.map((item) => quoteTemplate(item, context))}
      </div>`;
    case 'code':
      return html`<div class="block" .style=${style}>
        ${placed.map((item) => codeTemplate(item, context))}
      </div>`;
    case 'table':
      return html`<div
        class="block scroller"
        role="group"
        aria-label="Table"
        tabindex="0"
        .style=${style}
      >
        <table>
          <tbody>
            ${placed.map((item) => rowTemplate(item, context))}
          </tbody>
        </table>
      </div>`;
  }
}
