import type { LibraryRow } from '../../electron/shared/model/listing.ts';
import type { DesktopApi } from '../desktop-api.ts';

/** What the reader did with briefings: of these, the fields that are there are other ones now. */
export interface Standing extends Partial<Pick<LibraryRow, 'reading' | 'isPinned' | 'isChanged'>> {
  readonly ids: readonly string[];
}

type Listener = (standing: Standing) => void;

/**
 * The desktop API that tells, once it is stored, how far the reader is, what is pinned and which
 * version was read: whoever changes that, the list and the counts follow.
 */
export class StandingDesk {
  readonly api: DesktopApi;
  readonly #listeners = new Set<Listener>();

  constructor(api: DesktopApi) {
    this.api = {
      ...api,
      openBriefing: async ({ id }) => {
        const result = await api.openBriefing({ id });
        // What is opened counts as begun from then on.
        if (result.ok && result.value.reading === 'reading') {
          this.#tell({ ids: [id], reading: 'reading' });
        }
        return result;
      },
      setReading: async ({ ids, reading }) => {
        await api.setReading({ ids, reading });
        this.#tell({ ids, reading });
        return null;
      },
      setPinned: async ({ ids, isPinned }) => {
        await api.setPinned({ ids, isPinned });
        this.#tell({ ids, isPinned });
        return null;
      },
      keepVersion: async ({ id }) => {
        await api.keepVersion({ id });
        this.#tell({ ids: [id], isChanged: false });
        return null;
      },
    };
  }

  onChanged(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #tell(standing: Standing): void {
    for (const listener of this.#listeners) listener(standing);
  }
}
