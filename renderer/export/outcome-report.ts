import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FileOutcome } from '../../electron/shared/model/export.ts';

const words: Readonly<Record<FileOutcome['outcome'], string>> = {
  conflict: 'changed in both, both texts kept',
  updated: 'updated',
  new: 'new',
  kept: 'as it was',
};

const order = Object.keys(words) as readonly FileOutcome['outcome'][];

/** What became of each file of a folder, those to look at first. */
@customElement('readout-outcome-report')
export class OutcomeReport extends LitElement {
  static override readonly styles = css`
    p {
      margin: 0 0 8px;
    }

    ul {
      margin: 0;
      padding: 0;
      max-height: min(50vh, 420px);
      overflow: auto;
      list-style: none;
      border: 1px solid var(--line);
      border-radius: var(--radius-small);
      background: var(--paper);
    }

    ul:focus-visible {
      outline: var(--focus-ring);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 2px 16px;
      padding: 6px 12px;
      border-bottom: 1px solid var(--line);
      overflow-wrap: anywhere;
    }

    li:last-child {
      border-bottom: 0;
    }

    .outcome {
      color: var(--muted);
    }

    .conflict .outcome {
      color: var(--danger);
    }
  `;

  @property({ attribute: false }) files: readonly FileOutcome[] = [];

  protected override render() {
    const counts = order
      .map((outcome) => ({
        outcome,
        count: this.files.filter((file) => file.outcome === outcome).length,
      }))
      .filter(({ count }) => count > 0)
      .map(({ outcome, count }) => `${String(count)} ${words[outcome]}`);
    const sorted = this.files.toSorted(
      (one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome),
    );
    return html`<p role="status">${counts.join(' · ')}</p>
      <ul tabindex="0" aria-label="Files">
        ${sorted.map(
          ({ name, outcome }) =>
            html`<li class=${outcome}>
              <bdi>${name}</bdi> <span class="outcome">${words[outcome]}</span>
            </li>`,
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-outcome-report': OutcomeReport;
  }
}
