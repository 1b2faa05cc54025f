import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type {
  BriefingDifference,
  PartChange,
} from '../../electron/shared/difference/compare-briefings.ts';
import { summaryOf } from '../../electron/shared/difference/summary.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import { PartRevealEvent } from '../state/reading-events.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import { localMoment } from '../ui/day.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';
import '../ui/text-difference.ts';

/** So many changes are listed. */
const mostListed = 200;

const labels: Readonly<Record<PartChange['kind'], string>> = {
  new: 'New',
  changed: 'Changed',
  moved: 'Moved',
  dropped: 'Dropped',
};

/** Where a change is in the briefing as it is now. */
function placeOf(change: PartChange): PartPath {
  return change.kind === 'dropped' ? change.after : change.newer.path;
}

/**
 * What is different from the version that was read last, each change with the way to it.
 *
 * @fires part-reveal - The reader goes to a change.
 * @fires keep-version - The reader takes the version that is there now.
 */
@customElement('readout-changes-dialog')
export class ChangesDialog extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      readout-modal-dialog {
        --dialog-width: 720px;
      }

      p {
        margin: 0 0 12px;
        color: var(--muted);
      }

      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding: 12px 0;
        border-top: 1px solid var(--line);
      }

      .heading {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        margin-bottom: 4px;
      }

      h3 {
        flex: 1;
        margin: 0;
        font: 600 13px/1.4 var(--sans);
      }

      .kind {
        margin-inline-end: 6px;
        padding: 1px 8px;
        border: 1px solid var(--line-strong);
        border-radius: 99px;
        font-weight: 500;
      }

      .words {
        font: 16px/1.55 var(--serif);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;

  @property({ attribute: false }) difference: BriefingDifference | null = null;
  /** When the older version was read, in milliseconds since the Unix epoch. */
  @property({ type: Number }) readAt = 0;

  show(): void {
    this.dialog.show();
  }

  #goTo(change: PartChange): void {
    this.dialog.close();
    this.dispatchEvent(new PartRevealEvent(placeOf(change)));
  }

  #keep(): void {
    this.dialog.close();
    this.dispatchEvent(new Event('keep-version'));
  }

  protected override render() {
    const { difference } = this;
    const changes = difference?.changes ?? [];
    const more = changes.length - mostListed;
    return html`<readout-modal-dialog heading="Changes since you read it">
      <p>${difference === null ? '' : summaryOf(difference)} since ${localMoment(this.readAt)}.</p>
      <ol aria-label="Changes">
        ${changes.slice(0, mostListed).map((change) => this.#renderChange(change))}
      </ol>
      ${more > 0 ? html`<p>And ${counted(more, 'further change')}.</p>` : nothing}
      <button slot="actions" class="button" @click=${() => this.#keep()}>Keep this version</button>
    </readout-modal-dialog>`;
  }

  #renderChange(change: PartChange) {
    const { place } = change.kind === 'dropped' ? change.older : change.newer;
    const verb = change.kind === 'dropped' ? 'Go to where it was' : 'Go to it';
    return html`<li>
      <div class="heading">
        <h3><span class="kind">${labels[change.kind]}</span><bdi>${place}</bdi></h3>
        <button
          class="button quiet"
          aria-label="${verb}: ${place}"
          @click=${() => this.#goTo(change)}
        >
          ${verb}
        </button>
      </div>
      ${this.#renderWords(change)}
    </li>`;
  }

  #renderWords(change: PartChange) {
    const older = 'older' in change ? change.older.text : '';
    const newer = 'newer' in change ? change.newer.text : '';
    return html`<readout-text-difference
      class="words"
      .older=${older}
      .newer=${newer}
    ></readout-text-difference>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-changes-dialog': ChangesDialog;
  }
}
