import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SettingsStore } from '../state/settings-store.ts';

/** A pane beside the text. */
export type SidePane = 'library' | 'notes';

const settingOf = { library: 'libraryOpen', notes: 'notesOpen' } as const;

/**
 * Which panes are open. A wide window shows what the reader chose; a narrow one has room for one
 * pane beside the text, and what is opened there closes the other without changing that choice.
 */
export class PaneLayout implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #settings: SettingsStore;
  readonly #narrow = matchMedia('(max-width: 1100px)');
  #narrowPane: SidePane | null = 'library';

  constructor(host: ReactiveControllerHost, settings: SettingsStore) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  hostConnected(): void {
    this.#narrow.addEventListener('change', this.#handleChange);
  }

  hostDisconnected(): void {
    this.#narrow.removeEventListener('change', this.#handleChange);
  }

  isOpen(pane: SidePane): boolean {
    if (this.#narrow.matches) return this.#narrowPane === pane;
    return this.#settings.state.get()[settingOf[pane]];
  }

  open(pane: SidePane): void {
    if (!this.isOpen(pane)) this.toggle(pane);
  }

  toggle(pane: SidePane): void {
    if (this.#narrow.matches) {
      this.#narrowPane = this.#narrowPane === pane ? null : pane;
      this.#host.requestUpdate();
    } else void this.#settings.change({ [settingOf[pane]]: !this.isOpen(pane) });
  }

  readonly #handleChange = (): void => this.#host.requestUpdate();
}
