import { html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Color, Target } from '../../electron/shared/model/annotation.ts';
import { findPart, type PartPath } from '../../electron/shared/model/part.ts';
import { messageContext, notesContext, passageContext, readerContext } from '../state/contexts.ts';
import type { HighlightAction } from '../shell/keyboard.ts';
import {
  AnnotationOpenEvent,
  BookmarkToggleEvent,
  NoteWriteEvent,
  TagWriteEvent,
} from '../state/reading-events.ts';
import { StoreController } from '../state/store.ts';
import { ActiveAnnotation } from './active-annotation.ts';
import { briefingTemplate } from './briefing-template.ts';
import { bringIntoView } from './bring-into-view.ts';
import { CaretController } from './caret-controller.ts';
import { hasModifier } from './caret-keys.ts';
import { HighlightPainter } from './highlight-painter.ts';
import { findPartElement, partAround } from './part-element.ts';
import { partToolsTemplate } from './part-tools.ts';
import { PassageSelection } from './passage-selection.ts';
import { ReadingPlace } from './reading-place.ts';
import type { PassageActionEvent } from './selection-popover.ts';
import { emptyTemplate, failedTemplate, loadingTemplate } from './reading-states.ts';
import './selection-popover.ts';

/** The open briefing. Renders into the document itself, not into a shadow root. */
@customElement('readout-reading-view')
export class ReadingView extends LitElement {
  readonly #messages = new StoreController(this, messageContext);
  readonly #notes = new StoreController(this, notesContext);
  readonly #passages = new StoreController(this, passageContext);
  readonly #reader = new StoreController(this, readerContext);
  readonly #active = new ActiveAnnotation(this);
  readonly #caret = new CaretController(this, (words) => (this.said = words));
  readonly #place = new ReadingPlace(this);
  readonly #selection = new PassageSelection(this);
  readonly #painter = new HighlightPainter(this);
  readonly #resizes = new ResizeObserver(() => this.#placeOverlays());
  #shown: string | null = null;

