import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { NoteVersion } from '../../electron/shared/model/note-list.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { desktopContext, messageContext, notesContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { localMoment } from '../ui/day.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';
import '../ui/text-difference.ts';

/** The note of the last version before one (at `index`, the newest first) that was not a deletion. */
function noteBefore(versions: readonly NoteVersion[], index: number): string {
  const older = versions.slice(index + 1).find(({ annotation }) => annotation !== null);
  return older?.annotation?.note ?? '';
}

/** The versions of one note, with what changed in each, to go back to one of them. */
@customElement('readout-history-dialog')
export class HistoryDialog extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding: 10px 0;
        border-top: 1px solid var(--line);
      }

      li:first-child {
        border-top: 0;
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        min-height: 30px;
        margin-bottom: 4px;
      }

      .head .button {
        margin-inline-start: auto;
      }

      time {
        color: var(--muted);
      }

      .failed {
        color: var(--danger);
      }
    `,
  ];

  readonly #messages = new StoreController(this, messageContext);
  readonly #notes = new StoreController(this, notesContext);

  @consume({ context: desktopContext }) private readonly desktop!: DesktopApi;
  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;

  @state() private annotationId: string | null = null;
  /** The newest first; `null` until they are there. */
  @state() private versions: readonly NoteVersion[] | null = null;
  @state() private problem: string | null = null;

  /** Opens the dialog on an annotation; what is being typed is stored first. */
  async show(annotationId: string): Promise<void> {
    [this.annotationId, this.versions, this.problem] = [annotationId, null, null];
    this.dialog.show();
    await this.#notes.store.flush();
    const versions = await this.desktop.historyOf({ id: annotationId });
    if (this.annotationId === annotationId) this.versions = versions;
  }

  private readonly handleClose = (): void => {
    [this.annotationId, this.versions] = [null, null];
  };

  async #restore(sequence: number): Promise<void> {
    const id = this.annotationId;
    if (id === null) return;
    if (!(await this.#notes.store.flush())) {
      this.problem = 'What was typed last is not saved yet, so nothing was restored.';
      return;
    }
    const result = await this.desktop.restoreVersion({ id, sequence });
    if (!result.ok) {
      this.problem = result.problem.message;
      return;
    }
    this.dialog.close();
    this.#messages.store.show('Earlier version restored');
  }

  protected override render() {
    return html`<readout-modal-dialog heading="Earlier versions" @close=${this.handleClose}>
      ${this.problem === null ? nothing : html`<p class="failed" role="alert">${this.problem}</p>`}
      ${
        this.versions === null
          ? html`<p role="status">Looking for earlier versions…</p>`
          : this.#renderVersions(this.versions)
      }
    </readout-modal-dialog>`;
  }

  #renderVersions(versions: readonly NoteVersion[]) {
    if (versions.length === 0) return html`<p>Nothing of this note is saved yet.</p>`;
    return html`<ol>
      ${versions.map((version, index) =>
        this.#renderVersion(version, index === 0, noteBefore(versions, index)),
      )}
    </ol>`;
  }

  #renderVersion(version: NoteVersion, isCurrent: boolean, older: string) {
    const { time, description, annotation, sequence } = version;
    return html`<li>
      <div class="head">
        <time datetime=${new Date(time).toISOString()}>${localMoment(time)}</time>
        <span>${description}${isCurrent ? ' (now)' : nothing}</span>
        ${
          isCurrent || annotation === null
            ? nothing
            : html`<button class="button" @click=${() => void this.#restore(sequence)}>
                Restore this version
              </button>`
        }
      </div>
      ${
        annotation === null || annotation.note === older
          ? nothing
          : html`<readout-text-difference
              .older=${older}
              .newer=${annotation.note}
            ></readout-text-difference>`
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-history-dialog': HistoryDialog;
  }
}
