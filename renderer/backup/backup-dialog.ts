import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Backup, RestorePreview } from '../../electron/shared/model/backup.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import type { Result } from '../../electron/shared/result.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { desktopContext, messageContext, notesContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';
import './backup-list.ts';
import { backupMoment, describeDifference } from './backup-words.ts';
import type { ChooseBackupEvent } from './choose-backup-event.ts';
import './restore-difference.ts';

/** The copies of the notes: makes one, shows what restoring one would change, and restores it. */
@customElement('readout-backup-dialog')
export class BackupDialog extends LitElement {
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

      .sources {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin: 12px 0;
      }

      .question {
        margin-top: 12px;
        padding: 10px 14px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }

      .question p {
        margin: 0 0 10px;
      }

      .failed {
        margin: 10px 0 0;
        color: var(--danger);
        overflow-wrap: anywhere;
      }

      .said {
        margin: 10px 0 0;
      }
    `,
  ];

  readonly #messages = new StoreController(this, messageContext);
  readonly #notes = new StoreController(this, notesContext);

  @consume({ context: desktopContext }) private readonly desktop!: DesktopApi;
  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;
  @query('.confirm') private readonly confirmButton!: HTMLButtonElement | null;
  @query('.restore') private readonly restoreButton!: HTMLButtonElement | null;
  /** `null` until they are loaded. */
  @state() private backups: readonly Backup[] | null = null;
  @state() private chosen: string | null = null;
  @state() private preview: RestorePreview | null = null;
  @state() private isAsking = false;
  @state() private isBusy = false;
  @state() private problem: string | null = null;
  /** What was done last. */
  @state() private said: string | null = null;
  /** How many were chosen: an answer about an earlier one comes too late. */
  #choices = 0;

  async show(): Promise<void> {
    this.backups = null;
    this.said = null;
    this.#forget();
    this.dialog.show();
    await this.#attempt(() => this.desktop.listBackups({}), this.#keepList);
  }

  readonly #keepList = (backups: readonly Backup[]): void => {
    this.backups = backups;
  };

  #forget(): void {
    [this.chosen, this.preview, this.isAsking, this.problem] = [null, null, false, null];
  }

  /** What is being typed is stored first, so that it is in the backup and in the comparison. */
  async #attempt<Value>(
    ask: () => Promise<Result<Value, Problem>>,
    use: (value: Value) => void,
  ): Promise<void> {
    [this.isBusy, this.problem] = [true, null];
    const answered = this.#notes.store.flush().then(ask);
    const result = await answered.finally(() => (this.isBusy = false));
    if (result.ok) use(result.value);
    else this.problem = result.problem.message;
  }

  async #say(text: string): Promise<void> {
    this.said = text;
    this.#messages.store.show(text);
    await this.#attempt(() => this.desktop.listBackups({}), this.#keepList);
  }

  readonly #backUp = (): Promise<void> =>
    this.#attempt(
      () => this.desktop.backUpNow({}),
      (made) => void this.#say(`Backed up: ${backupMoment(made)}`),
    );

  /** `null` for a file that the reader is asked for; if none is chosen, all stays as it was. */
  async #choose(name: string | null): Promise<void> {
    this.#choices += 1;
    const choice = this.#choices;
    const take = (preview: RestorePreview | null): void => {
      if (choice === this.#choices) [this.chosen, this.preview] = [name, preview];
    };
    [this.isAsking, this.said] = [false, null];
    if (name !== null) take(null);
    await this.#attempt(
      () => this.desktop.previewRestore({ name }),
      (preview) => {
        if (preview !== null) take(preview);
      },
    );
    if (this.problem !== null) take(null);
  }

  readonly #ask = async (): Promise<void> => {
    this.isAsking = true;
    await this.updateComplete;
    this.confirmButton?.focus();
  };

  readonly #keep = async (): Promise<void> => {
    this.isAsking = false;
    await this.updateComplete;
    this.restoreButton?.focus();
  };

  readonly #restore = async (): Promise<void> => {
    const { preview } = this;
    if (preview === null) return;
    await this.#attempt(
      () => this.desktop.restoreBackup({}),
      (before) => {
        this.#forget();
        const restored = `Restored ${backupMoment(preview.backup)}.`;
        void this.#say(`${restored} What was there is kept as ${backupMoment(before)}.`);
      },
    );
    this.isAsking = false;
    await this.updateComplete;
    this.dialog.querySelector<HTMLButtonElement>('.close')?.focus();
  };

  protected override render() {
    return html`<readout-modal-dialog heading="Backups">
      <p class="lead">
        Readout copies your notes once a day when they have changed, and keeps the ten newest
        copies. Restoring one changes the notes back; undo, or the copy made before, takes it back.
      </p>
      ${this.#renderList()}
      <div class="sources">
        <button class="button" ?disabled=${this.isBusy} @click=${() => void this.#backUp()}>
          Back up now
        </button>
        <button class="button" ?disabled=${this.isBusy} @click=${() => void this.#choose(null)}>
          Restore from a file…
        </button>
      </div>
      ${
        this.preview === null
          ? nothing
          : html`<readout-restore-difference .preview=${this.preview}></readout-restore-difference>`
      }
      ${this.#renderQuestion()}
      ${this.said === null ? nothing : html`<p class="said" role="status">${this.said}</p>`}
      ${this.problem === null ? nothing : html`<p class="failed" role="alert">${this.problem}</p>`}
      ${this.#renderActions()}
    </readout-modal-dialog>`;
  }

  #renderList() {
    const { backups } = this;
    if (backups === null) {
      return this.problem === null ? html`<p role="status">Looking for backups…</p>` : nothing;
    }
    if (backups.length === 0) return html`<p>There are no backups yet.</p>`;
    return html`<readout-backup-list
      .backups=${backups}
      .chosen=${this.chosen}
      ?disabled=${this.isBusy && this.isAsking}
      @choose-backup=${(event: ChooseBackupEvent) => void this.#choose(event.backupName)}
    ></readout-backup-list>`;
  }

  #renderQuestion() {
    const { preview } = this;
    if (!this.isAsking || preview === null) return nothing;
    return html`<div
      class="question"
      role="alertdialog"
      aria-label="Restore the notes"
      aria-describedby="question"
    >
      <p id="question">
        Your notes will be as they were on ${backupMoment(preview.backup)}:
        ${describeDifference(preview)}. They are backed up first.
      </p>
      <button
        class="button primary confirm"
        ?disabled=${this.isBusy}
        @click=${() => void this.#restore()}
      >
        Restore the notes
      </button>
      <button class="button" ?disabled=${this.isBusy} @click=${() => void this.#keep()}>
        Keep them as they are
      </button>
    </div>`;
  }

  #renderActions() {
    const { added = 0, removed = 0, changed = 0 } = this.preview ?? {};
    const differs = added + removed + changed > 0;
    return html`<button slot="actions" class="button close" @click=${() => this.dialog.close()}>
        Close
      </button>
      <button
        slot="actions"
        class="button primary restore"
        ?disabled=${!differs || this.isBusy || this.isAsking}
        @click=${() => void this.#ask()}
      >
        Restore…
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-backup-dialog': BackupDialog;
  }
}
