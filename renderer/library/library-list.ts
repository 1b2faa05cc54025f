import { VirtualizerController } from '@tanstack/lit-virtual';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { LibraryOutline } from '../../electron/shared/model/listing.ts';
import { libraryContext, notesContext, readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { longDay } from '../ui/day.ts';
import { GroupLayout } from '../ui/group-layout.ts';
import { listStyles } from './library-list.styles.ts';
import { renderRow, rowHeights, type RowMode, rowModeOf } from './list-row.ts';

const headingHeight = 36;

/** A row that stays where it is on the screen while the list around it changes. */
interface Anchor {
  readonly id: string;
  /** How far its top is above the top of the list, in CSS pixels. */
  readonly hidden: number;
}

/** The briefings by day, or by relevance: a virtual listbox named "Briefings". */
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
    estimateSize: (line) => this.#heightOf(line),
    overscan: 6,
  });
  #layout = new GroupLayout<LibraryOutline['days'][number]>([]);
  #mode: RowMode = 'plain';
  #hasDays = true;
  #laidOut: unknown;
  #laidOutFilter: unknown;
  #anchor: Anchor | null = null;
  /** The position of the row that is to be brought into view. */
  #toReveal: number | null = null;

  @query('[role=listbox]', true) private readonly scroller!: HTMLElement;

  /** The list's height when it was looked at last, in CSS pixels. */
  #height = 0;
  readonly #resizing = new ResizeObserver(() => this.#followHeight());

  protected override firstUpdated(): void {
    this.#resizing.observe(this.scroller);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#resizing.observe(this.scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
  }

  /** What is above the list may grow: the open briefing's row stays in sight if it was. */
  #followHeight(): void {
    const before = this.#height;
    const { clientHeight, scrollTop } = this.scroller;
    this.#height = clientHeight;
    const position = this.#currentPosition();
    const place = position === undefined ? null : this.#placeOf(position);
    if (position === undefined || place === null || before === 0 || clientHeight >= before) return;
    const wasInSight = place.top >= scrollTop - 1 && place.bottom <= scrollTop + before + 1;
    if (wasInSight) this.#bringIntoSight(position);
  }

  /** Where a row is on the canvas, in CSS pixels; `null` before the list is laid out. */
  #placeOf(position: number): { readonly top: number; readonly bottom: number } | null {
    const { measurementsCache } = this.#virtualizer.getVirtualizer();
    const top = measurementsCache[this.#layout.lineOfPosition(position)]?.start;
    return top === undefined ? null : { top, bottom: top + rowHeights[this.#mode] };
  }

  /** By the height that the list has now: the virtualizer may not know of it yet. */
  #bringIntoSight(position: number): void {
    const place = this.#placeOf(position);
    const { clientHeight, scrollTop } = this.scroller;
    if (place === null) return;
    this.#height = clientHeight;
    if (place.top < scrollTop) this.scroller.scrollTop = place.top;
    else if (place.bottom > scrollTop + clientHeight) {
      this.scroller.scrollTop = place.bottom - clientHeight;
    }
  }

  /** Scrolls to the open briefing, if it is in the list. */
  async reveal(): Promise<void> {
    const { id } = this.#reader.store;
    const position = id === null ? undefined : await this.#library.store.locate(id);
    if (position === undefined || id !== this.#reader.store.id) return;
    this.#toReveal = position;
    this.#scrollToRevealed();
  }

  /** Waits for the list to be laid out: before, there is nothing to scroll. */
  #scrollToRevealed(): void {
    const position = this.#toReveal;
    if (position === null || this.scroller.clientHeight === 0) return;
    if (this.#placeOf(position) === null) return;
    this.#toReveal = null;
    this.#bringIntoSight(position);
  }

  override focus(): void {
    this.scroller.focus();
  }

  /** Without days there is one group, and its heading has no height. */
  #heightOf(line: number): number {
    if (this.#layout.lineAt(line)?.kind !== 'group') return rowHeights[this.#mode];
    return this.#hasDays ? headingHeight : 0;
  }

  protected override willUpdate(): void {
    const { outline, shownFilter } = this.#library.state;
    if (outline === null || outline === this.#laidOut) return;
    const isSameList = shownFilter === this.#laidOutFilter;
    this.#anchor = isSameList ? this.#topRow() : null;
    if (!isSameList && this.#laidOut !== undefined) this.scroller.scrollTop = 0;
    this.#laidOut = outline;
    this.#laidOutFilter = shownFilter;
    this.#mode = rowModeOf(shownFilter);
    this.#hasDays = outline.days.length > 0 || outline.total === 0;
    this.#layout = new GroupLayout(
      this.#hasDays ? outline.days : [{ day: null, count: outline.total }],
    );
    const virtualizer = this.#virtualizer.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: this.#layout.lineCount });
    virtualizer.measure();
  }

  /** The row at the top of the screen, as it was laid out last; `null` at the top of the list. */
  #topRow(): Anchor | null {
    const top = this.hasUpdated ? this.scroller.scrollTop : 0;
    if (top === 0) return null;
    for (const row of this.scroller.querySelectorAll<HTMLElement>('[data-id]')) {
      const start = Number(row.dataset['top']);
      const id = row.dataset['id'];
      if (id !== undefined && start + row.offsetHeight > top) return { id, hidden: top - start };
    }
    return null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#anchor !== null) void this.#keepInPlace(this.#anchor);
    this.#anchor = null;
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

  /** Files that are found above do not move what is read: the row goes back to where it stood. */
  async #keepInPlace({ id, hidden }: Anchor): Promise<void> {
    const { filter } = this.#library.state;
    const position = await this.#library.store.positionIn(id, filter);
    if (position === undefined || this.#library.state.filter !== filter) return;
    const place = this.#placeOf(position);
    if (place !== null) this.scroller.scrollTop = place.top + hidden;
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
    const { clientHeight } = this.scroller;
    const page = Math.max(1, Math.floor(clientHeight / rowHeights[this.#mode]) - 1);
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
    // What stands at its position may be another one already, before it is rendered.
    const id = option?.getAttribute('data-id') ?? null;
    if (id !== null) void this.#reader.store.open(id);
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
    const place = `transform: translateY(${top}px); height: ${this.#heightOf(index)}px`;
    if (line.kind === 'row') return this.#renderRow(line.position, top, place);
    if (!this.#hasDays) return nothing;
    return html`<div class="day" aria-hidden="true" .style=${place}>
      ${line.start.group.day === null ? 'Undated' : longDay(line.start.group.day)}
    </div>`;
  }

  #renderRow(position: number, top: number, place: string) {
    const { outline, rows } = this.#library.state;
    const row = rows.get(position);
    if (row === undefined) {
      return html`<div class="option waiting" aria-hidden="true" .style=${place}></div>`;
    }
    return renderRow({
      row,
      position,
      top,
      place,
      mode: this.#mode,
      marks: this.#notes.state.counts.get(row.id),
      total: outline?.total ?? -1,
      isOpen: row.id === this.#reader.store.id,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-library-list': LibraryList;
  }
}
