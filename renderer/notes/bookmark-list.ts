import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Bookmark } from '../../electron/shared/model/annotation.ts';
import { findPart } from '../../electron/shared/model/part.ts';
import { notesContext, readerContext } from '../state/contexts.ts';
import { BookmarkToggleEvent, PartRevealEvent } from '../state/reading-events.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { icon } from '../ui/icon.ts';
import { rowStyles } from './row.styles.ts';

/** The bookmarks of the open briefing. */
@customElement('readout-bookmark-list')
export class BookmarkList extends LitElement {
  static override readonly styles = [
    controlStyles,
    rowStyles,
    css`
      li {
        display: flex;
        align-items: start;
        gap: 4px;
      }

      li .row {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  readonly #notes = new StoreController(this, notesContext);
  readonly #reader = new StoreController(this, readerContext);

  protected override render() {
    const { bookmarks } = this.#notes.state;
    if (bookmarks.length === 0) {
      return html`<p class="empty">
        No bookmarks here. Press <kbd>b</kbd> to keep this briefing, or the part that is focused.
      </p>`;
    }
    return html`<ul>
      ${bookmarks.map((bookmark) => this.#renderBookmark(bookmark))}
    </ul>`;
  }

  #renderBookmark({ place }: Bookmark) {
    const part = place.kind === 'part' ? place.part : null;
    const [where, quote] =
      place.kind === 'part' ? this.#describe(place) : ['The whole briefing', ''];
    return html`<li>
      <button
        class="row"
        @click=${() => this.dispatchEvent(new PartRevealEvent(part ?? 'headline'))}
      >
        <span class="where">${where}</span>
        <span class="text" dir="auto">${quote}</span>
      </button>
      <button
        class="button quiet icon"
        aria-label="Remove the bookmark at ${where}"
        title="Remove (undo with Ctrl+Z)"
        @click=${() => this.dispatchEvent(new BookmarkToggleEvent(part))}
      >
        ${icon('trash', 14)}
      </button>
    </li>`;
  }

  #describe({
    part,
    quote,
  }: {
    readonly part: string;
    readonly quote: string;
  }): readonly [string, string] {
    const reader = this.#reader.state;
    const found = reader.kind === 'open' ? findPart(reader.opened.briefing, part) : null;
    return [found?.place ?? 'No longer in the briefing', quote];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-bookmark-list': BookmarkList;
  }
}
