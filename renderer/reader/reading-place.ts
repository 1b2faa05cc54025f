import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PartPath } from '../../electron/shared/model/part.ts';
import { readerContext, settingsContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { viewMargin } from './bring-into-view.ts';
import { findPartElement, partElementsIn, partAround } from './part-element.ts';

/** How long after the last scroll the place is remembered, in milliseconds. */
const placeDelay = 400;

/** Remembers which part stands at the top of the reading view, and goes back to it. */
export class ReadingPlace implements ReactiveController {
  readonly #view: ReactiveControllerHost & HTMLElement;
  readonly #reader;
  readonly #settings;
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    const top = this.#view.getBoundingClientRect().top + viewMargin;
    const first = partElementsIn(this.#view).find(
      (element) => element.getBoundingClientRect().bottom > top + 1,
    );
    return first === undefined ? null : (partAround(first)?.path ?? null);
  }

  /** Scrolls to where the reader left a briefing. */
  restore(briefingId: string): void {
    const part = this.#settings.store.placeIn(briefingId);
    const element = part === null ? null : findPartElement(this.#view, part);
    if (element === null || part === 'headline') this.#view.scrollTop = 0;
    else element.scrollIntoView({ block: 'start' });
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
