import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { compareBriefings } from '../../electron/shared/difference/compare-briefings.ts';
import type { Briefing } from '../../electron/shared/model/briefing.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import { readerContext, settingsContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { viewMargin } from './bring-into-view.ts';
import { findPartElement, partAround, partAttribute, partElementsIn } from './part-element.ts';

/** How long after the last scroll the place is remembered, in milliseconds. */
const placeDelay = 400;

/** What is looked at to find the first part in view: blocks, and the parts that are in none. */
const candidates = `.block, [${partAttribute}]:not(.block [${partAttribute}])`;

/** Where the reader is in a text while it changes. */
interface KeptPlace {
  /** The first part in view; `null` at the very top, where the reader stays. */
  readonly top: PartPath | null;
  /** How far its upper edge is below that of the view, in CSS pixels. */
  readonly offset: number;
  /** The part with the focus; `null` where the focus is elsewhere. */
  readonly focused: PartPath | null;
}

/** Remembers which part stands at the top of the reading view, and goes back to it. */
export class ReadingPlace implements ReactiveController {
  readonly #view: ReactiveControllerHost & HTMLElement;
  readonly #reader;
  readonly #settings;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #kept: KeptPlace | null = null;

  constructor(view: ReactiveControllerHost & HTMLElement) {
    this.#view = view;
    this.#reader = new StoreController(view, readerContext);
    this.#settings = new StoreController(view, settingsContext);
    view.addController(this);
  }

  hostConnected(): void {
    this.#view.addEventListener('scroll', this.#handleScroll, { passive: true });
  }

  hostDisconnected(): void {
    this.#view.removeEventListener('scroll', this.#handleScroll);
  }

  /** The part at the top of the view. */
  get firstVisiblePart(): PartPath | null {
    const first = this.#firstVisible();
    return first === null ? null : (partAround(first)?.path ?? null);
  }

  /**
   * Scrolls to where the reader left a briefing.
   *
   * @param reach lets a part be there if it is not shown as yet.
   */
  restore(briefingId: string, reach: (part: PartPath) => unknown): void {
    this.#kept = null;
    const part = this.#settings.store.placeIn(briefingId);
    if (part !== null) reach(part);
    const element = part === null ? null : findPartElement(this.#view, part);
    if (element === null || part === 'headline') this.#view.scrollTop = 0;
    else {
      element.scrollIntoView({ block: 'start' });
      // What was never in view has no certain height before it is drawn.
      requestAnimationFrame(() => element.scrollIntoView({ block: 'start' }));
    }
  }

  /** Takes down where the reader is, before the text changes. */
  keep(): void {
    this.#kept = this.#here();
  }

  /**
   * Goes back to where the reader was when the text changed.
   *
   * @param reach lets a part be there if it is not shown as yet.
   */
  takeUp(older: Briefing, newer: Briefing, reach: (part: PartPath) => unknown): void {
    if (this.#kept === null) return;
    const { placeOf } = compareBriefings(older, newer);
    const { top, focused, offset } = this.#kept;
    const part = top === null ? null : placeOf(top);
    if (part !== null) reach(part);
    this.#goBack({ top: part, focused: focused === null ? null : placeOf(focused), offset });
    this.#kept = null;
  }

  #here(): KeptPlace {
    const focused = document.activeElement;
    const isFocused = focused !== null && this.#view.contains(focused);
    const first = this.#view.scrollTop === 0 ? null : this.#firstVisible();
    return {
      top: first === null ? null : (partAround(first)?.path ?? null),
      offset: first === null ? 0 : this.#offsetOf(first),
      focused: isFocused ? (partAround(focused)?.path ?? null) : null,
    };
  }

  /** Goes to a place in the text as it is now; its paths are those of this text. */
  #goBack({ top, offset, focused }: KeptPlace): void {
    const part = focused === null ? null : findPartElement(this.#view, focused);
    if (part !== null && !part.contains(document.activeElement)) {
      part.focus({ preventScroll: true });
    }
    const element = top === null ? null : findPartElement(this.#view, top);
    if (element === null) return;
    const adjust = (): void => {
      this.#view.scrollTop += this.#offsetOf(element) - offset;
    };
    adjust();
    requestAnimationFrame(adjust);
  }

  #offsetOf(element: HTMLElement): number {
    return element.getBoundingClientRect().top - this.#view.getBoundingClientRect().top;
  }

  #firstVisible(): HTMLElement | null {
    const top = this.#view.getBoundingClientRect().top + viewMargin;
    const isVisible = (element: Element): boolean =>
      element.getBoundingClientRect().bottom > top + 1;
    const first = [...this.#view.querySelectorAll<HTMLElement>(candidates)].find(isVisible);
    if (first === undefined || first.hasAttribute(partAttribute)) return first ?? null;
    return partElementsIn(first).find(isVisible) ?? null;
  }

  readonly #handleScroll = (): void => {
    clearTimeout(this.#timer);
    const { id } = this.#reader.store;
    this.#timer = setTimeout(() => this.#remember(id), placeDelay);
  };

  #remember(briefingId: string | null): void {
    if (briefingId === null || briefingId !== this.#reader.store.id) return;
    const path = this.firstVisiblePart;
    if (path !== null) void this.#settings.store.rememberPlace(briefingId, path);
  }
}
