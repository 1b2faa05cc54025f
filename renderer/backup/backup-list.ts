import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Backup } from '../../electron/shared/model/backup.ts';
import { backupMoment, describeBackup } from './backup-words.ts';
import { ChooseBackupEvent } from './choose-backup-event.ts';

/**
 * The backups there are, of which one can be chosen.
 *
 * @fires choose-backup - The reader chose one.
 */
@customElement('readout-backup-list')
export class BackupList extends LitElement {
  static override readonly styles = css`
    fieldset {
      margin: 0;
      padding: 0;
      max-height: min(30vh, 240px);
      overflow: auto;
      border: 1px solid var(--line);
      border-radius: var(--radius-small);
      background: var(--paper);
    }

    legend {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    label {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0 10px;
      align-items: center;
      padding: 7px 12px;
      border-bottom: 1px solid var(--line);
    }

    label:last-child {
      border-bottom: 0;
    }

    input {
      grid-row: span 2;
      accent-color: var(--accent);
    }

    .details {
      color: var(--muted);
      font-size: 12.5px;
    }
  `;

  @property({ attribute: false }) backups: readonly Backup[] = [];
  /** The name of the one that is chosen; `null` for none. */
  @property({ attribute: false }) chosen: string | null = null;
  @property({ type: Boolean }) disabled = false;

  protected override render() {
    return html`<fieldset ?disabled=${this.disabled}>
      <legend>Backups</legend>
      ${this.backups.map((backup) => this.#renderBackup(backup))}
    </fieldset>`;
  }

  #renderBackup(backup: Backup) {
    return html`<label>
      <input
        type="radio"
        name="backup"
        .checked=${this.chosen === backup.name}
        @change=${() => this.dispatchEvent(new ChooseBackupEvent(backup.name))}
      />
      <span>${backupMoment(backup)}</span>
      <span class="details">${describeBackup(backup)}</span>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-backup-list': BackupList;
  }
}
