import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
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
  static override readonly styles = css`
    p {
      margin: 0 0 8px;
      overflow-wrap: anywhere;
    }

    .failed {
      color: var(--danger);
    }

    ul {
      margin: 0;
      padding: 0;
      max-height: min(48vh, 420px);
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
      padding: 7px 12px;
      border-bottom: 1px solid var(--line);
      overflow-wrap: anywhere;
    }

    li:last-child {
      border-bottom: 0;
    }

    .about {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 2px 16px;
      color: var(--muted);
      font-size: 12.5px;
    }

    .refused .outcome {
      color: var(--danger);
    }
  `;

  @property({ attribute: false }) report!: ImportReport;
  @property({ type: Boolean }) isDone = false;

  protected override render() {
    const { counts, files, items } = this.report;
    const told = order
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => `${String(counts[outcome])} ${words[outcome]}`);
    const problems = files.filter(({ problem }) => problem !== null);
    return html`<p role="status">
        ${this.isDone ? 'Imported' : 'Would come in'}:
        ${told.length === 0 ? 'nothing' : told.join(' · ')}
      </p>
      ${problems.map(
        ({ name, problem }) => html`<p class="failed"><bdi>${name}</bdi>: ${problem}</p>`,
      )}
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
