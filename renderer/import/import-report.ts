import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { reportListStyles } from '../styles/report-list.ts';
import type {
  ImportedItem,
  ImportOutcome,
  ImportReport,
} from '../../electron/shared/model/import.ts';

/** What an outcome is called, those to look at first. */
const words: Readonly<Record<ImportOutcome, string>> = {
  refused: 'refused',
  orphan: 'without its place',
  moved: 'found elsewhere or edited',
  changed: 'newer than here',
  new: 'new',
  known: 'here already',
};

const order = Object.keys(words) as readonly ImportOutcome[];

/** What an import does, or did, item by item. */
@customElement('readout-import-report')
export class ImportReportElement extends LitElement {
  static override readonly styles = [
    reportListStyles,
    css`
      .failed,
      .refused .outcome {
        color: var(--danger);
      }
    `,
  ];

  @property({ attribute: false }) report!: ImportReport;
  @property({ type: Boolean }) isDone = false;

  protected override render() {
    const { counts, files, items } = this.report;
    const told = order
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => `${String(counts[outcome])} ${words[outcome]}`);
    const problems = files.flatMap(({ problem }) => problem ?? []);
    return html`<p role="status">
        ${this.isDone ? 'Imported' : 'Would come in'}:
        ${told.length === 0 ? 'nothing' : told.join(' · ')}
      </p>
      ${problems.map((problem) => html`<p class="failed"><bdi>${problem}</bdi></p>`)}
      ${
        items.length === 0
          ? nothing
          : html`<ul tabindex="0" aria-label="Marks">
              ${items.map((item) => this.#renderItem(item))}
            </ul>`
      }`;
  }

  #renderItem({ outcome, briefing, excerpt, reason }: ImportedItem) {
    return html`<li class=${outcome}>
      <bdi>${excerpt}</bdi>
      <div class="about">
        <bdi>${briefing}</bdi>
        <span class="outcome">${words[outcome]}${reason === null ? nothing : ` · ${reason}`}</span>
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-import-report': ImportReportElement;
  }
}
