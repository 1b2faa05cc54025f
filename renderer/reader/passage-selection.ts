import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  desktopContext,
  messageContext,
  passageContext,
  readerContext,
} from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { type SelectedPassage, selectedPassage } from './selected-passage.ts';

/** The passage that is selected in the reading view, and where it is. */
export class PassageSelection implements ReactiveController {
  readonly #view: ReactiveControllerHost & HTMLElement;
  readonly #desktop;
  readonly #messages;
  readonly #passages;
  readonly #reader;
  #rectangle: DOMRect | null = null;

  constructor(view: ReactiveControllerHost & HTMLElement) {
    this.#view = view;
    this.#desktop = new ContextConsumer(view, { context: desktopContext });
    this.#messages = new StoreController(view, messageContext);
    this.#passages = new StoreController(view, passageContext);
    this.#reader = new StoreController(view, readerContext);
    view.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('selectionchange', this.#handleChange);
    this.#view.addEventListener('scroll', this.#handleChange, { passive: true });
  }

  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this.#handleChange);
    this.#view.removeEventListener('scroll', this.#handleChange);
  }

  /** The passage; `null` where none is selected. */
  get passage(): SelectedPassage | null {
    const { text } = this.#passages.state;
    const reader = this.#reader.state;
    if (text === null || reader.kind !== 'open') return null;
    return selectedPassage(this.#view, { text, fingerprint: reader.opened.listing.fingerprint });
  }

  /** Where it is in the viewport; `null` where none is selected, or it is out of sight. */
  get rectangle(): DOMRect | null {
    return this.#rectangle;
  }

  /** Looks where the passage is now, after a change of the layout for instance. */
  place(): void {
    const before = this.#rectangle;
    this.#rectangle = this.passage?.rectangle ?? null;
    if (before !== this.#rectangle) this.#view.requestUpdate();
  }

  /** Copies the passage as it is in the file; `false` where none is selected. */
  copy(): boolean {
    const { passage } = this;
    if (passage === null) return false;
    const { exact } = passage.target.quote;
    const copied = this.#desktop.value?.copyText({ text: exact });
    void copied?.then(() => this.#messages.store.show('Copied'));
    return true;
  }

  readonly #handleChange = (): void => this.place();
}
