import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RestorePreview } from '../../electron/shared/model/backup.ts';
import { reportListStyles } from '../styles/report-list.ts';
import { backupMoment, describeDifference } from './backup-words.ts';

type Item = RestorePreview['items'][number];

const words: Readonly<Record<Item['difference'], string>> = {
  added: 'comes back',
  removed: 'goes',
  changed: 'changes',
};

/** What restoring a backup would do to the notes, mark by mark. */
@customElement('readout-restore-difference')
export class RestoreDifference extends LitElement {
  static override readonly styles = [
    reportListStyles,
    css`
      ul {
        max-height: min(30vh, 260px);
      }

      .more {
        margin: 8px 0 0;
        color: var(--muted);
        font-size: 12.5px;
      }
    `,
  ];

  @property({ attribute: false }) preview!: RestorePreview;

  protected override render() {
    const { preview } = this;
    const { added, removed, changed, items, backup } = preview;
    const unnamed = added + removed + changed - items.length;
    const told = `Restoring ${backupMoment(backup)}: ${describeDifference(preview)}.`;
    return html`<p role="status">${told}</p>
      ${
        items.length === 0
          ? nothing
          : html`<ul tabindex="0" aria-label="What would change">
              ${items.map((item) => this.#renderItem(item))}
            </ul>`
      }
      ${unnamed <= 0 ? nothing : html`<p class="more">And ${unnamed} more.</p>`}`;
  }

  #renderItem({ difference, briefing, excerpt }: Item) {
    return html`<li>
      <bdi>${excerpt}</bdi>
      <div class="about"><bdi>${briefing}</bdi><span>${words[difference]}</span></div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-restore-difference': RestoreDifference;
  }
}
