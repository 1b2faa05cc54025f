import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Color, Target } from '../../electron/shared/model/annotation.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import { messageContext, notesContext, passageContext, readerContext } from '../state/contexts.ts';
import type { HighlightAction } from '../shell/keyboard.ts';
import { AnnotationOpenEvent, type PartRevealEvent } from '../state/reading-events.ts';
import { isSameBriefing, type OpenReader } from '../state/reader-state.ts';
import { StoreController } from '../state/store.ts';
import { ActiveAnnotation } from './active-annotation.ts';
import type { BriefingActions } from './briefing-actions.ts';
import { changeLine, changesSinceRead } from './briefing-banners.ts';
import { briefingTemplate } from './briefing-template.ts';
import { bringRangeIntoView } from './bring-into-view.ts';
import { CaretController } from './caret-controller.ts';
import { hasModifier } from './caret-keys.ts';
import type { ChangesDialog } from './changes-dialog.ts';
import './changes-dialog.ts';
import { FindController, type FindSurface } from './find-controller.ts';
import { GradualRendering } from './gradual-rendering.ts';
import { HighlightPainter } from './highlight-painter.ts';
import { LinkController } from './link-controller.ts';
import { Marking } from './marking.ts';
import type { PartContext } from './part-context.ts';
import { findPartElement, partAround, rangesOf } from './part-element.ts';
import { PassageSelection } from './passage-selection.ts';
import type { TourStop } from './passage-tour.ts';
import { ReadingEnd } from './reading-end.ts';
import { ReadingPlace } from './reading-place.ts';
import { emptyTemplate, failedTemplate, loadingTemplate } from './reading-states.ts';
import { SearchHits } from './search-hits.ts';
import { scrollAside } from './scroll-aside.ts';
import type { PassageActionEvent } from './selection-popover.ts';
import './selection-popover.ts';

