import { consume } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Color, Target } from '../../electron/shared/model/annotation.ts';
import { findPart, type PartPath } from '../../electron/shared/model/part.ts';
import {
  desktopContext,
  messageContext,
  notesContext,
  passageContext,
  readerContext,
  settingsContext,
} from '../state/contexts.ts';
import type { DesktopApi } from '../desktop-api.ts';
import {
  AnnotationOpenEvent,
  BookmarkToggleEvent,
  NoteWriteEvent,
} from '../state/reading-events.ts';
import { StoreController } from '../state/store.ts';
import { icon } from '../ui/icon.ts';
import { briefingTemplate } from './briefing-template.ts';
import { HighlightPainter } from './highlight-painter.ts';
import { findPartElement, partAround } from './part-element.ts';
import { type SelectedPassage, selectedPassage } from './selected-passage.ts';
import type { PassageActionEvent } from './selection-popover.ts';
import { emptyTemplate, failedTemplate, loadingTemplate } from './reading-states.ts';
import './selection-popover.ts';

/** What stays free above a part that is scrolled to, in CSS pixels: its scroll-margin. */
const partMargin = 24;

/** How long after the last scroll the place is remembered, in milliseconds. */
const placeDelay = 400;

/** The open briefing. Renders into the document itself, not into a shadow root. */
@customElement('readout-reading-view')
export class ReadingView extends LitElement {
  readonly #messages = new StoreController(this, messageContext);
  readonly #notes = new StoreController(this, notesContext);
  readonly #passages = new StoreController(this, passageContext);
  readonly #reader = new StoreController(this, readerContext);
  readonly #settings = new StoreController(this, settingsContext);
  readonly #painter = new HighlightPainter(this);
  readonly #resizes = new ResizeObserver(() => this.#placePopover());
  #shown: string | null = null;
  #placeTimer: ReturnType<typeof setTimeout> | undefined;

  @consume({ context: desktopContext }) private readonly desktop!: DesktopApi;
  @query('article') private readonly article!: HTMLElement | null;
  /** Where the selected passage is in the viewport, for the popover. */
  @state() private selectedRectangle: DOMRect | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizes.observe(this);
    this.addEventListener('scroll', this.handleScroll, { passive: true });
    this.addEventListener('focusin', this.handleFocusin);
    this.addEventListener('keydown', this.handleKeydown);
    this.addEventListener('click', this.handleClick);
    document.addEventListener('selectionchange', this.handleSelectionchange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('selectionchange', this.handleSelectionchange);
    this.#resizes.disconnect();
    this.#painter.clear();
  }

  /** What a note or a highlight would be about: the selection, the focused part, the briefing. */
  currentTarget(): Target {
    const reader = this.#reader.state;
    const focused = reader.kind === 'open' ? reader.part : null;
    return this.#selected()?.target ?? this.#targetOf(focused);
  }

