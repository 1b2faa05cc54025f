import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { trashDays } from '../../electron/shared/model/note-list.ts';
import { CommandEvent } from '../state/command-event.ts';
import { messageContext, trashContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import type { TrashRestoreEvent, TrashSelectEvent } from './trash-events.ts';
import type { TrashList } from './trash-list.ts';
import './trash-list.ts';
import { viewStyles } from './view.styles.ts';

/**
 * What was deleted and can come back.
 *
 * @fires trash-view-leave - The reader is done here.
 */
@customElement('readout-trash-view')
export class TrashView extends LitElement {
  static override readonly styles = [controlStyles, viewStyles];

  readonly #messages = new StoreController(this, messageContext);
  readonly #trash = new StoreController(this, trashContext);
  #loaded: Promise<void> = Promise.resolve();

  @query('readout-trash-list') private readonly list!: TrashList | null;

  /** How many annotations a restore brings back now. */
  @state() private chosenCount = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#loaded = this.#trash.store.refresh();
  }

  /** Focuses the list as soon as it is loaded. */
  override focus(): void {
    void this.#loaded.then(async () => {
      await this.updateComplete;
      this.list?.focus();
    });
  }

  private readonly handleSelect = (event: TrashSelectEvent): void => {
    this.chosenCount = event.chosen.length;
  };

  private readonly handleRestore = async ({ chosen }: TrashRestoreEvent): Promise<void> => {
    const result = await this.#trash.store.restore(chosen.map(({ annotation }) => annotation.id));
    if (!result.ok) {
      this.#messages.store.show(result.problem.message);
      return;
    }
    const isHighlight = chosen.every(({ annotation }) => annotation.note === '');
    this.#messages.store.show(
      `${counted(chosen.length, isHighlight ? 'highlight' : 'note')} restored`,
      { label: 'Undo', run: () => this.dispatchEvent(new CommandEvent('undo')) },
    );
    await this.updateComplete;
    this.focus();
  };

  protected override render() {
    const { total } = this.#trash.state;
    return html`<header>
        <h1>Trash</h1>
        <span class="total" role="status">
          ${total === null ? '' : counted(total, 'deleted note')}
        </span>
        <span class="tools">
          <button
            class="button"
            ?disabled=${this.chosenCount === 0 || total === 0}
            @click=${() => this.list?.restore()}
          >
            ${this.chosenCount > 1 ? `Restore ${counted(this.chosenCount, 'note')}` : 'Restore'}
          </button>
        </span>
      </header>
      <div class="bar">
        <p>
          What you delete stays here for ${trashDays} days. <kbd>Space</kbd> selects several,
          <kbd>Enter</kbd> restores.
        </p>
      </div>
      ${this.#renderList(total)}`;
  }

  #renderList(total: number | null) {
    if (total === null) return nothing;
    if (total > 0) {
      return html`<readout-trash-list
        @trash-select=${this.handleSelect}
        @trash-restore=${this.handleRestore}
      ></readout-trash-list>`;
    }
    return html`<div class="empty">
      <strong>The trash is empty</strong>Nothing was deleted in the last ${trashDays} days.
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-trash-view': TrashView;
  }
}
