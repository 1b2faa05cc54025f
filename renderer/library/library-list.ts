import { VirtualizerController } from '@tanstack/lit-virtual';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { LibraryOutline, Listing } from '../../electron/shared/model/listing.ts';
import { libraryContext, notesContext, readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import { longDay } from '../ui/day.ts';
import { GroupLayout } from '../ui/group-layout.ts';
import { listStyles } from './library-list.styles.ts';

/** Heights of the two kinds of lines, in CSS pixels: fixed, so that far jumps are exact. */
const heights = { group: 36, row: 78 } as const;

/** The briefings by day: a virtual listbox named "Briefings". */
@customElement('readout-library-list')
export class LibraryList extends LitElement {
  static override readonly styles = [
    controlStyles,
    listStyles,
    css`
      :host {
        display: block;
        min-height: 0;
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);
  readonly #notes = new StoreController(this, notesContext);
  readonly #reader = new StoreController(this, readerContext);
  readonly #virtualizer = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    getScrollElement: () => this.scroller,
    count: 0,
    estimateSize: (line) => heights[this.#layout.lineAt(line)?.kind ?? 'row'],
    overscan: 6,
  });
  #layout = new GroupLayout<LibraryOutline['days'][number]>([]);
  #laidOut: unknown;
  /** The position of the row that is to be brought into view. */
  #toReveal: number | null = null;

  @query('[role=listbox]', true) private readonly scroller!: HTMLElement;

  /** Scrolls to the open briefing, if it is in the list. */
  async reveal(): Promise<void> {
    const { id } = this.#reader.store;
    const position = id === null ? undefined : await this.#library.store.locate(id);
    if (position === undefined || id !== this.#reader.store.id) return;
    this.#toReveal = position;
    this.#scrollToRevealed();
  }

  /** Waits for the list to be laid out: before, the virtualizer would scroll in a list without height. */
  #scrollToRevealed(): void {
    const virtualizer = this.#virtualizer.getVirtualizer();
    const height = virtualizer.scrollRect?.height ?? 0;
    if (this.#toReveal === null || height === 0) return;
    const line = this.#layout.lineOfPosition(this.#toReveal);
    this.#toReveal = null;
    virtualizer.scrollToIndex(line, { align: 'auto' });
  }

  override focus(): void {
    this.scroller.focus();
  }

  protected override willUpdate(): void {
    const { outline } = this.#library.state;
    if (outline === null || outline === this.#laidOut) return;
    this.#laidOut = outline;
    this.#layout = new GroupLayout(outline.days);
    const virtualizer = this.#virtualizer.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: this.#layout.lineCount });
    virtualizer.measure();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#scrollToRevealed();
    const positions = this.#virtualizer
      .getVirtualizer()
      .getVirtualItems()
      .map(({ index }) => this.#layout.lineAt(index))
      .flatMap((line) => (line?.kind === 'row' ? [line.position] : []));
    const first = positions[0];
    const last = positions.at(-1);
    if (first !== undefined && last !== undefined) void this.#library.store.ensureRows(first, last);
  }

  async #move(step: number): Promise<void> {
    const listing = await this.#library.store.rowNear(this.#reader.store.id, step);
    if (listing !== undefined) await this.#reader.store.open(listing.id);
  }

  #currentPosition(): number | undefined {
    const { id } = this.#reader.store;
    return id === null ? undefined : this.#library.store.positionOf(id);
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / heights.row) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void this.#move(step);
  };

  private readonly handleClick = (event: MouseEvent): void => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const position = Number(option?.getAttribute('data-position') ?? NaN);
    const listing = this.#library.state.rows.get(position);
    if (listing !== undefined) void this.#reader.store.open(listing.id);
  };

  protected override render() {
    const virtualizer = this.#virtualizer.getVirtualizer();
    const lines = virtualizer.getVirtualItems();
    const current = this.#currentPosition();
    const isRendered =
      current !== undefined &&
      lines.some(({ index }) => index === this.#layout.lineOfPosition(current));
    return html`<div
      role="listbox"
      tabindex="0"
      aria-label="Briefings"
      aria-activedescendant=${isRendered ? `option-${current}` : nothing}
      @keydown=${this.handleKeydown}
      @click=${this.handleClick}
    >
      <div class="canvas" role="presentation" .style=${`height: ${virtualizer.getTotalSize()}px`}>
        ${lines.map(({ index, start }) => this.#renderLine(index, start))}
      </div>
    </div>`;
  }

  #renderLine(index: number, top: number) {
    const line = this.#layout.lineAt(index);
    if (line === undefined) return nothing;
    const place = `transform: translateY(${top}px); height: ${heights[line.kind]}px`;
    if (line.kind === 'group') {
      return html`<div class="day" aria-hidden="true" .style=${place}>
        ${line.start.group.day === null ? 'Undated' : longDay(line.start.group.day)}
      </div>`;
    }
    const listing = this.#library.state.rows.get(line.position);
    return listing === undefined
      ? html`<div class="option waiting" aria-hidden="true" .style=${place}></div>`
      : this.#renderListing(listing, line.position, place);
  }

  #renderListing(listing: Listing, position: number, place: string) {
    const isOpen = listing.id === this.#reader.store.id;
    return html`<div
      role="option"
      id="option-${position}"
      class="option ${listing.problem === null ? '' : 'unreadable'}"
      aria-selected=${isOpen}
      aria-setsize=${this.#library.state.outline?.total ?? -1}
      aria-posinset=${position + 1}
      .style=${place}
      data-position=${position}
    >
      <span class="headline" dir="auto">${listing.headline}</span>
      <span class="details" title=${listing.problem ?? nothing}>${this.#details(listing)}</span>
      <span class="visually-hidden">
        ${listing.date === null ? 'undated' : longDay(listing.date.value)}
      </span>
    </div>`;
  }

  #details(listing: Listing): string {
    // The row is narrow and the file's name stands above: the folders would hide the reason.
    if (listing.problem !== null) return listing.problem.replaceAll(listing.path, listing.fileName);
    const marks = this.#notes.state.counts.get(listing.id);
    const parts = [listing.source ?? listing.fileName];
    if (marks !== undefined && marks.annotations > 0)
      parts.push(counted(marks.annotations, 'note'));
    if (marks !== undefined && marks.bookmarks > 0)
      parts.push(counted(marks.bookmarks, 'bookmark'));
    return parts.join(' · ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-library-list': LibraryList;
  }
}
