import { consume } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Template, TemplatePreview } from '../../electron/shared/model/template.ts';
import { longestTemplate } from '../../electron/shared/model/template.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { desktopContext, messageContext, readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { fieldStyles } from '../styles/fields.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';
import { firstTemplate } from './first-template.ts';
import { templatesDialogStyles } from './templates-dialog.styles.ts';

/** How long the preview waits while one types, in milliseconds. */
const pause = 250;

/** The reader's templates: written here, with what they make of the open briefing beside them. */
@customElement('readout-templates-dialog')
export class TemplatesDialog extends LitElement {
  static override readonly styles = [controlStyles, fieldStyles, templatesDialogStyles];

  readonly #messages = new StoreController(this, messageContext);
  readonly #reader = new StoreController(this, readerContext);

  @consume({ context: desktopContext }) private readonly desktop!: DesktopApi;
  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;
  @state() private templates: readonly Template[] = [];
  @state() private edited: Template = firstTemplate();
  @state() private preview: TemplatePreview | null = null;
  @state() private problem: string | null = null;
  /** Closed, it has nothing in the page. */
  @state() private isShown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #previewNumber = 0;

  async show(): Promise<void> {
    this.problem = null;
    this.isShown = true;
    await this.updateComplete;
    this.dialog.show();
    await this.#reload();
    this.#edit(this.templates[0] ?? firstTemplate());
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  async #reload(): Promise<void> {
    this.templates = await this.desktop.listTemplates({});
  }

  #edit(template: Template): void {
    this.edited = template;
    void this.#showPreview();
  }

  #change(change: Partial<Template>): void {
    this.edited = { ...this.edited, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#showPreview(), pause);
  }

  async #showPreview(): Promise<void> {
    this.#previewNumber += 1;
    const number = this.#previewNumber;
    const briefingId = this.#reader.store.id;
    if (briefingId === null) {
      this.preview = null;
      return;
    }
    const { source } = this.edited;
    const made = await this.desktop.previewTemplate({ source, briefingId, withText: false });
    if (number !== this.#previewNumber) return;
    this.problem = made.ok ? null : made.problem.message;
    this.preview = made.ok ? made.value : null;
  }

  private readonly handleKeep = async (): Promise<void> => {
    const kept = { ...this.edited, name: this.edited.name.trim() };
    if (kept.name === '') {
      this.problem = 'Give the template a name first.';
      return;
    }
    const saved = await this.desktop.saveTemplate(kept);
    this.problem = saved.ok ? null : saved.problem.message;
    if (!saved.ok) return;
    await this.#reload();
    this.#messages.store.show(`The template “${kept.name}” is kept`);
  };

  private readonly handleRemove = async (): Promise<void> => {
    const removed = await this.desktop.removeTemplate({ id: this.edited.id });
    this.problem = removed.ok ? null : removed.problem.message;
    if (!removed.ok) return;
    await this.#reload();
    this.#edit(this.templates[0] ?? firstTemplate());
  };

  private readonly handleChoice = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const { value } = target;
    this.#edit(this.templates.find(({ id }) => id === value) ?? firstTemplate());
  };

  protected override render() {
    return html`<readout-modal-dialog heading="Templates" @close=${() => (this.isShown = false)}>
      ${this.isShown ? this.#renderTemplates() : nothing}
    </readout-modal-dialog>`;
  }

  #renderTemplates() {
    const isKept = this.templates.some(({ id }) => id === this.edited.id);
    return html`${this.#renderTop(isKept)}
      <div class="columns">
        <label class="source"
          >Liquid
          <textarea
            spellcheck="false"
            maxlength=${longestTemplate}
            .value=${this.edited.source}
            @input=${({ target }: Event) =>
              target instanceof HTMLTextAreaElement && this.#change({ source: target.value })}
          ></textarea>
        </label>
        ${this.#renderPreview()}
      </div>
      ${this.problem === null ? nothing : html`<p class="failed" role="alert">${this.problem}</p>`}
      ${this.#renderActions(isKept)}`;
  }

  #renderTop(isKept: boolean) {
    return html`<div class="top">
      <label
        >Template
        <select .value=${isKept ? this.edited.id : ''} @change=${this.handleChoice}>
          <option value="" ?selected=${!isKept}>A new one</option>
          ${this.templates.map(
            ({ id, name }) =>
              html`<option value=${id} ?selected=${id === this.edited.id}>${name}</option>`,
          )}
        </select>
      </label>
      <label
        >Name
        <input
          type="text"
          maxlength="80"
          .value=${this.edited.name}
          @input=${({ target }: Event) =>
            target instanceof HTMLInputElement && this.#change({ name: target.value })}
        />
      </label>
    </div>`;
  }

  #renderPreview() {
    const { preview } = this;
    if (preview === null) {
      return html`<p class="hint">Open a briefing to see here what the template makes of it.</p>`;
    }
    if (preview.kind === 'faulty') {
      const { line, column, message } = preview;
      const place =
        line === null
          ? ''
          : `Line ${String(line)}${column === null ? '' : `, column ${String(column)}`}: `;
      return html`<p class="failed" role="status">${place}${message}</p>`;
    }
    return html`<pre tabindex="0" role="region" aria-label="Preview">${preview.text}</pre>`;
  }

  #renderActions(isKept: boolean) {
    return html`${
        isKept
          ? html`<button slot="actions" class="button" @click=${() => void this.handleRemove()}>
              Delete
            </button>`
          : nothing
      }
      <button slot="actions" class="button" @click=${() => this.dialog.close()}>Close</button>
      <button
        slot="actions"
        class="button primary"
        ?disabled=${this.preview?.kind === 'faulty'}
        @click=${() => void this.handleKeep()}
      >
        Keep
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-templates-dialog': TemplatesDialog;
  }
}