  @query('article') private readonly article!: HTMLElement | null;
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
    const active = this.#active.annotation;
    return this.#selection.passage?.target ?? active?.target ?? this.#targetOf(this.#focusedPart);
  }

  get #focusedPart(): PartPath | null {
    const reader = this.#reader.state;
    return reader.kind === 'open' ? reader.part : null;
  }

  #targetOf(path: PartPath | null): Target {
    const reader = this.#reader.state;
    const part =
      reader.kind === 'open' && path !== null ? findPart(reader.opened.briefing, path) : null;
    return part === null
      ? { kind: 'briefing' }
      : { kind: 'part', part: part.path, quote: part.text };
  }

  /** Colours the selected passage, or else the active highlight, or else the focused part. */
  highlight(color: Color): void {
    const selected = this.#selection.passage;
    if (!this.checkVisibility()) return;
    if (selected !== null) {
      this.#active.annotate(selected.target, color);
      this.#caret.collapse();
      return;
    }
    // Anything else may be selected, such as a credit.
    const isNothingSelected = document.getSelection()?.isCollapsed !== false;
    if (isNothingSelected) this.#active.color(color, this.#focusedPart);
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
    const from = this.#focusedPart ?? this.#place.firstVisiblePart;
    const next = this.#active.neighbour(step, from);
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
    if (first === undefined || findPartElement(this, first.part) === null) return false;
    this.#focusPart(first.part);
    const [range] = this.#painter.rangesOf(passages);
    if (range !== undefined) bringIntoView(this, range.getBoundingClientRect());
    this.#active.activate(id);
    return true;
  }

  /** Brings a part into view and focuses it. */
  reveal(path: PartPath): void {
    this.#active.leave();
    this.#focusPart(path);
  }

  #focusPart(path: PartPath): void {
    this.#caret.leave();
    const element = findPartElement(this, path);
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
    // It may have the focus already, and then no event tells so.
    if (element !== null) this.#reader.store.focusPart(path);
  }

  /** Focuses the part after (or before) the focused one. */
  move(step: 1 | -1): void {
    const path =
      this.#reader.state.kind === 'open' && this.#focusedPart === null
        ? this.#place.firstVisiblePart
        : this.#reader.store.neighbour(step);
    if (path !== null) this.reveal(path);
  }

  override focus(): void {
    if (this.#reader.state.kind === 'open') {
      this.#focusPart(this.#focusedPart ?? this.#place.firstVisiblePart ?? 'headline');
    } else this.querySelector<HTMLElement>('.reading-state button')?.focus();
  }

  protected override willUpdate(): void {
    const reader = this.#reader.state;
    if (reader.kind !== 'open' || reader.id !== this.#shown) this.#caret.leave();
  }

  protected override updated(): void {
    const reader = this.#reader.state;
    if (reader.kind !== 'open' || this.article === null) {
      this.#painter.clear();
      this.#shown = null;
      return;
    }
    if (this.#shown !== reader.id) {
      this.#resizes.observe(this.article);
      this.#shown = reader.id;
      this.#place.restore(reader.id);
    }
    const { annotations } = this.#notes.state;
    this.#painter.paint(annotations, this.#passages.state.anchorings, this.#active.passages);
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
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
    this.move(event.key === 'ArrowDown' ? 1 : -1);
    return true;
  }

  /** Leaves one thing at a time: the caret, the selection, the highlight, the part. */
  #leave(): boolean {
    if (this.#caret.leave()) return true;
    const isSelected = document.getSelection()?.isCollapsed === false;
    document.getSelection()?.removeAllRanges();
    if (isSelected || this.#active.leave()) return true;
    this.#reader.store.focusPart(null);
    return false;
  }

  private readonly handleClick = (event: MouseEvent): void => {
    if (!document.getSelection()?.isCollapsed) return;
    const { target, clientX: x, clientY: y } = event;
    if (target instanceof Element && target.closest('button, readout-selection-popover')) return;
    const id = this.#active.choose(this.#painter.annotationsAt(x, y), { x, y });
    this.#active.activate(id);
    if (id !== null) this.dispatchEvent(new AnnotationOpenEvent(id));
  };

  #placeOverlays(): void {
    this.#selection.place();
    this.#caret.place();
  }

  private readonly handlePassageAction = ({ action }: PassageActionEvent): void => {
    const target = this.#selection.passage?.target;
    if (action.kind === 'cancel') this.#notes.store.cancelReattaching();
    if (target === undefined) return;
    if (action.kind === 'highlight') this.highlight(action.color);
    if (action.kind === 'copy') this.#selection.copy();
    if (action.kind === 'note') this.dispatchEvent(new NoteWriteEvent(target));
    if (action.kind === 'tag') this.dispatchEvent(new TagWriteEvent(target));
    if (action.kind === 'attach') {
      this.#notes.store.reattach(target);
      this.#caret.collapse();
    }
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
      ${briefingTemplate(reader.opened, {
        reachable: reader.part ?? 'headline',
        tools: (path, name) => this.#renderTools(path, name),
      })}
      ${this.#caret.render()}
      <readout-selection-popover
        .rectangle=${this.#selection.rectangle}
        ?attaching=${this.#notes.state.reattaching !== null}
        @passage-action=${this.handlePassageAction}
      ></readout-selection-popover>`;
  }

  #renderTools(path: PartPath, name: string) {
    const note = this.#notes.state.annotations.find(
      ({ target }) => target.kind === 'part' && target.part === path,
    );
    return partToolsTemplate({
      name,
      isBookmarked: this.#notes.store.bookmarkAt(path) !== undefined,
      hasNote: note !== undefined,
      toggleBookmark: () => this.dispatchEvent(new BookmarkToggleEvent(path)),
      writeNote: () => {
        const event =
          note === undefined
            ? new NoteWriteEvent(this.#targetOf(path))
            : new AnnotationOpenEvent(note.id);
        this.dispatchEvent(event);
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-reading-view': ReadingView;
  }
}
