import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ExportScope } from '../../electron/shared/model/export.ts';
import type { NoteQuery } from '../../electron/shared/model/note-list.ts';
import { libraryContext, noteListContext, readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';

/** What is exported, without saying which of it. */
export type ScopeKind = ExportScope['kind'];

/** Whether a list of notes shows only some. */
export function isNarrowed({ words, colors, tags }: NoteQuery): boolean {
  return words.trim() !== '' || colors.length > 0 || tags.length > 0;
}

/** The reader chose what is exported. */
export class ScopeEvent extends Event {
  static readonly type = 'scope-change';
  readonly kind: ScopeKind;

  constructor(kind: ScopeKind) {
    super(ScopeEvent.type, { bubbles: true, composed: true });
    this.kind = kind;
  }
}

/**
 * What is exported: the open briefing, the list as it is shown, the notes as they are filtered, or all.
 *
 * @fires scope-change - Another scope was chosen.
 */
@customElement('readout-scope-choice')
export class ScopeChoice extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      fieldset {
        margin: 0 0 12px;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        margin-bottom: 4px;
        color: var(--muted);
        font-size: 12.5px;
      }

      label {
        display: flex;
        align-items: flex-start;
        gap: 8px;
        min-height: 24px;
        padding: 2px 0;
        font-size: 13.5px;
      }

      input {
        flex: none;
        width: 15px;
        height: 15px;
        margin: 2px 0 0;
        accent-color: var(--accent);
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);
  readonly #noteList = new StoreController(this, noteListContext);
  readonly #reader = new StoreController(this, readerContext);

  @property() kind: ScopeKind = 'all';

  protected override render() {
    const { shownFilter, outline } = this.#library.state;
    const isListNarrowed = shownFilter.view !== '' || shownFilter.text !== '';
    const shown = counted(outline?.total ?? 0, 'briefing');
    return html`<fieldset>
      <legend>What</legend>
      ${this.#renderChoice('briefing', 'This briefing', this.#reader.store.id === null)}
      ${isListNarrowed ? this.#renderChoice('list', `The list as it is shown (${shown})`) : nothing}
      ${
        isNarrowed(this.#noteList.state.query)
          ? this.#renderChoice('notes', 'All notes as they are filtered')
          : nothing
      }
      ${this.#renderChoice('all', 'All briefings with notes or bookmarks')}
    </fieldset>`;
  }

  #renderChoice(kind: ScopeKind, label: string, disabled = false) {
    return html`<label>
      <input
        type="radio"
        name="scope"
        ?disabled=${disabled}
        .checked=${this.kind === kind}
        @change=${() => this.dispatchEvent(new ScopeEvent(kind))}
      />
      ${label}
    </label>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'scope-change': ScopeEvent;
  }

  interface HTMLElementTagNameMap {
    'readout-scope-choice': ScopeChoice;
  }
}
