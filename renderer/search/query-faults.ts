import { html, type TemplateResult } from 'lit';
import type { QueryFault } from '../../electron/shared/search/query.ts';

/** The query once more, to lie under the field: what is wrong in it is underlined. */
export function renderUnderlines(text: string, faults: readonly QueryFault[]): TemplateResult {
  const pieces: unknown[] = [];
  let end = 0;
  for (const fault of faults) {
    const start = Math.max(fault.start, end);
    pieces.push(text.slice(end, start), html`<span>${text.slice(start, fault.end)}</span>`);
    end = Math.max(end, fault.end);
  }
  return html`${pieces}${text.slice(end)}`;
}

/** What is wrong, one line a fault, each with the words that it is about. */
export function renderFaults(text: string, faults: readonly QueryFault[]): TemplateResult {
  return html`<ul class="faults" id="faults">
    ${faults.map(({ start, end, message }) => {
      const words = text.slice(start, end).trim();
      return html`<li>
        ${words === '' ? '' : html`<code>${words}</code> is left out: `}${message}
      </li>`;
    })}
  </ul>`;
}
