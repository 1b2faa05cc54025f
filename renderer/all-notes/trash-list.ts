import { VirtualizerController } from '@tanstack/lit-virtual';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Trashed } from '../../electron/shared/model/note-list.ts';
import { settingsContext, trashContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { localMoment } from '../ui/day.ts';
import { daysLeft } from './days-left.ts';
import { movedBy, rowStep } from './list-keys.ts';
import { noteContent } from './note-content.ts';
import { rowStyles } from './row.styles.ts';
import { TrashRestoreEvent, TrashSelectEvent } from './trash-events.ts';

/** The height of a row in CSS pixels at the normal size of text: fixed, so that far jumps are exact. */
const rowHeight = 100;

/**
 * The deleted annotations: a virtual listbox named "Deleted notes", several of which can be
 * selected.
 *
 * @fires trash-select - With the annotations that would be restored now.
 * @fires trash-restore - The reader brings them back.
 * @fires trash-view-leave - The reader is done here: Escape.
 */
@customElement('readout-trash-list')
export class TrashList extends LitElement {
  static override readonly styles = [
    controlStyles,
    rowStyles,
    css`
      .option[aria-selected='true'] {
        background: var(--accent-soft);
        border-inline-start-color: var(--accent);
      }
    `,
  ];

  readonly #settings = new StoreController(this, settingsContext);
  readonly #trash = new StoreController(this, trashContext);
  readonly #virtualizer = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    getScrollElement: () => this.scroller,
    count: 0,
    estimateSize: () => this.#rowHeight,
    overscan: 6,
  });
  #laidOut = { total: 0, rowHeight: 0 };

  @query('[role=listbox]', true) private readonly scroller!: HTMLElement;

  /** The position of the row that the reader is at. */
  @state() private current: number | null = null;
  /** The selected annotations by their id. */
  @state() private selection: ReadonlyMap<string, Trashed> = new Map();

  override focus(): void {
    this.scroller.focus();
  }

  protected override willUpdate(): void {
    const total = this.#trash.state.total ?? 0;
    const { total: before, rowHeight: heightBefore } = this.#laidOut;
    if (total === before && this.#rowHeight === heightBefore) return;
    this.#laidOut = { total, rowHeight: this.#rowHeight };
    if (this.current !== null)
      this.current = total === 0 ? null : Math.min(this.current, total - 1);
    const virtualizer = this.#virtualizer.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: total });
    virtualizer.measure();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const items = this.#virtualizer.getVirtualizer().getVirtualItems();
    const [first, last] = [items[0]?.index, items.at(-1)?.index];
    if (first !== undefined && last !== undefined) void this.#trash.store.ensureItems(first, last);
    this.dispatchEvent(new TrashSelectEvent(this.#chosen));
  }

  get #rowHeight(): number {
    return Math.round((rowHeight * this.#settings.state.textSize) / 100);
  }

  /** What a restore brings back: the selection, unless the reader is at a row outside of it. */
  get #chosen(): readonly Trashed[] {
    const at = this.current === null ? undefined : this.#trash.state.items.get(this.current);
    if (at === undefined || this.selection.has(at.annotation.id))
      return [...this.selection.values()];
    return [at];
  }

  #moveTo(position: number): void {
    const last = (this.#trash.state.total ?? 0) - 1;
    if (last < 0) return;
    this.current = Math.min(Math.max(position, 0), last);
    this.#virtualizer.getVirtualizer().scrollToIndex(this.current, { align: 'auto' });
  }

  #toggle(position: number | null): void {
    const item = position === null ? undefined : this.#trash.state.items.get(position);
    if (item === undefined) return;
    const selection = new Map(this.selection);
    if (!selection.delete(item.annotation.id)) selection.set(item.annotation.id, item);
    this.selection = selection;
  }

  /** Asks to bring back what is chosen. */
  restore(): void {
    const chosen = this.#chosen;
    if (chosen.length === 0) return;
    this.selection = new Map();
    this.dispatchEvent(new TrashRestoreEvent(chosen));
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const step = rowStep(event, this.scroller.clientHeight / this.#rowHeight);
    if (step !== undefined) this.#moveTo(movedBy(this.current, step));
    else if (event.key === ' ') this.#toggle(this.current);
    else if (event.key === 'Enter') this.restore();
    else if (event.key === 'Escape') this.#leave();
    else return;
    event.preventDefault();
  };

  private readonly handleClick = (event: MouseEvent): void => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option === null) return;
    const position = Number(option.getAttribute('data-position'));
    this.current = position;
    if (!event.ctrlKey && !event.metaKey) this.selection = new Map();
    this.#toggle(position);
  };

  /** The first Escape gives the selection up, the next leaves. */
  #leave(): void {
    if (this.selection.size > 0) this.selection = new Map();
    else this.dispatchEvent(new Event('trash-view-leave', { bubbles: true, composed: true }));
  }

  protected override render() {
    const virtualizer = this.#virtualizer.getVirtualizer();
    const lines = virtualizer.getVirtualItems();
    const { current } = this;
    const isShown =
      current !== null &&
      this.#trash.state.items.has(current) &&
      lines.some(({ index }) => index === current);
    return html`<div
      role="listbox"
      tabindex="0"
      aria-label="Deleted notes"
      aria-multiselectable="true"
      aria-activedescendant=${isShown ? `option-${current}` : nothing}
      .style=${`--scale: ${this.#settings.state.textSize / 100}`}
      @keydown=${this.handleKeydown}
      @click=${this.handleClick}
    >
      <div class="canvas" role="presentation" .style=${`height: ${virtualizer.getTotalSize()}px`}>
        ${lines.map(({ index, start }) => this.#renderRow(index, start))}
      </div>
    </div>`;
  }

  #renderRow(position: number, top: number) {
    const place = `transform: translateY(${top}px); height: ${this.#rowHeight}px`;
    const item = this.#trash.state.items.get(position);
    if (item === undefined)
      return html`<div class="option" aria-hidden="true" .style=${place}></div>`;
    const { annotation, briefing, deletedAt } = item;
    return html`<div
      role="option"
      id="option-${position}"
      class="option ${annotation.color ?? 'plain'} ${position === this.current ? 'current' : ''}"
      aria-selected=${this.selection.has(annotation.id)}
      aria-setsize=${this.#trash.state.total ?? -1}
      aria-posinset=${position + 1}
      .style=${place}
      data-position=${position}
    >
      ${noteContent(annotation)}
      <div class="details">
        <span class="headline" dir="auto">${briefing.headline}</span>
        <span class="when">
          Deleted
          <time datetime=${new Date(deletedAt).toISOString()}>${localMoment(deletedAt)}</time>
          · ${daysLeft(deletedAt, Date.now())}
        </span>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-trash-list': TrashList;
  }
}
