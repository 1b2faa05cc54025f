import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SettingsStore } from '../state/settings-store.ts';

/** A pane beside the text. */
export type SidePane = 'library' | 'notes';

const settingOf = { library: 'libraryOpen', notes: 'notesOpen' } as const;
const widthOf = { library: 'libraryWidth', notes: 'notesWidth' } as const;

/** The text keeps room: no pane takes more of the window's width than this share. */
const largestShare = 0.42;

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
    window.addEventListener('resize', this.#handleResize);
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.#handleResize);
  }

  /** The largest width that a pane can have in this window, in CSS pixels. */
  get largestWidth(): number {
    return Math.floor(window.innerWidth * largestShare);
  }

  /** The width that a pane has, in CSS pixels. */
  width(pane: SidePane): number {
    return Math.min(this.#settings.state.get()[widthOf[pane]], this.largestWidth);
  }

  resize(pane: SidePane, width: number): void {
    void this.#settings.change({ [widthOf[pane]]: width });
  }

  isOpen(pane: SidePane): boolean {
    if (this.#narrow.matches) return this.#narrowPane === pane;
    return this.#settings.state.get()[settingOf[pane]];
  }

  get openPanes(): readonly SidePane[] {
    return (['library', 'notes'] as const).filter((pane) => this.isOpen(pane));
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

  readonly #handleResize = (): void => this.#host.requestUpdate();
}
