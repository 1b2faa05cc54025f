import { consume } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { describeFormat } from '../../electron/shared/export/formats.ts';
import type {
  ExportForm,
  ExportOutcome,
  ExportProgress,
  ExportRequest,
  ExportScope,
} from '../../electron/shared/model/export.ts';
import type { Template } from '../../electron/shared/model/template.ts';
import type { DesktopApi } from '../desktop-api.ts';
import {
  desktopContext,
  libraryContext,
  messageContext,
  noteListContext,
  notesContext,
  readerContext,
  screenContext,
  settingsContext,
} from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';
import { exportDialogStyles } from './export-dialog.styles.ts';
import './export-form.ts';
import type { PreviewState } from './export-preview.ts';
import './export-preview.ts';
import { firstForm } from './first-form.ts';
import type { FormEvent } from './form-event.ts';
import './outcome-report.ts';
import './preset-picker.ts';
import { isNarrowed, type ScopeEvent, type ScopeKind } from './scope-choice.ts';
import './scope-choice.ts';

type Saved = ExportOutcome & { readonly kind: 'saved' };

/** Exports notes in any format, with a preview of what is written. */
@customElement('readout-export-dialog')
export class ExportDialog extends LitElement {
  static override readonly styles = [controlStyles, exportDialogStyles];

  readonly #library = new StoreController(this, libraryContext);
  readonly #messages = new StoreController(this, messageContext);
  readonly #noteList = new StoreController(this, noteListContext);
  readonly #notes = new StoreController(this, notesContext);
  readonly #reader = new StoreController(this, readerContext);
  readonly #screen = new StoreController(this, screenContext);
  readonly #settings = new StoreController(this, settingsContext);

