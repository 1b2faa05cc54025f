import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ImportOutcome, ImportReport } from '../../electron/shared/model/import.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { desktopContext, messageContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';
import './import-report.ts';

/** What comes in and takes a place. */
const coming: readonly ImportOutcome[] = ['new', 'moved', 'orphan', 'changed'];

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'planned'; readonly id: string; readonly report: ImportReport }
  | { readonly kind: 'done'; readonly report: ImportReport };

function countComing({ counts }: ImportReport): number {
  return coming.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** Brings notes in from files: first what would come, then, when the reader says so, the notes. */
@customElement('readout-import-dialog')
export class ImportDialog extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      readout-modal-dialog {
        --dialog-width: 720px;
      }

      .lead {
        margin: 0 0 12px;
        color: var(--muted);
      }

      .failed {
        margin: 10px 0 0;
        color: var(--danger);
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #messages = new StoreController(this, messageContext);

  @consume({ context: desktopContext }) private readonly desktop!: DesktopApi;
  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;
  @state() private standing: State = { kind: 'asking' };
  @state() private isBusy = false;
  @state() private problem: string | null = null;

  show(): void {
    this.standing = { kind: 'asking' };
    this.problem = null;
    this.dialog.show();
  }

  private readonly handleChoose = async (): Promise<void> => {
    [this.isBusy, this.problem] = [true, null];
    const planned = await this.desktop.planImport({}).finally(() => (this.isBusy = false));
    if (!planned.ok) this.problem = planned.problem.message;
    else if (planned.value !== null) this.standing = { kind: 'planned', ...planned.value };
  };

  async #run(id: string): Promise<void> {
    [this.isBusy, this.problem] = [true, null];
    const done = await this.desktop.runImport({ id }).finally(() => (this.isBusy = false));
    if (!done.ok) {
      this.problem = done.problem.message;
      return;
    }
    this.standing = { kind: 'done', report: done.value };
    this.#messages.store.show(`${counted(countComing(done.value), 'mark')} imported`);
  }

  protected override render() {
    const { standing } = this;
    return html`<readout-modal-dialog heading="Import notes">
      ${
        standing.kind === 'asking'
          ? html`<p class="lead">
              From web annotations in JSON (of Readout, Hypothesis and others), tables of Readwise,
              and Markdown that Readout exported. You see what would come in before anything is
              changed, and undo takes it back.
            </p>`
          : html`<readout-import-report
              .report=${standing.report}
              .isDone=${standing.kind === 'done'}
            ></readout-import-report>`
      }
      ${this.problem === null ? nothing : html`<p class="failed" role="alert">${this.problem}</p>`}
      ${this.#renderActions()}
    </readout-modal-dialog>`;
  }

  #renderActions() {
    const { standing } = this;
    if (standing.kind === 'done') {
      return html`<button slot="actions" class="button primary" @click=${() => this.dialog.close()}>
        Close
      </button>`;
    }
    const count = standing.kind === 'planned' ? countComing(standing.report) : 0;
    return html`<button slot="actions" class="button" @click=${() => this.dialog.close()}>
        Cancel
      </button>
      <button
        slot="actions"
        class="button ${standing.kind === 'asking' ? 'primary' : ''}"
        ?disabled=${this.isBusy}
        @click=${() => void this.handleChoose()}
      >
        ${standing.kind === 'asking' ? 'Choose files…' : 'Other files…'}
      </button>
      ${
        standing.kind === 'planned'
          ? html`<button
              slot="actions"
              class="button primary"
              ?disabled=${this.isBusy || count === 0}
              @click=${() => void this.#run(standing.id)}
            >
              Import ${counted(count, 'mark')}
            </button>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-import-dialog': ImportDialog;
  }
}
