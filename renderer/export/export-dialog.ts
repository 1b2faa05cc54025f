import { css, html, LitElement, nothing } from 'lit';
import { consume } from '@lit/context';
import { customElement, query, state } from 'lit/decorators.js';
import type { ExportPreview, ExportScope } from '../../electron/shared/model/export.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { desktopContext, messageContext, notesContext, readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';

type Preview =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly preview: ExportPreview }
  | { readonly kind: 'failed'; readonly message: string };

/** Exports notes as Markdown, with a preview of the very text that is written. */
@customElement('readout-export-dialog')
export class ExportDialog extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      readout-modal-dialog {
        --dialog-width: 720px;
      }

      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 20px;
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

      fieldset label {
        display: flex;
        align-items: center;
        gap: 7px;
      }

      input {
        accent-color: var(--accent);
      }

      .summary {
        margin: 0 0 6px;
        color: var(--muted);
        font-size: 12.5px;
      }

      pre {
        margin: 0;
        padding: 12px 14px;
        height: min(46vh, 440px);
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--paper);
        font:
          12.5px/1.55 ui-monospace,
          'DejaVu Sans Mono',
          Menlo,
          Consolas,
          monospace;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .failed {
        color: var(--danger);
      }
    `,
  ];

  readonly #messages = new StoreController(this, messageContext);
  readonly #notes = new StoreController(this, notesContext);
  readonly #reader = new StoreController(this, readerContext);

  @consume({ context: desktopContext }) private readonly desktop!: DesktopApi;
  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;
  @state() private kind: ExportScope['kind'] = 'briefing';
  @state() private preview: Preview = { kind: 'loading' };
  @state() private isSaving = false;
  /** Why the last try to save failed; the preview stays, so that the next try is one press away. */
  @state() private saveProblem: string | null = null;

  /** Opens the dialog; what is being typed is stored first, so that the export has it. */
  async show(): Promise<void> {
    this.kind = this.#reader.store.id === null ? 'all' : 'briefing';
    this.preview = { kind: 'loading' };
    this.saveProblem = null;
    this.dialog.show();
    await this.#notes.store.flush();
    await this.#load();
  }

  get #scope(): ExportScope {
    const briefingId = this.#reader.store.id;
    return this.kind === 'all' || briefingId === null
      ? { kind: 'all' }
      : { kind: 'briefing', briefingId };
  }

  async #load(): Promise<void> {
    const scope = this.#scope;
    const result = await this.desktop.previewExport({ scope, format: 'markdown' });
    if (scope.kind !== this.#scope.kind) return;
    this.preview = result.ok
      ? { kind: 'ready', preview: result.value }
      : { kind: 'failed', message: result.problem.message };
  }

  async #choose(kind: ExportScope['kind']): Promise<void> {
    this.kind = kind;
    this.saveProblem = null;
    await this.#load();
  }

  private readonly handleSave = async (): Promise<void> => {
    this.isSaving = true;
    this.saveProblem = null;
    const result = await this.desktop
      .saveExport({ scope: this.#scope, format: 'markdown' })
      .finally(() => (this.isSaving = false));
    if (!result.ok) this.saveProblem = result.problem.message;
    else if (result.value.kind === 'saved') {
      this.dialog.close();
      this.#messages.store.show(`Exported to ${result.value.path}`);
    }
  };

  protected override render() {
    const isReady = this.preview.kind === 'ready';
    return html`<readout-modal-dialog heading="Export notes">
      <fieldset>
        <legend>What</legend>
        ${this.#renderChoice('briefing', 'This briefing', this.#reader.store.id === null)}
        ${this.#renderChoice('all', 'All briefings with notes or bookmarks', false)}
      </fieldset>
      ${this.#renderPreview()} ${this.#renderProblem(this.saveProblem)}
      <button slot="actions" class="button" @click=${() => this.dialog.close()}>Cancel</button>
      <button
        slot="actions"
        class="button primary"
        ?disabled=${!isReady || this.isSaving}
        @click=${this.handleSave}
      >
        Save as…
      </button>
    </readout-modal-dialog>`;
  }

  #renderChoice(kind: ExportScope['kind'], label: string, disabled: boolean) {
    return html`<label>
      <input
        type="radio"
        name="scope"
        ?disabled=${disabled}
        .checked=${this.kind === kind}
        @change=${() => void this.#choose(kind)}
      />
      ${label}
    </label>`;
  }

  #renderPreview() {
    const { preview } = this;
    if (preview.kind === 'loading') return html`<p role="status">Preparing the preview…</p>`;
    if (preview.kind === 'failed') return this.#renderProblem(preview.message);
    const { briefingCount, fileName, text } = preview.preview;
    return html`<p class="summary" role="status">
        Markdown, for any editor or notes app · ${counted(briefingCount, 'briefing')} · ${fileName}
      </p>
      <pre tabindex="0" role="region" aria-label="Preview">${text}</pre>`;
  }

  #renderProblem(message: string | null) {
    return message === null ? nothing : html`<p class="failed" role="alert">${message}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-export-dialog': ExportDialog;
  }
}
