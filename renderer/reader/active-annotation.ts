import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { describe } from '../../electron/shared/anchoring/describe.ts';
import type { PartPassage, Passage } from '../../electron/shared/anchoring/passage.ts';
import type { RunningText } from '../../electron/shared/anchoring/running-text.ts';
import type { Annotation, Color, Target } from '../../electron/shared/model/annotation.ts';
import type { OpenedBriefing } from '../../electron/shared/model/listing.ts';
import { findPart, type Part, type PartPath } from '../../electron/shared/model/part.ts';
import type { HighlightAction } from '../shell/keyboard.ts';
import { CommandEvent } from '../state/command-event.ts';
import { messageContext, notesContext, passageContext, readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { hasFocusFor } from './focus.ts';
import { findPartElement } from './part-element.ts';
import { type Edge, moveEdge } from './word-edges.ts';

/** How far apart two clicks on one point may be, in CSS pixels. */
const pointSize = 4;

/** A highlight's place in the running text. */
interface Placed extends Passage {
  readonly id: string;
}

/** What is shown. */
interface Shown extends OpenedBriefing {
  readonly text: RunningText;
}

function wholeOf({ path, text }: Part): PartPassage {
  return { part: path, start: 0, end: text.length };
}

/** The annotation that keys are about: the one just made, clicked or gone to. */
export class ActiveAnnotation implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #messages;
  readonly #notes;
  readonly #passages;
  readonly #reader;
  #id: string | null = null;
  #click = { x: 0, y: 0 };

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#messages = new StoreController(host, messageContext);
    this.#notes = new StoreController(host, notesContext);
    this.#passages = new StoreController(host, passageContext);
    this.#reader = new StoreController(host, readerContext);
    host.addController(this);
  }

  /** One that was deleted, or is another briefing's, is active no more. */
  hostUpdate(): void {
    if (this.#id !== null && this.annotation === null) this.#id = null;
  }

  get annotation(): Annotation | null {
    return this.#id === null ? null : this.#find(this.#id);
  }

  /** The stretches of the text that it is about, in reading order. */
  get passages(): readonly PartPassage[] {
    return this.#id === null ? [] : this.passagesOf(this.#id);
  }

  /** The stretches of the text that an annotation is about; none where it lost its place. */
  passagesOf(id: string): readonly PartPassage[] {
    const annotation = this.#find(id);
    const reader = this.#reader.state;
    if (annotation === null || reader.kind !== 'open') return [];
    if (annotation.target.kind === 'part') {
      const part = findPart(reader.opened.briefing, annotation.target.part);
      return part === null ? [] : [wholeOf(part)];
    }
    const anchoring = this.#passages.state.anchorings.get(id);
    return anchoring !== undefined && 'place' in anchoring ? anchoring.place.passages : [];
  }

  activate(id: string | null): void {
    this.#id = id;
    this.#host.requestUpdate();
  }

  /** Ends it; `false` where none was active. */
  leave(): boolean {
    const wasActive = this.annotation !== null;
    if (wasActive) this.activate(null);
    return wasActive;
  }

  /** The first of the annotations at a point, or at a repeated click there the one after the last. */
  choose(
    ids: readonly string[],
    { x, y }: { readonly x: number; readonly y: number },
  ): string | null {
    const isRepeated = Math.hypot(x - this.#click.x, y - this.#click.y) <= pointSize;
    this.#click = { x, y };
    const last = isRepeated && this.#id !== null ? ids.indexOf(this.#id) : -1;
    return ids[(last + 1) % ids.length] ?? null;
  }

  /**
   * The highlight after the active one (before it, for -1) in the order of the text, or after the
   * start of a part; from the last one on to the first. Its position counts from one.
   */
  neighbour(
    step: 1 | -1,
    from: PartPath | null,
  ): { readonly id: string; readonly position: number; readonly total: number } | null {
    const all = this.#placed();
    const active = all.findIndex(({ id }) => id === this.#id);
    const start = from === null ? 0 : (this.#shown()?.text.offsetOf(from) ?? 0);
    const behind = all.findIndex((one) => one.start >= start);
    const after = behind === -1 ? all.length : behind;
    const index = active === -1 ? (step === 1 ? after : after - 1) : active + step;
    const position = (index + all.length) % all.length;
    const placed = all[position];
    return placed === undefined
      ? null
      : { id: placed.id, position: position + 1, total: all.length };
  }

  /** Makes an annotation, which is active then. */
  annotate(target: Target, color: Color): void {
    this.activate(this.#notes.store.annotate(target, color));
  }

  /** Gives it another colour; where none is active, highlights a part if there is one. */
  color(color: Color, focused: PartPath | null): void {
    const { annotation } = this;
    if (annotation === null) {
      if (focused !== null) this.#colorPart(focused, color);
    } else if (annotation.color !== color) this.#notes.store.change(annotation.id, { color });
  }

  /** Does what a key says, while the focus is where the keys of the active annotation belong. */
  act(action: HighlightAction): void {
    const { annotation } = this;
    if (action.kind === 'leave') this.leave();
    else if (annotation === null || !hasFocusFor(this.#host, `card-${annotation.id}`)) return;
    else if (action.kind === 'resize') this.#resize(action.edge, action.step);
    else void this.#remove(annotation);
  }

  /** Highlights the whole text of a part, or gives another colour to the highlight that does. */
  #colorPart(path: PartPath, color: Color): void {
    const shown = this.#shown();
    const part = shown === null ? null : findPart(shown.briefing, path);
    if (shown === null || part === null) return;
    const whole = wholeOf(part);
    const target = describe(shown.text, whole, whole, shown.listing.fingerprint);
    const passage = shown.text.toRunning(whole, whole);
    if (target === null || passage === null) return;
    const quote = shown.text.text.slice(passage.start, passage.end).trim().length;
    const existing = this.#placed().find(
      ({ start, end }) => start >= passage.start && end <= passage.end && end - start >= quote,
    );
    if (existing === undefined) this.annotate(target, color);
    else {
      this.activate(existing.id);
      this.color(color, null);
    }
  }

  /** Moves one of its ends by a word, and describes it anew by the words that it has then. */
  #resize(edge: Edge, step: 1 | -1): void {
    const { annotation } = this;
    const shown = this.#shown();
    const placed = this.#placed().find(({ id }) => id === annotation?.id);
    if (annotation === null || shown === null || placed === undefined) return;
    const { briefing, listing, text } = shown;
    const moved = moveEdge(text.text, placed, edge, step, briefing.language);
    const passages = moved === null ? [] : text.toParts(moved);
    const [first, last] = [passages[0], passages.at(-1)];
    if (first === undefined || last === undefined) return;
    const target = describe(text, first, last, listing.fingerprint);
    if (target !== null) this.#notes.store.change(annotation.id, { target });
  }

  /** Deletes it, and offers to take that back. */
  async #remove(annotation: Annotation): Promise<void> {
    const what = annotation.note === '' ? 'Highlight' : 'Note';
    this.#keepFocus();
    const result = await this.#notes.store.remove(annotation.id);
    if (result.ok) {
      this.#messages.store.show(`${what} deleted`, {
        label: 'Undo',
        run: () => this.#host.dispatchEvent(new CommandEvent('undo')),
      });
    } else this.#messages.store.show(result.problem.message);
  }

  /** Its card may have the focus, and goes: the part takes it. */
  #keepFocus(): void {
    const part = this.passages[0]?.part;
    if (part === undefined || this.#host.matches(':focus-within')) return;
    findPartElement(this.#host, part)?.focus({ preventScroll: true });
  }

  #find(id: string): Annotation | null {
    return this.#notes.state.annotations.find((annotation) => annotation.id === id) ?? null;
  }

  #shown(): Shown | null {
    const reader = this.#reader.state;
    const { text } = this.#passages.state;
    return reader.kind === 'open' && text !== null ? { ...reader.opened, text } : null;
  }

  /** The highlights that have a place, in the order of the text. */
  #placed(): readonly Placed[] {
    const text = this.#shown()?.text;
    return this.#notes.state.annotations
      .flatMap(({ id, target }) => {
        const passages = target.kind === 'passage' ? this.passagesOf(id) : [];
        const [first, last] = [passages[0], passages.at(-1)];
        if (first === undefined || last === undefined) return [];
        const passage = text?.toRunning(first, last) ?? null;
        return passage === null ? [] : [{ id, ...passage }];
      })
      .toSorted((one, other) => one.start - other.start || one.end - other.end);
  }
}
