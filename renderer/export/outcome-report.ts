import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FileOutcome } from '../../electron/shared/model/export.ts';
import { reportListStyles } from '../styles/report-list.ts';

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
  static override readonly styles = [
    reportListStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 2px 16px;
      }

      .outcome {
        color: var(--muted);
      }

      .conflict .outcome {
        color: var(--danger);
      }
    `,
  ];

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
