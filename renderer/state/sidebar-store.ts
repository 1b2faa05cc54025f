import { atom, type ReadableAtom } from 'nanostores';
import type { Store } from './store.ts';

/** A part of the sidebar that can be folded. */
export type SidebarSection = 'saved' | 'folders' | 'sources' | 'tags';

export interface SidebarState {
  readonly folded: ReadonlySet<SidebarSection>;
  /** Every source is shown, not only the most frequent ones. */
  readonly hasAllSources: boolean;
}

/** How the reader left the sidebar, for as long as the app runs. */
export class SidebarStore implements Store<SidebarState> {
  readonly #state = atom<SidebarState>({
    folded: new Set<SidebarSection>(['sources', 'tags']),
    hasAllSources: false,
  });

  get state(): ReadableAtom<SidebarState> {
    return this.#state;
  }

  toggle(section: SidebarSection): void {
    const folded = new Set(this.#state.get().folded);
    if (!folded.delete(section)) folded.add(section);
    this.#state.set({ ...this.#state.get(), folded });
  }

  toggleAllSources(): void {
    const state = this.#state.get();
    this.#state.set({ ...state, hasAllSources: !state.hasAllSources });
  }
}
