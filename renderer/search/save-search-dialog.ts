import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { libraryContext, messageContext, settingsContext } from '../state/contexts.ts';
import { joinQueries, longestSearchName, withSearch } from '../state/saved-searches.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';

/** Asks for a name, and makes the search that is shown a view of the sidebar. */
@customElement('readout-save-search-dialog')
export class SaveSearchDialog extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      readout-modal-dialog {
        --dialog-width: 420px;
      }

      label {
        display: block;
        font-weight: 600;
      }

      input {
        display: block;
        width: 100%;
        margin-top: 4px;
        padding: 6px 9px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--paper);
        color: inherit;
        font: 14px/1.4 var(--sans);
      }

      .query {
        margin: 8px 0 0;
        color: var(--muted);
        font-size: 12.5px;
        overflow-wrap: anywhere;
      }

      .problem {
        margin: 8px 0 0;
        color: var(--danger);
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);
  readonly #messages = new StoreController(this, messageContext);
  readonly #settings = new StoreController(this, settingsContext);

  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;
  @query('input', true) private readonly field!: HTMLInputElement;

  @state() private problem: string | null = null;

  /** Shows the dialog; where nothing is searched for, a message says so instead. */
  show(): void {
    if (this.#query === '') {
      this.#messages.store.show('There is no search to save. Type one into the field at the top.');
      return;
    }
    this.problem = null;
    this.field.value = this.#library.state.filter.text.trim().slice(0, longestSearchName);
    this.dialog.show();
    this.field.focus();
    this.field.select();
  }

  get #query(): string {
    const { view, text } = this.#library.state.filter;
    return joinQueries(view, text);
  }

  readonly #save = async (): Promise<void> => {
    const query = this.#query;
    const name = this.field.value.trim();
    const result = withSearch(this.#settings.state.savedSearches, name, query);
    if (!result.ok) {
      this.problem = result.problem.message;
      return;
    }
    this.dialog.close();
    await this.#settings.store.change({ savedSearches: result.value });
    await this.#library.store.setFilter({ view: query, text: '' });
    this.#messages.store.show(`“${name}” is a view of the sidebar now`);
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void this.#save();
  };

  protected override render() {
    return html`<readout-modal-dialog heading="Save search">
      <label>
        Name
        <input
          maxlength=${longestSearchName}
          autocomplete="off"
          dir="auto"
          aria-invalid=${this.problem !== null}
          @keydown=${this.handleKeydown}
        />
      </label>
      <p class="query">Finds: ${this.#query}</p>
      ${this.problem === null ? '' : html`<p class="problem" role="alert">${this.problem}</p>`}
      <button slot="actions" class="button" @click=${() => this.dialog.close()}>Cancel</button>
      <button slot="actions" class="button primary" @click=${() => void this.#save()}>Save</button>
    </readout-modal-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-save-search-dialog': SaveSearchDialog;
  }
}
