import { ContextConsumer } from '@lit/context';
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { desktopContext, messageContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { openableAddress } from './link-address.ts';

/** How much of an address a message shows, in UTF-16 code units. */
const shownLength = 200;

function linkAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.part-link') : null;
}

/**
 * The links of the text. Nothing of the page ever follows one: their addresses are shown, and the
 * main process asks the reader before it opens one outside of the app.
 */
export class LinkController implements ReactiveController {
  readonly #view: ReactiveControllerHost & HTMLElement;
  readonly #desktop;
  readonly #messages;
  #address: string | null = null;

  constructor(view: ReactiveControllerHost & HTMLElement) {
    this.#view = view;
    this.#desktop = new ContextConsumer(view, { context: desktopContext });
    this.#messages = new StoreController(view, messageContext);
    view.addController(this);
  }

  hostConnected(): void {
    for (const type of ['click', 'auxclick']) this.#view.addEventListener(type, this.#handleClick);
    this.#view.addEventListener('keydown', this.#handleKeydown);
    for (const type of ['pointerover', 'focusin', 'focusout', 'pointerleave']) {
      this.#view.addEventListener(type, this.#handlePointing);
    }
  }

  hostDisconnected(): void {
    for (const type of ['click', 'auxclick']) {
      this.#view.removeEventListener(type, this.#handleClick);
    }
    this.#view.removeEventListener('keydown', this.#handleKeydown);
    for (const type of ['pointerover', 'focusin', 'focusout', 'pointerleave']) {
      this.#view.removeEventListener(type, this.#handlePointing);
    }
  }

  /** The address of the link under the pointer or with the focus, at the foot of the view. */
  render() {
    return html`<div class="link-foot" aria-hidden="true">
      ${
        this.#address === null
          ? nothing
          : html`<p class="link-address"><bdi>${this.#address}</bdi></p>`
      }
    </div>`;
  }

  readonly #handleClick = (event: Event): void => {
    const link = linkAround(event.target);
    if (link === null) return;
    event.preventDefault();
    const isSelecting = document.getSelection()?.isCollapsed === false;
    if (event.type !== 'click' || isSelecting) return;
    event.stopImmediatePropagation();
    void this.#follow(link.dataset['target'] ?? '');
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const link = linkAround(event.target);
    if (link === null || event.key !== 'Enter') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#follow(link.dataset['target'] ?? '');
  };

  readonly #handlePointing = (event: Event): void => {
    const isLeaving = event.type === 'focusout' || event.type === 'pointerleave';
    const link = isLeaving ? null : linkAround(event.target);
    const focused = linkAround(document.activeElement);
    const shown = link ?? (event.type === 'focusout' ? null : focused);
    const address = shown?.dataset['target'] ?? null;
    if (address === this.#address) return;
    this.#address = address;
    this.#view.requestUpdate();
  };

  async #follow(target: string): Promise<void> {
    if (openableAddress(target) === null) {
      this.#explain(target);
      return;
    }
    const result = await this.#desktop.value?.openLink({ target });
    if (result?.ok === false) this.#messages.store.show(result.problem.message);
  }

  #explain(target: string): void {
    const shown = target.length > shownLength ? `${target.slice(0, shownLength)}…` : target;
    this.#messages.store.show(`This address can only be shown: ${shown}`, {
      label: 'Copy address',
      run: () => void this.#desktop.value?.copyText({ text: target }),
    });
  }
}
