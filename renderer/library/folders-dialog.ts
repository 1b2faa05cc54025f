import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { RootStatus } from '../../electron/shared/model/listing.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import type { Result } from '../../electron/shared/result.ts';
import { CommandEvent } from '../state/command-event.ts';
import { libraryContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { folderName } from '../state/views.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import { icon } from '../ui/icon.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';
import { foldersDialogStyles } from './folders-dialog.styles.ts';
import { patternLines } from './pattern-lines.ts';

type PatternKind = 'include' | 'exclude';

/** The folders of the library: what is read of them, and which ones there are. */
@customElement('readout-folders-dialog')
export class FoldersDialog extends LitElement {
  static override readonly styles = [
    controlStyles,
    foldersDialogStyles,
    css`
      readout-modal-dialog {
        --dialog-width: 640px;
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);

  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;
  @query('.add', true) private readonly addButton!: HTMLElement;

  /** The folder that the reader is asked about, by its id. */
  @state() private toRemove: string | null = null;
  /** What went wrong, by the folder's id. */
  @state() private problem: { readonly id: string; readonly message: string } | null = null;

  show(): void {
    [this.toRemove, this.problem] = [null, null];
    this.dialog.show();
  }

  async #remove({ id }: RootStatus): Promise<void> {
    await this.#attempt(id, this.#library.store.removeRoot(id));
    this.toRemove = null;
    this.addButton.focus();
  }

  async #changePatterns(root: RootStatus, kind: PatternKind, event: Event): Promise<void> {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement)) return;
    const lines = patternLines(field.value);
    if (!lines.ok) {
      this.problem = { id: root.id, message: lines.problem.message };
      return;
    }
    const { id, include, exclude } = root;
    const change = { id, include, exclude, [kind]: lines.value };
    await this.#attempt(id, this.#library.store.changeRoot(change));
  }

  async #attempt(id: string, asked: Promise<Result<null, Problem>>): Promise<void> {
    const result = await asked;
    this.problem = result.ok ? null : { id, message: result.problem.message };
  }

  protected override render() {
    const roots = this.#library.state.status?.roots ?? [];
    return html`<readout-modal-dialog heading="Folders">
      <p class="lead">
        Readout reads the story files of these folders and of the folders inside of them. It never
        changes a file.
      </p>
      ${
        roots.length === 0
          ? html`<p class="none">There are no folders yet.</p>`
          : html`<ul>
              ${roots.map((root) => html`<li>${this.#renderRoot(root)}</li>`)}
            </ul>`
      }
      <button
        class="button primary add"
        @click=${() => this.dispatchEvent(new CommandEvent('add-folders'))}
      >
        ${icon('plus', 15)} Add folders…
      </button>
    </readout-modal-dialog>`;
  }

  #renderRoot(root: RootStatus) {
    const name = folderName(root.path);
    return html`<div class="head">
        ${icon('folder', 17)}
        <div class="about">
          <strong><bdi>${name}</bdi></strong>
          <span class="path"><bdi>${root.path}</bdi></span>
          <span class="standing">${this.#renderStanding(root)}</span>
        </div>
        <button
          class="button"
          aria-label="Remove ${name}"
          ?disabled=${this.toRemove === root.id}
          @click=${() => (this.toRemove = root.id)}
        >
          Remove…
        </button>
      </div>
      ${this.toRemove === root.id ? this.#renderQuestion(root, name) : nothing}
      ${this.#renderPatterns(root, name)}
      ${
        this.problem?.id === root.id
          ? html`<p class="problem" role="alert">${this.problem.message}</p>`
          : nothing
      }`;
  }

  #renderStanding({ state: standing, message, briefingCount }: RootStatus) {
    const count = counted(briefingCount, 'briefing');
    if (standing === 'present') return count;
    const usual = standing === 'gone' ? 'It is not there.' : 'It cannot be read.';
    const kept = `${count} from before ${briefingCount === 1 ? 'is' : 'are'} still listed.`;
    return html`<span class="attention">${icon('alert', 13)} ${message ?? usual}</span>
      ${briefingCount === 0 ? nothing : kept}`;
  }

  #renderQuestion(root: RootStatus, name: string) {
    return html`<div class="question" role="alertdialog" aria-label="Remove ${name}">
      <p>
        Its briefings leave the list. The files stay where they are, and your notes on them are
        kept.
      </p>
      <button class="button primary" @click=${() => void this.#remove(root)}>
        Remove the folder
      </button>
      <button class="button" @click=${() => (this.toRemove = null)}>Keep it</button>
    </div>`;
  }

  #renderPatterns(root: RootStatus, name: string) {
    const count = root.include.length + root.exclude.length;
    const label = count === 0 ? 'Every file is read' : counted(count, 'pattern');
    return html`<details>
      <summary>Which files <span class="muted">${label}</span></summary>
      <p>
        Patterns of paths below the folder, one a line: <code>*</code> stands for any letters,
        <code>**</code> for any folders. <code>*.md</code> is every Markdown file,
        <code>2025/**</code> all that is in the folder 2025, <code>**/drafts/**</code> every folder
        of drafts.
      </p>
      <div class="patterns">
        ${this.#renderField(root, 'include', `Only these of ${name}`, 'Only these (empty: all)')}
        ${this.#renderField(root, 'exclude', `Not these of ${name}`, 'Not these')}
      </div>
    </details>`;
  }

  #renderField(root: RootStatus, kind: PatternKind, name: string, label: string) {
    return html`<label>
      ${label}
      <textarea
        aria-label=${name}
        rows="3"
        spellcheck="false"
        placeholder=${kind === 'include' ? '*.md' : '**/drafts/**'}
        .value=${root[kind].join('\n')}
        @change=${(event: Event) => void this.#changePatterns(root, kind, event)}
      ></textarea>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-folders-dialog': FoldersDialog;
  }
}
