import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';

/** How long the end of a briefing is in view before the briefing counts as read, in milliseconds. */
const seenAfter = 2_000;

/** Notices that the reader has come to the end of the open briefing. */
export class ReadingEnd implements ReactiveController {
  readonly #view: ReactiveControllerHost & HTMLElement;
  readonly #reader;
  #watcher: IntersectionObserver | undefined;
  #end: Element | null = null;
  #visit: number | null = null;
  #isInView = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: ReactiveControllerHost & HTMLElement) {
    this.#view = view;
    this.#reader = new StoreController(view, readerContext);
    view.addController(this);
  }

  hostConnected(): void {
    this.#watcher = new IntersectionObserver(
      (entries) => {
        this.#isInView = entries.at(-1)?.isIntersecting === true;
        this.#handleChange();
      },
      { root: this.#view },
    );
    window.addEventListener('focus', this.#handleChange);
    window.addEventListener('blur', this.#handleChange);
  }

  hostDisconnected(): void {
    this.#watcher?.disconnect();
    this.#end = null;
    clearTimeout(this.#timer);
    window.removeEventListener('focus', this.#handleChange);
    window.removeEventListener('blur', this.#handleChange);
  }

  /** Watches the end that is there now. */
  hostUpdated(): void {
    const reader = this.#reader.state;
    const visit = reader.kind === 'open' ? reader.visit : null;
    const end = visit === null ? null : this.#view.querySelector('.briefing-colophon');
    if (end === this.#end && visit === this.#visit) return;
    this.#watcher?.disconnect();
    this.#isInView = false;
    this.#handleChange();
    this.#end = end;
    this.#visit = visit;
    if (end !== null) this.#watcher?.observe(end);
  }

  readonly #handleChange = (): void => {
    clearTimeout(this.#timer);
    if (!this.#isInView || !document.hasFocus()) return;
    this.#timer = setTimeout(() => this.#reader.store.reachEnd(), seenAfter);
  };
}
