import { html, nothing, type TemplateResult } from 'lit';
import type { Passage } from '../../electron/shared/anchoring/passage.ts';
import type { Item, Link } from '../../electron/shared/model/briefing.ts';
import { openableAddress } from './link-address.ts';

/** What is shown of a text: letters, or letters that lead somewhere. */
type Piece = string | TemplateResult;

/**
 * Words that lead somewhere. Where they do is data of the file: it is shown, and nothing follows it
 * but a request to the main process.
 */
function linkTemplate(words: string, target: string): TemplateResult {
  const address = openableAddress(target);
  return address === null
    ? html`<span
        class="part-link"
        role="link"
        tabindex="0"
        data-target=${target}
        .ariaDescription=${target}
        >${words}</span
      >`
    : html`<a class="part-link" href=${address} data-target=${address} .ariaDescription=${address}
        >${words}</a
      >`;
}

/** The letters of a stretch of a text, with the links in it. */
function piecesOf(text: string, links: readonly Link[], { start, end }: Passage): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const link of links) {
    const [from, to] = [Math.max(link.start, at), Math.min(link.end, end)];
    if (from >= to) continue;
    if (from > at) pieces.push(text.slice(at, from));
    pieces.push(linkTemplate(text.slice(from, to), link.target));
    at = to;
  }
  if (at < end) pieces.push(text.slice(at, end));
  return pieces;
}

/** The text of a part, apart from its tools. An id lets it name what it heads. */
export function partText(text: string, id?: string): TemplateResult {
  return html`<span data-part-text id=${id ?? nothing}>${text}</span>`;
}

/** The text of an item, or a stretch of it. */
export function itemText({ text, links = [] }: Item, stretch?: Passage): TemplateResult {
  const { start, end } = stretch ?? { start: 0, end: text.length };
  const pieces =
    links.length === 0 ? text.slice(start, end) : piecesOf(text, links, { start, end });
  return html`<span data-part-text>${pieces}</span>`;
}