/** The open briefing. Renders into the document itself, not into a shadow root. */
@customElement('readout-reading-view')
export class ReadingView extends LitElement implements FindSurface {
  readonly #messages = new StoreController(this, messageContext);
  readonly #notes = new StoreController(this, notesContext);
  readonly #passages = new StoreController(this, passageContext);
  readonly #reader = new StoreController(this, readerContext);
  readonly #active = new ActiveAnnotation(this);
  readonly #caret = new CaretController(this, (words) => (this.said = words));
  protected readonly end = new ReadingEnd(this);
  readonly #find = new FindController(this);
  readonly #gradual = new GradualRendering(this);
  readonly #hits = new SearchHits(this);
  readonly #links = new LinkController(this);
  readonly #place = new ReadingPlace(this);
  readonly #selection = new PassageSelection(this);
  readonly #marking = new Marking(this, {
    active: this.#active,
    caret: this.#caret,
    selection: this.#selection,
  });
  readonly #painter = new HighlightPainter(this);
  readonly #resizes = new ResizeObserver(() => this.#placeOverlays());
  /** What is on the screen. */
  #shown: OpenReader | null = null;

  @query('article') private readonly article!: HTMLElement | null;
  @query('readout-changes-dialog') private readonly changes!: ChangesDialog | null;
  /** What screen readers say next. */
  @state() private said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizes.observe(this);
    this.addEventListener('focusin', this.handleFocusin);
    this.addEventListener('keydown', this.handleKeydown);
    this.addEventListener('click', this.handleClick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
    this.#painter.clear();
  }

  /**
   * What a note or tags would be about: the selection, the active highlight, the focused part, the
   * briefing.
   */
  currentTarget(): Target {
    return this.#marking.target;
  }

  /** Colours the selected passage, or else the active highlight, or else the focused part. */
  highlight(color: Color): void {
    if (this.checkVisibility()) this.#marking.highlight(color);
  }

  /** Copies the selected passage; `false` where none is selected. */
  copySelection(): boolean {
    return this.#selection.copy();
  }

  /** Changes or leaves the active highlight. */
  actOnHighlight(action: HighlightAction): void {
    if (this.checkVisibility()) this.#active.act(action);
  }

  /** Goes to the highlight after the active one (or before it), or after the focused part. */
  goToHighlight(step: 1 | -1): void {
    if (!this.checkVisibility()) return;
    const next = this.#active.neighbour(step, this.#from);
    if (next === null) this.#messages.store.show('This briefing has no highlights.');
    else if (this.revealAnnotation(next.id)) {
      this.said = `Highlight ${next.position} of ${next.total}`;
    }
  }

  /**
   * Brings the passage of an annotation into view, or its part, focuses the part and makes the
   * annotation the active one; `false` where it has no place in the text.
   */
  revealAnnotation(id: string): boolean {
    const passages = this.#active.passagesOf(id);
    const [first] = passages;
    if (first === undefined || this.#reach(first.part) === null) return false;
    this.#focusPart(first.part);
    const [range] = rangesOf(this, passages);
    if (range !== undefined) bringRangeIntoView(this, range);
    this.#active.activate(id);
    return true;
  }

  /** Opens the bar that finds words in the open briefing. */
  find(): void {
    if (this.checkVisibility()) this.#find.open();
  }

  /**
   * Goes to the next hit (or the one before), and round: of the bar if it is open, or else of the
   * library's query.
   */
  goToHit(step: 1 | -1): void {
    if (!this.checkVisibility()) return;
    if (this.#find.isOpen) {
      this.#find.step(step);
      return;
    }
    const stop = this.#hits.step(step, this.#from);
    if (stop === null) this.#messages.store.show('The search has no hits in this briefing.');
    else {
      this.#focusPart(stop.passage.part);
      this.showHit(stop);
      this.said = `Hit ${stop.position} of ${stop.total}`;
    }
  }

  showHit({ passage }: TourStop): void {
    this.#reach(passage.part);
    const [range] = rangesOf(this, [passage]);
    if (range !== undefined) bringRangeIntoView(this, range);
  }

  startOfFind(): PartPath | null {
    return this.#from;
  }

  leaveFind(stop: TourStop | null): void {
    if (stop === null) this.focus();
    else this.#focusPart(stop.passage.part);
  }

  /** The part from which on something is looked for. */
  get #from(): PartPath | null {
    return this.#marking.focusedPart ?? this.#place.firstVisiblePart;
  }

  /** The element of a part, shown if it was not as yet. */
  readonly #reach = (path: PartPath): HTMLElement | null => {
    if (this.#gradual.reach(path)) this.performUpdate();
    return findPartElement(this, path);
  };

  /** Brings a part into view and focuses it. */
  reveal(path: PartPath): void {
    this.#active.leave();
    this.#focusPart(path);
  }

  #focusPart(path: PartPath): void {
    this.#caret.leave();
    const element = this.#reach(path);
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
    // It may have the focus already, and then no event tells so.
    if (element !== null) this.#reader.store.focusPart(path);
  }

  /** Focuses the part after (or before) the focused one. */
  move(step: 1 | -1): void {
    const path =
      this.#reader.state.kind === 'open' && this.#marking.focusedPart === null
        ? this.#place.firstVisiblePart
        : this.#reader.store.neighbour(step);
    if (path !== null) this.reveal(path);
  }

  override focus(): void {
    if (this.#reader.state.kind === 'open') {
      this.#focusPart(this.#marking.focusedPart ?? this.#place.firstVisiblePart ?? 'headline');
    } else this.querySelector<HTMLElement>('.reading-state button')?.focus();
  }

  protected override willUpdate(): void {
    const reader = this.#reader.state;
    const shown = this.#shown;
    const isOpen = reader.kind === 'open';
    if (!isOpen || reader.opened.briefing !== shown?.opened.briefing) this.#caret.leave();
    if (!isOpen || shown === null || !isSameBriefing(shown, reader)) return;
    if (shown.opened.briefing === reader.opened.briefing) return;
    this.#place.keep();
    this.said = changeLine(reader.opened) ?? this.said;
  }

  protected override updated(): void {
    const reader = this.#reader.state;
    if (reader.kind !== 'open' || this.article === null) {
      this.#painter.clear();
      this.#shown = null;
      return;
    }
    const before = this.#shown;
    this.#shown = reader;
    if (before?.opened.briefing !== reader.opened.briefing || before.visit !== reader.visit) {
      this.#resizes.observe(this.article);
      this.#enter(reader, before);
    }
    const { annotations } = this.#notes.state;
    this.#painter.paint(annotations, this.#passages.state.anchorings, this.#active.passages);
    this.#hits.paint(this.#gradual.count, this.#find.isOpen);
    this.#find.paint(this.#gradual.count);
  }

  /** Goes to the first hit of the query, or else to where the reader was in the briefing. */
  #enter(reader: OpenReader, before: OpenReader | null): void {
    const hit = before?.visit === reader.visit ? null : this.#hits.first();
    if (before !== null && isSameBriefing(before, reader)) {
      this.#place.takeUp(before.opened.briefing, reader.opened.briefing, this.#reach);
    } else if (hit === null) this.#place.restore(reader.id, this.#reach);
    if (hit !== null) this.showHit(hit);
  }

  private readonly handleFocusin = (event: FocusEvent): void => {
    const part = event.target instanceof Node ? partAround(event.target) : null;
    if (part !== null) this.#reader.store.focusPart(part.path);
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (this.#act(event)) event.preventDefault();
  };

  /** Does what a key says; `false` where it says nothing here. */
  #act(event: KeyboardEvent): boolean {
    const reader = this.#reader.state;
    if (reader.kind !== 'open') return false;
    if (this.#caret.handleKeydown(event, reader.opened.briefing.language)) {
      this.#active.leave();
      return true;
    }
    if (hasModifier(event)) return false;
    if (event.key === 'Escape') return this.#leave();
    if (scrollAside(event)) return true;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
    this.move(event.key === 'ArrowDown' ? 1 : -1);
    return true;
  }

  /** Leaves one thing at a time: the caret, the selection, the highlight, the part. */
  #leave(): boolean {
    if (this.#caret.leave() || this.#find.close()) return true;
    const isSelected = document.getSelection()?.isCollapsed === false;
    document.getSelection()?.removeAllRanges();
    if (isSelected || this.#active.leave()) return true;
    this.#reader.store.focusPart(null);
    return false;
  }

  private readonly handleClick = (event: MouseEvent): void => {
    if (!document.getSelection()?.isCollapsed) return;
    const { target, clientX: x, clientY: y } = event;
    if (
      target instanceof Element &&
      target.closest('button, readout-selection-popover, .find-place')
    )
      return;
    const id = this.#active.choose(this.#painter.annotationsAt(x, y), { x, y });
    this.#active.activate(id);
    if (id !== null) this.dispatchEvent(new AnnotationOpenEvent(id));
  };

  #placeOverlays(): void {
    this.#selection.place();
    this.#caret.place();
  }

  private readonly handlePassageAction = ({ action }: PassageActionEvent): void => {
    this.#marking.act(action);
  };

  private readonly handlePartReveal = ({ part }: PartRevealEvent): void => this.reveal(part);

  readonly #actions: BriefingActions = {
    toggleRead: () => this.#reader.store.toggleRead(),
    togglePinned: () => this.#reader.store.togglePinned(),
    showChanges: () => this.changes?.show(),
    keepVersion: () => {
      this.#reader.store.keepVersion();
      // The button goes with its banner.
      this.focus();
    },
    open: (id) => void this.#reader.store.open(id),
  };

  /** In the document itself: selection, find, print and screen readers meet one text. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const reader = this.#reader.state;
    if (reader.kind === 'none') return emptyTemplate();
    if (reader.kind === 'loading') return loadingTemplate();
    if (reader.kind === 'failed') {
      return failedTemplate(reader.message, () => void this.#reader.store.open(reader.id));
    }
    return html`<div class="visually-hidden" aria-live="polite">${this.said}</div>
      ${this.#find.render()} ${briefingTemplate(reader, this.#contextOf(reader), this.#actions)}
      ${this.#caret.render()} ${this.#links.render()} ${this.#renderChanges(reader)}
      <readout-selection-popover
        .rectangle=${this.#selection.rectangle}
        ?attaching=${this.#notes.state.reattaching !== null}
        @passage-action=${this.handlePassageAction}
      ></readout-selection-popover>`;
  }

  #contextOf(reader: OpenReader): PartContext {
    const isOther = this.#shown === null || !isSameBriefing(this.#shown, reader);
    return {
      reachable: reader.part ?? 'headline',
      tools: (path, name) => this.#marking.renderTools(path, name),
      marksAmong: (section, start, end) => this.#marking.among(section, start, end),
      shownItems: this.#gradual.shownItems(reader.opened.briefing, isOther),
    };
  }

  #renderChanges({ opened }: OpenReader) {
    if (opened.lastRead === null) return nothing;
    return html`<readout-changes-dialog
      .difference=${changesSinceRead(opened)}
      .readAt=${opened.lastRead.readAt}
      @part-reveal=${this.handlePartReveal}
      @keep-version=${this.#actions.keepVersion}
    ></readout-changes-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-reading-view': ReadingView;
  }
}
