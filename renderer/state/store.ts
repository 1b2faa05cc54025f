import { ContextConsumer, type Context } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';

/** A small store: a readonly snapshot that changes as a whole, and methods that change it. */
export interface Store<State> {
  readonly state: ReadableAtom<State>;
}

/** The snapshot of a store. */
export type StateOf<Provided> = Provided extends Store<infer State> ? State : never;

/**
 * Connects a component to the store that a context provides: the component updates when the
 * store's snapshot changes.
 */
export class StoreController<Provided extends Store<unknown>> implements ReactiveController {
  readonly #consumer: ContextConsumer<
    Context<unknown, Provided>,
    ReactiveControllerHost & HTMLElement
  >;
  readonly #host: ReactiveControllerHost;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, context: Context<unknown, Provided>) {
    this.#host = host;
    this.#consumer = new ContextConsumer(host, { context, callback: () => this.#subscribe() });
    host.addController(this);
  }

  /** The store itself. Throws outside of the document, where no context reaches the component. */
  get store(): Provided {
    const store = this.#consumer.value;
    if (store === undefined) throw new Error('The component is used outside of the app shell.');
    return store;
  }

  /** The store's current snapshot. */
  get state(): StateOf<Provided> {
    return this.store.state.get() as StateOf<Provided>;
  }

  hostConnected(): void {
    if (this.#consumer.value !== undefined) this.#subscribe();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #subscribe(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#consumer.value?.state.listen(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
