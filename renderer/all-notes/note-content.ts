import { html, nothing, type TemplateResult } from 'lit';
import type { Annotation } from '../../electron/shared/model/annotation.ts';
import { beginningOf, firstLines, quoteOf } from './note-text.ts';

/** The quote and the beginning of the note, as a row of fixed height shows them. */
export function noteContent(annotation: Annotation): TemplateResult {
  const quote = quoteOf(annotation);
  const { note } = annotation;
  return html`<div class="content ${note === '' ? '' : 'noted'}">
    ${
      quote === null
        ? html`<span class="whole">About the whole briefing</span>`
        : html`<q dir="auto">${beginningOf(quote)}</q>`
    }
    ${note === '' ? nothing : html`<span class="note" dir="auto">${firstLines(note)}</span>`}
  </div>`;
}

/** The tags of an annotation, each with its number sign. */
export function noteTags({ tags }: Annotation): TemplateResult | typeof nothing {
  if (tags.length === 0) return nothing;
  return html`<span class="tags" dir="auto">${tags.map((tag) => `#${tag}`).join(' ')}</span>`;
}
