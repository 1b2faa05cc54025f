import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { NoteGroup, NoteOutline, NoteQuery } from '../../electron/shared/model/note-list.ts';
import { labelOfColor } from '../../electron/shared/model/settings.ts';
import { noteListContext, settingsContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { GroupLayout, type GroupStart, type Line } from '../ui/group-layout.ts';
import { groupHeading, groupName } from './group-heading.ts';
import { movedBy, rowStep } from './list-keys.ts';
import { noteListStyles } from './note-list.styles.ts';
import { NoteRowOpenEvent, NoteRowShowEvent } from './note-row-events.ts';
import { noteRow } from './note-row.ts';
import { rowStyles } from './row.styles.ts';

/** Heights in CSS pixels at the normal size of text: fixed, so that far jumps are exact. */
const heights = { group: 36, missing: 54, row: 100 } as const;

type NoteLine = Extract<Line<NoteGroup>, { readonly kind: 'row' }>;

interface LaidOut {
  readonly outline: NoteOutline;
  readonly query: NoteQuery;
  readonly scale: number;
}

/**
 * The notes on all briefings in groups: a virtual listbox named "Notes".
 *
 * @fires note-row-open - The reader opens a note.
 * @fires note-row-show - The same, of one whose briefing is not in the library any more.
 * @fires notes-view-leave - The reader is done here: Escape.
 */
@customElement('readout-note-list')
export class NoteList extends LitElement {
  static override readonly styles = [controlStyles, rowStyles, noteListStyles];

  readonly #list = new StoreController(this, noteListContext);
  readonly #settings = new StoreController(this, settingsContext);
  readonly #virtualizer = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    getScrollElement: () => this.scroller,
    count: 0,
    estimateSize: (line) => this.#heightOf(this.#layout.lineAt(line)),
    overscan: 6,
  });
  #layout = new GroupLayout<NoteGroup>([]);
  #laidOut: LaidOut | null = null;

  @query('[role=listbox]', true) private readonly scroller!: HTMLElement;

  override focus(): void {
    this.scroller.focus();
  }

  protected override willUpdate(): void {
    const { outline, query: asked, current } = this.#list.state;
    const before = this.#laidOut;
    const scale = this.#scale;
    if (outline === null) return;
    if (outline === before?.outline && scale === before.scale) return;
    this.#layOut({ outline, query: asked, scale });
    // Another list begins at its top; one that comes back, where the reader was.
    if (before !== null && before.query !== asked) this.#scrollToTop();
    else if (current !== null && before?.outline !== outline) void this.#reveal(current);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const positions = this.#lines().flatMap(({ line }) =>
      line.kind === 'row' ? [line.position] : [],
    );
    const [first, last] = [positions[0], positions.at(-1)];
    if (first !== undefined && last !== undefined) void this.#list.store.ensureRows(first, last);
  }

  get #grouping(): NoteQuery['group'] {
    return this.#laidOut?.query.group ?? 'briefing';
  }

  get #scale(): number {
    return this.#settings.state.textSize / 100;
  }

  #heightOf(line: Line<NoteGroup> | undefined): number {
    const kind =
      line?.kind === 'group' && line.start.group.key === 'missing' ? 'missing' : line?.kind;
    return Math.round(heights[kind ?? 'row'] * this.#scale);
  }

  #layOut(laidOut: LaidOut): void {
    this.#laidOut = laidOut;
    this.#layout = new GroupLayout(laidOut.outline.groups);
    const virtualizer = this.#virtualizer.getVirtualizer();
    virtualizer.setOptions({
      ...virtualizer.options,
      count: this.#layout.lineCount,
      scrollPaddingStart: Math.round(heights.missing * laidOut.scale),
    });
    virtualizer.measure();
  }

  #scrollToTop(): void {
    this.#virtualizer.getVirtualizer().scrollToOffset(0);
  }

  async #reveal(position: number): Promise<void> {
    await this.updateComplete;
    const line = this.#layout.lineOfPosition(position);
    this.#virtualizer.getVirtualizer().scrollToIndex(line, { align: 'auto' });
  }

  /** The lines on the screen and a few around them. */
  #lines() {
    return this.#virtualizer
      .getVirtualizer()
      .getVirtualItems()
      .flatMap(({ index, start: top }) => {
        const line = this.#layout.lineAt(index);
        return line === undefined ? [] : [{ line, index, top }];
      });
  }

  #move(step: number): void {
    const { current } = this.#list.state;
    this.#list.store.moveTo(movedBy(current, step));
    const moved = this.#list.state.current;
    if (moved !== null) void this.#reveal(moved);
  }

  async #open(position: number | null): Promise<void> {
    const row = position === null ? undefined : await this.#list.store.rowAt(position);
    if (row === undefined) return;
    const { annotation, briefing, isMissing } = row;
    this.dispatchEvent(
      isMissing ? new NoteRowShowEvent(row) : new NoteRowOpenEvent(briefing.id, annotation.id),
    );
  }

  /** With the focus there is a row that Enter opens. */
  private readonly handleFocus = (): void => {
    if (this.#list.state.current === null) this.#list.store.moveTo(0);
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const rowHeight = heights.row * this.#scale;
    const step = rowStep(event, this.scroller.clientHeight / rowHeight);
    if (step !== undefined) this.#move(step);
    else if (event.key === 'Enter') void this.#open(this.#list.state.current);
    else if (event.key === 'Escape') {
      this.dispatchEvent(new Event('notes-view-leave', { bubbles: true, composed: true }));
    } else return;
    event.preventDefault();
  };

  private readonly handleClick = (event: MouseEvent): void => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option === null) return;
    const position = Number(option.getAttribute('data-position'));
    this.#list.store.moveTo(position);
    void this.#open(position);
  };

  protected override render() {
    const { current, isStale, rows } = this.#list.state;
    const lines = this.#lines();
    const isShown =
      current !== null &&
      rows.has(current) &&
      lines.some(({ line }) => line.kind === 'row' && line.position === current);
    const height = this.#virtualizer.getVirtualizer().getTotalSize();
    return html`<div
      role="listbox"
      tabindex="0"
      aria-label="Notes"
      aria-busy=${isStale}
      aria-activedescendant=${isShown ? `option-${current}` : nothing}
      .style=${`--scale: ${this.#scale}`}
      @focus=${this.handleFocus}
      @keydown=${this.handleKeydown}
      @click=${this.handleClick}
    >
      <div class="canvas" role="presentation" .style=${`height: ${height}px`}>
        ${this.#renderGroups(lines.map(({ line }) => line.start))}
        ${lines.map(({ line, top }) => (line.kind === 'row' ? this.#renderNote(line, top) : nothing))}
      </div>
    </div>`;
  }

  /**
   * Each group in sight spans all of its rows, so that its heading can stay at the top; `sticky`
   * looks at `top`, not at transforms.
   */
  #renderGroups(starts: readonly GroupStart<NoteGroup>[]) {
    const { measurementsCache: lines } = this.#virtualizer.getVirtualizer();
    return repeat(
      new Set(starts),
      ({ group }) => group.key,
      (start) => {
        const heading = this.#heightOf({ kind: 'group', start });
        const height = heading + start.group.count * this.#heightOf(undefined);
        const place = `top: ${lines[start.line]?.start ?? 0}px; height: ${height}px`;
        return html`<div class="extent" aria-hidden="true" .style=${place}>
          <div class="group" .style=${`height: ${heading}px`}>
            ${groupHeading(start.group, this.#grouping)}
          </div>
        </div>`;
      },
    );
  }

  #renderNote({ position, start }: NoteLine, top: number) {
    const { current, outline, rows } = this.#list.state;
    const place = `transform: translateY(${top}px); height: ${this.#heightOf(undefined)}px`;
    const row = rows.get(position);
    if (row === undefined)
      return html`<div class="option" aria-hidden="true" .style=${place}></div>`;
    const { color } = row.annotation;
    const isCurrent = position === current;
    return html`<div
      role="option"
      id="option-${position}"
      class="option ${color ?? 'plain'} ${isCurrent ? 'current' : ''}"
      aria-selected=${isCurrent}
      aria-setsize=${outline?.total ?? -1}
      aria-posinset=${position + 1}
      .style=${place}
      data-position=${position}
    >
      ${noteRow(row, this.#grouping)}
      <span class="visually-hidden">
        ${color === null ? '' : `${labelOfColor(color, this.#settings.state)}, `}
        ${groupName(start.group, this.#grouping)}
      </span>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-note-list': NoteList;
  }
}
