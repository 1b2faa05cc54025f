import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { normaliseTag } from '../../electron/shared/model/tag.ts';
import type { Out } from '../../electron/shared/ipc.ts';
import { CommandEvent } from '../state/command-event.ts';
import { messageContext, noteListContext, notesContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import { icon } from '../ui/icon.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';
import { tagDialogStyles } from './tag-dialog.styles.ts';
import { type TagBranch, tagTree } from '../tags/tag-tree.ts';

/** All tags, to be renamed, merged and removed. */
@customElement('readout-tag-dialog')
export class TagDialog extends LitElement {
  static override readonly styles = [controlStyles, tagDialogStyles];

  readonly #list = new StoreController(this, noteListContext);
  readonly #messages = new StoreController(this, messageContext);
  readonly #notes = new StoreController(this, notesContext);

  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;
  @query('.rename input') private readonly field!: HTMLInputElement | null;
  @query('ul') private readonly tagList!: HTMLElement | null;

  /** The tag that is being renamed, and what is typed for it. */
  @state() private renaming: { readonly tag: string; readonly typed: string } | null = null;

  show(): void {
    this.renaming = null;
    this.dialog.show();
  }

  private readonly handleInput = (): void => {
    if (this.renaming === null || this.field === null) return;
    this.renaming = { ...this.renaming, typed: this.field.value };
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void this.#rename();
    else if (event.key === 'Escape') void this.#cancel();
    else return;
    event.preventDefault();
  };

  async #start(tag: string): Promise<void> {
    this.renaming = { tag, typed: tag };
    await this.updateComplete;
    this.field?.focus();
    this.field?.select();
  }

  async #cancel(): Promise<void> {
    const { renaming } = this;
    this.renaming = null;
    await this.updateComplete;
    this.#focusTag(renaming?.tag);
  }

  async #rename(): Promise<void> {
    const { renaming } = this;
    const to = normaliseTag(renaming?.typed ?? '');
    if (renaming === null || to === null) return;
    if (to === renaming.tag) {
      await this.#cancel();
      return;
    }
    await this.#storeTyped();
    const result = await this.#list.store.renameTag(renaming.tag, to);
    if (result.ok) this.renaming = null;
    this.#tell(result, `Tag “${renaming.tag}” is now “${to}” on`);
    await this.updateComplete;
    this.#focusTag(to);
  }

  async #remove(tag: string): Promise<void> {
    await this.#storeTyped();
    this.#tell(await this.#list.store.removeTag(tag), `Tag “${tag}” removed from`);
    await this.updateComplete;
    this.tagList?.focus();
  }

  /** A note that is being written would bring its old tags back when it is stored. */
  async #storeTyped(): Promise<void> {
    await this.#notes.store.flush();
  }

  #tell(result: Out<'renameTag'>, done: string): void {
    if (!result.ok) {
      this.#messages.store.show(result.problem.message);
      return;
    }
    this.#messages.store.show(`${done} ${counted(result.value.changed, 'note')}`, {
      label: 'Undo',
      run: () => this.dispatchEvent(new CommandEvent('undo')),
    });
  }

  #focusTag(tag: string | undefined): void {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('li')];
    const item = items.find(({ dataset }) => dataset['tag'] === tag);
    (item?.querySelector('button') ?? this.tagList)?.focus();
  }

  protected override render() {
    const tags = tagTree(this.#list.state.tags);
    return html`<readout-modal-dialog heading="Tags">
      ${
        tags.length === 0
          ? html`<p class="empty">No note has a tag.</p>`
          : html`<ul aria-label="Tags" tabindex="-1">
              ${repeat(
                tags,
                ({ tag }) => tag,
                (branch) => this.#renderTag(branch),
              )}
            </ul>`
      }
      <div slot="actions" class="message">${this.#renderMessage()}</div>
      <button slot="actions" class="button primary" @click=${() => this.dialog.close()}>
        Done
      </button>
    </readout-modal-dialog>`;
  }

  #renderTag(branch: TagBranch) {
    const { tag, name, count, depth } = branch;
    return html`<li data-tag=${tag} .style=${`--depth: ${depth}`}>
      ${
        this.renaming?.tag === tag
          ? this.#renderRenaming(this.renaming)
          : html`<div class="tag">
              <span class="name" dir="auto">${name}</span>
              <span class="count">${count === 0 ? 'only inner tags' : counted(count, 'note')}</span>
              <button
                class="button quiet icon"
                aria-label="Rename the tag ${tag}"
                title="Rename"
                @click=${() => void this.#start(tag)}
              >
                ${icon('pencil', 14)}
              </button>
              <button
                class="button quiet icon"
                aria-label="Remove the tag ${tag} from all notes"
                title="Remove from all notes"
                @click=${() => void this.#remove(tag)}
              >
                ${icon('trash', 14)}
              </button>
            </div>`
      }
    </li>`;
  }

  #renderRenaming({ tag, typed }: { readonly tag: string; readonly typed: string }) {
    return html`<div class="rename">
      <input
        aria-label="New name of the tag ${tag}"
        aria-describedby="hint"
        spellcheck="false"
        autocomplete="off"
        .value=${typed}
        @input=${this.handleInput}
        @keydown=${this.handleKeydown}
      />
      <button
        class="button"
        ?disabled=${normaliseTag(typed) === null}
        @click=${() => void this.#rename()}
      >
        Rename
      </button>
      <button class="button" @click=${() => void this.#cancel()}>Cancel</button>
      <p class="hint" id="hint" role="status">${this.#hint(tag, typed)}</p>
    </div>`;
  }

  /** What renaming would do besides, said before it is done. */
  #hint(tag: string, typed: string): string {
    const to = normaliseTag(typed);
    if (to === null) return typed.trim() === '' ? 'A tag needs a name.' : 'This cannot be a tag.';
    const existing = this.#list.state.tags.find((other) => other.tag === to);
    if (existing === undefined || to === tag) return '';
    return `Merges with ${counted(existing.count, 'note')}`;
  }

  #renderMessage() {
    // The message at the foot of the window cannot be reached while the dialog is open.
    const { text, action } = this.#messages.state ?? { text: '', action: null };
    return html`<span role="status">${text}</span> ${
        action === null
          ? nothing
          : html`<button class="button" @click=${action.run}>${action.label}</button>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-tag-dialog': TagDialog;
  }
}
