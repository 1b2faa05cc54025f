import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../ui/count.ts';

/** One row of the sidebar. */
export interface Choice {
  readonly label: string;
  /** `null` for no number. */
  readonly count: number | null;
  readonly isChosen: boolean;
  readonly choose: () => unknown;
  /** How many rows it stands inside of. */
  readonly depth?: number;
  /** The whole of what the label is short for. */
  readonly title?: string;
  /** Something before the label. */
  readonly sign?: TemplateResult | typeof nothing;
}

/** A button that tells by `aria-current` whether it is what is shown. */
export function renderChoice(choice: Choice): TemplateResult {
  const { label, count, isChosen, choose, depth = 0, title = label, sign = nothing } = choice;
  return html`<button
    class="choice"
    aria-current=${isChosen ? 'true' : nothing}
    title=${title}
    .style=${depth === 0 ? '' : `padding-inline-start: ${10 + depth * 14}px`}
    @click=${() => void choose()}
  >
    ${sign}<span class="label"><bdi>${label}</bdi></span>
    ${count === null ? nothing : html`<span class="count">${formatNumber(count)}</span>`}
  </button>`;
}