  #selected(): SelectedPassage | null {
    const { text } = this.#passages.state;
    const reader = this.#reader.state;
    if (text === null || reader.kind !== 'open') return null;
    return selectedPassage(this, { text, fingerprint: reader.opened.listing.fingerprint });
  }

  #targetOf(path: PartPath | null): Target {
    const reader = this.#reader.state;
    const part =
      reader.kind === 'open' && path !== null ? findPart(reader.opened.briefing, path) : null;
    return part === null
      ? { kind: 'briefing' }
      : { kind: 'part', part: part.path, quote: part.text };
  }

  /** Highlights the selected passage; `false` where none is selected. */
  highlightSelection(color: Color): boolean {
    const selected = this.#selected();
    if (selected === null) return false;
    this.#notes.store.annotate(selected.target, color);
    document.getSelection()?.removeAllRanges();
    return true;
  }

  /** Copies the selected passage; `false` where none is selected. */
  copySelection(): boolean {
    const selected = this.#selected();
    if (selected === null) return false;
    const { exact } = selected.target.quote;
    void this.desktop.copyText({ text: exact }).then(() => this.#messages.store.show('Copied'));
    return true;
  }

  /** Brings a part into view and focuses it. */
  reveal(path: PartPath): void {
    const element = findPartElement(this, path);
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
    // It may have the focus already, and then no event tells so.
    if (element !== null) this.#reader.store.focusPart(path);
  }

  /** Focuses the part after (or before) the focused one. */
  move(step: 1 | -1): void {
    const reader = this.#reader.state;
    const path =
      reader.kind === 'open' && reader.part === null
        ? this.#firstVisiblePart()
        : this.#reader.store.neighbour(step);
    if (path !== null) this.reveal(path);
  }

  override focus(): void {
    const reader = this.#reader.state;
    if (reader.kind === 'open') this.reveal(reader.part ?? this.#firstVisiblePart() ?? 'headline');
    else this.querySelector<HTMLElement>('.reading-state button')?.focus();
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
      this.#restorePlace(reader.id);
    }
    this.#painter.paint(this.#notes.state.annotations, this.#passages.state.anchorings);
  }

  #restorePlace(id: string): void {
    const part = this.#settings.store.placeIn(id);
    const element = part === null ? null : findPartElement(this, part);
    if (element === null || part === 'headline') this.scrollTop = 0;
    else element.scrollIntoView({ block: 'start' });
  }

  private readonly handleScroll = (): void => {
    this.#placePopover();
    clearTimeout(this.#placeTimer);
    const { id } = this.#reader.store;
    this.#placeTimer = setTimeout(() => this.#rememberPlace(id), placeDelay);
  };

  #rememberPlace(id: string | null): void {
    if (id === null || id !== this.#reader.store.id) return;
    const path = this.#firstVisiblePart();
    if (path !== null) void this.#settings.store.rememberPlace(id, path);
  }

  #firstVisiblePart(): PartPath | null {
    const top = this.getBoundingClientRect().top + partMargin;
    const parts = [...this.querySelectorAll<HTMLElement>('[data-part]')];
    const first = parts.find((element) => element.getBoundingClientRect().bottom > top + 1);
    return first?.dataset['part'] ?? null;
  }

  private readonly handleFocusin = (event: FocusEvent): void => {
    const part = event.target instanceof Node ? partAround(event.target) : null;
    if (part !== null) this.#reader.store.focusPart(part.path);
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      document.getSelection()?.removeAllRanges();
      this.#reader.store.focusPart(null);
      return;
    }
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.move(event.key === 'ArrowDown' ? 1 : -1);
  };

  private readonly handleClick = (event: MouseEvent): void => {
    if (!document.getSelection()?.isCollapsed) return;
    const id = this.#painter.annotationAt(event.clientX, event.clientY);
    if (id !== null) this.dispatchEvent(new AnnotationOpenEvent(id));
  };

  private readonly handleSelectionchange = (): void => this.#placePopover();

  #placePopover(): void {
    this.selectedRectangle = this.#selected()?.rectangle ?? null;
  }

  private readonly handlePassageAction = ({ action }: PassageActionEvent): void => {
    if (action.kind === 'highlight') this.highlightSelection(action.color);
    if (action.kind === 'copy') this.copySelection();
    if (action.kind === 'note') this.dispatchEvent(new NoteWriteEvent(this.currentTarget()));
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
    return html`${briefingTemplate(reader.opened, {
        reachable: reader.part ?? 'headline',
        tools: (path, name) => this.#renderTools(path, name),
      })}
      <readout-selection-popover
        .rectangle=${this.selectedRectangle}
        @passage-action=${this.handlePassageAction}
      ></readout-selection-popover>`;
  }

  #renderTools(path: PartPath, name: string) {
    const isBookmarked = this.#notes.store.bookmarkAt(path) !== undefined;
    const note = this.#notes.state.annotations.find(
      ({ target }) => target.kind === 'part' && target.part === path,
    );
    return html`<span
      class=${classMap({ 'part-tools': true, marked: isBookmarked || note !== undefined })}
    >
      <button
        tabindex="-1"
        aria-label="Bookmark ${name}"
        aria-pressed=${isBookmarked}
        title="Bookmark (b)"
        @click=${() => this.dispatchEvent(new BookmarkToggleEvent(path))}
      >
        ${icon('bookmark', 15)}
      </button>
      <button
        tabindex="-1"
        class=${note === undefined ? nothing : 'has-note'}
        aria-label="Note on ${name}"
        title="Note (n)"
        @click=${() => this.#writeNote(path, note?.id)}
      >
        ${icon('pencil', 15)}
      </button>
    </span>`;
  }

  #writeNote(path: PartPath, existing: string | undefined): void {
    if (existing !== undefined) {
      this.dispatchEvent(new AnnotationOpenEvent(existing));
      return;
    }
    this.dispatchEvent(new NoteWriteEvent(this.#targetOf(path)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-reading-view': ReadingView;
  }
}
