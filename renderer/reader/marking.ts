import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Color, Target } from '../../electron/shared/model/annotation.ts';
import { findPart, type PartPath } from '../../electron/shared/model/part.ts';
import { notesContext, readerContext } from '../state/contexts.ts';
import {
  AnnotationOpenEvent,
  BookmarkToggleEvent,
  NoteWriteEvent,
  TagWriteEvent,
} from '../state/reading-events.ts';
import { StoreController } from '../state/store.ts';
import type { ActiveAnnotation } from './active-annotation.ts';
import type { CaretController } from './caret-controller.ts';
import { PartMarks } from './part-marks.ts';
import { partToolsTemplate } from './part-tools.ts';
import type { PassageSelection } from './passage-selection.ts';
import type { PassageAction } from './selection-popover.ts';

/** What marks in the text are made with. */
interface MarkingParts {
  readonly active: ActiveAnnotation;
  readonly caret: CaretController;
  readonly selection: PassageSelection;
}

/** Makes marks on the selection, the active highlight, the focused part or the briefing. */
export class Marking implements ReactiveController {
  readonly #view: ReactiveControllerHost & HTMLElement;
  readonly #parts: MarkingParts;
  readonly #notes;
  readonly #reader;
  readonly #marks = new PartMarks();

  constructor(view: ReactiveControllerHost & HTMLElement, parts: MarkingParts) {
    this.#view = view;
    this.#parts = parts;
    this.#notes = new StoreController(view, notesContext);
    this.#reader = new StoreController(view, readerContext);
    view.addController(this);
  }

  hostUpdate(): void {
    this.#marks.update(this.#notes.state);
  }

  /** The part that commands are about; `null` for the briefing. */
  get focusedPart(): PartPath | null {
    const reader = this.#reader.state;
    return reader.kind === 'open' ? reader.part : null;
  }

  /**
   * What a note or tags would be about: the selection, the active highlight, the focused part, the
   * briefing.
   */
  get target(): Target {
    const { active, selection } = this.#parts;
    const annotation = active.annotation;
    return selection.passage?.target ?? annotation?.target ?? this.#targetOf(this.focusedPart);
  }

  /** Colours the selected passage, or else the active highlight, or else the focused part. */
  highlight(color: Color): void {
    const { active, caret, selection } = this.#parts;
    const selected = selection.passage;
    if (selected !== null) {
      active.annotate(selected.target, color);
      caret.collapse();
      return;
    }
    // Anything else may be selected, such as a credit.
    const isNothingSelected = document.getSelection()?.isCollapsed !== false;
    if (isNothingSelected) active.color(color, this.focusedPart);
  }

  /** Does with the selected passage what was chosen. */
  act(action: PassageAction): void {
    const { caret, selection } = this.#parts;
    const target = selection.passage?.target;
    if (action.kind === 'cancel') this.#notes.store.cancelReattaching();
    if (target === undefined) return;
    if (action.kind === 'highlight') this.highlight(action.color);
    if (action.kind === 'copy') selection.copy();
    if (action.kind === 'note') this.#view.dispatchEvent(new NoteWriteEvent(target));
    if (action.kind === 'tag') this.#view.dispatchEvent(new TagWriteEvent(target));
    if (action.kind === 'attach') {
      this.#notes.store.reattach(target);
      caret.collapse();
    }
  }

  /** The marks on items of a section, from one index to another (exclusive), as a text to compare. */
  among(section: number, start: number, end: number): string {
    return this.#marks.among(section, start, end);
  }

  /** The buttons of a part. */
  renderTools(path: PartPath, name: string): TemplateResult {
    const { isBookmarked, note } = this.#marks.at(path);
    return partToolsTemplate({
      name,
      isBookmarked,
      hasNote: note !== null,
      toggleBookmark: () => this.#view.dispatchEvent(new BookmarkToggleEvent(path)),
      writeNote: () => this.#writeNote(path),
    });
  }

  #writeNote(path: PartPath): void {
    const { note } = this.#marks.at(path);
    const event =
      note === null ? new NoteWriteEvent(this.#targetOf(path)) : new AnnotationOpenEvent(note);
    this.#view.dispatchEvent(event);
  }

  #targetOf(path: PartPath | null): Target {
    const reader = this.#reader.state;
    const part =
      reader.kind === 'open' && path !== null ? findPart(reader.opened.briefing, path) : null;
    return part === null
      ? { kind: 'briefing' }
      : { kind: 'part', part: part.path, quote: part.text };
  }
}