  @consume({ context: desktopContext }) private readonly desktop!: DesktopApi;
  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;
  @state() private scopeKind: ScopeKind = 'briefing';
  @state() private form: ExportForm = firstForm;
  @state() private preview: PreviewState = { kind: 'loading' };
  @state() private tags: readonly string[] = [];
  @state() private templates: readonly Template[] = [];
  /** Closed, it has nothing in the page. */
  @state() private isShown = false;
  @state() private isSaving = false;
  @state() private progress: ExportProgress | null = null;
  /** Why the last try to save failed; the preview stays, so that the next try is one press away. */
  @state() private saveProblem: string | null = null;
  /** What was written into a folder. */
  @state() private saved: Saved | null = null;
  #previewNumber = 0;
  #unsubscribe: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.desktop.onExportProgress((progress) => {
      if (this.isSaving) this.progress = progress;
    });
  }

  override disconnectedCallback(): void {
    this.#unsubscribe?.();
    super.disconnectedCallback();
  }

  /** Opens the dialog; what is being typed is stored first, so that the export has it. */
  async show(): Promise<void> {
    this.scopeKind = this.#firstScope;
    this.form = this.#settings.state.exportForm ?? firstForm;
    this.preview = { kind: 'loading' };
    [this.saveProblem, this.saved] = [null, null];
    this.isShown = true;
    await this.updateComplete;
    this.dialog.show();
    await this.#notes.store.flush();
    await this.#load();
    const [tags, templates] = await Promise.all([
      this.desktop.listTags({}),
      this.desktop.listTemplates({}),
    ]);
    this.tags = tags.map(({ tag }) => tag);
    this.templates = templates;
  }

  /** What is on the screen: the notes as they are listed, or the open briefing. */
  get #firstScope(): ScopeKind {
    if (this.#screen.state.screen === 'all-notes')
      return isNarrowed(this.#noteList.state.query) ? 'notes' : 'all';
    return this.#reader.store.id === null ? 'all' : 'briefing';
  }

  get #request(): ExportRequest {
    return { ...this.form, scope: this.#scope };
  }

  get #scope(): ExportScope {
    const briefingId = this.#reader.store.id;
    if (this.scopeKind === 'briefing' && briefingId !== null)
      return { kind: 'briefing', briefingId };
    if (this.scopeKind === 'list') return { kind: 'list', filter: this.#library.state.shownFilter };
    if (this.scopeKind === 'notes') return { kind: 'notes', query: this.#noteList.state.query };
    return { kind: 'all' };
  }

  async #load(): Promise<void> {
    this.#previewNumber += 1;
    const number = this.#previewNumber;
    const result = await this.desktop.previewExport(this.#request);
    if (number !== this.#previewNumber) return;
    this.preview = result.ok
      ? { kind: 'ready', preview: result.value }
      : { kind: 'failed', message: result.problem.message };
  }

  private readonly handleScope = ({ kind }: ScopeEvent): void => {
    this.scopeKind = kind;
    this.saveProblem = null;
    void this.#load();
  };

  private readonly handleForm = (event: FormEvent): void => {
    this.form = event.form;
    this.saveProblem = null;
    void this.#settings.store.change({ exportForm: event.form });
    void this.#load();
  };

  private readonly handleSave = async (): Promise<void> => {
    [this.isSaving, this.progress, this.saveProblem] = [true, null, null];
    const result = await this.desktop
      .saveExport(this.#request)
      .finally(() => (this.isSaving = false));
    if (!result.ok) this.saveProblem = result.problem.message;
    else if (result.value.kind === 'saved') this.#showSaved(result.value);
  };

  #showSaved(saved: Saved): void {
    if (saved.files.length > 0) {
      this.saved = saved;
      return;
    }
    this.dialog.close();
    this.#messages.store.show(`Exported to ${saved.path}`);
  }

  private readonly handleCopy = async (): Promise<void> => {
    const result = await this.desktop.copyExport(this.#request);
    if (!result.ok) this.saveProblem = result.problem.message;
    else this.#messages.store.show('The notes are on the clipboard');
  };

  private readonly handlePrint = async (): Promise<void> => {
    const briefingId = this.#reader.store.id;
    if (briefingId === null) return;
    const result = await this.desktop.printBriefing({ briefingId, withNotes: true });
    if (!result.ok) this.saveProblem = result.problem.message;
  };

  protected override render() {
    const { saved } = this;
    const content = saved === null ? this.#renderExport() : this.#renderSaved(saved);
    return html`<readout-modal-dialog
      heading=${saved === null ? 'Export notes' : 'Exported'}
      @close=${() => (this.isShown = false)}
    >
      ${this.isShown ? content : nothing}
    </readout-modal-dialog>`;
  }

  #renderSaved(saved: Saved) {
    return html`<p class="path"><bdi>${saved.path}</bdi></p>
      <readout-outcome-report .files=${saved.files}></readout-outcome-report>
      <button slot="actions" class="button primary" @click=${() => this.dialog.close()}>
        Close
      </button>`;
  }

  #renderExport() {
    return html`<div class="columns">
        <div class="choices" @form-change=${this.handleForm} @scope-change=${this.handleScope}>
          <readout-scope-choice .kind=${this.scopeKind}></readout-scope-choice>
          <readout-preset-picker .form=${this.form}></readout-preset-picker>
          <readout-export-form
            .form=${this.form}
            .settings=${this.#settings.state}
            .tags=${this.tags}
            .templates=${this.templates}
          ></readout-export-form>
        </div>
        <readout-export-preview .preview=${this.preview}></readout-export-preview>
      </div>
      ${this.#renderProgress()}
      ${
        this.saveProblem === null
          ? nothing
          : html`<p class="failed" role="alert">${this.saveProblem}</p>`
      }
      ${this.#renderActions()}`;
  }

  #renderProgress() {
    if (!this.isSaving || this.progress === null) return nothing;
    const { done, total } = this.progress;
    return html`<p class="progress" role="status">
      <progress max=${total} value=${done} aria-label="Export"></progress>
      ${done} of ${counted(total, 'briefing')}
    </p>`;
  }

  #renderActions() {
    const isReady = this.preview.kind === 'ready' && !this.isSaving;
    const isFolder = this.form.layout === 'folder' && describeFormat(this.form.format).hasFolder;
    return html`<button
        slot="actions"
        class="button"
        ?disabled=${!isReady}
        @click=${() => void this.handleCopy()}
      >
        Copy
      </button>
      ${
        this.scopeKind === 'briefing'
          ? html`<button
              slot="actions"
              class="button"
              ?disabled=${!isReady}
              @click=${() => void this.handlePrint()}
            >
              Print…
            </button>`
          : nothing
      }
      ${this.#renderWayOut()}
      <button
        slot="actions"
        class="button primary"
        ?disabled=${!isReady}
        @click=${() => void this.handleSave()}
      >
        ${isFolder ? 'Save into a folder…' : 'Save as…'}
      </button>`;
  }

  #renderWayOut() {
    return this.isSaving
      ? html`<button slot="actions" class="button" @click=${() => void this.desktop.stopExport({})}>
          Stop
        </button>`
      : html`<button slot="actions" class="button" @click=${() => this.dialog.close()}>
          Cancel
        </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-export-dialog': ExportDialog;
  }
}
