import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Candidate } from '../../electron/shared/anchoring/anchor.ts';
import { describe } from '../../electron/shared/anchoring/describe.ts';
import type { Target } from '../../electron/shared/model/annotation.ts';
import { findPart } from '../../electron/shared/model/part.ts';
import { passageContext, readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { CardReattachEvent } from './card-events.ts';
import type { Loss } from './standing.ts';

const reasons: Readonly<Record<Loss, string>> = {
  'not found': 'Orphaned: not found in the text as it is now',
  'several places': 'Orphaned: found in several places',
  'no part': 'Orphaned: its part is not in the briefing any more',
};

/**
 * Why an annotation is at no place in the text, and where it could be put.
 *
 * @fires card-reattach - The reader chose a place, or wants to select one.
 */
@customElement('readout-lost-place')
export class LostPlace extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: block;
        margin-bottom: 8px;
        font-size: 13px;
      }

      p {
        margin: 0 0 6px;
        color: var(--attention);
      }

      ul {
        margin: 0 0 6px;
        padding: 0;
        list-style: none;
      }

      .candidate {
        display: block;
        width: 100%;
        margin-bottom: 4px;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }

      .where {
        display: block;
        color: var(--muted);
        font-size: 11.5px;
      }
    `,
  ];

  readonly #passages = new StoreController(this, passageContext);
  readonly #reader = new StoreController(this, readerContext);

  @property() loss: Loss = 'not found';
  @property({ attribute: false }) candidates: readonly Candidate[] = [];

  #placeOf({ passages }: Candidate): string {
    const reader = this.#reader.state;
    const part = passages[0]?.part;
    if (part === undefined || reader.kind !== 'open') return '';
    return findPart(reader.opened.briefing, part)?.place ?? '';
  }

  /** The selectors of a candidate in the text as it is now. */
  #targetOf({ passages }: Candidate): Target | null {
    const { text } = this.#passages.state;
    const reader = this.#reader.state;
    const [first, last] = [passages[0], passages.at(-1)];
    if (text === null || reader.kind !== 'open' || first === undefined || last === undefined) {
      return null;
    }
    return describe(text, first, last, reader.opened.listing.fingerprint);
  }

  #choose(candidate: Candidate): void {
    const target = this.#targetOf(candidate);
    if (target !== null) this.dispatchEvent(new CardReattachEvent(target));
  }

  protected override render() {
    return html`<p>${reasons[this.loss]}</p>
      ${this.candidates.length === 0 ? nothing : this.#renderCandidates()}
      <button class="button" @click=${() => this.dispatchEvent(new CardReattachEvent(null))}>
        Re-attach…
      </button>`;
  }

  #renderCandidates() {
    return html`<ul aria-label="Where it could be">
      ${this.candidates.map(
        (candidate) =>
          html`<li>
            <button
              class="button candidate"
              title="Re-attach here"
              @click=${() => this.#choose(candidate)}
            >
              <span class="where">${this.#placeOf(candidate)}</span>
              <span dir="auto">${candidate.text}</span>
            </button>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-lost-place': LostPlace;
  }
}
