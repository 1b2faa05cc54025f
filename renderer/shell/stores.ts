import type { DesktopApi } from '../desktop-api.ts';
import type { LibraryStore } from '../state/library-store.ts';
import type { MessageStore } from '../state/message-store.ts';
import type { NotesStore } from '../state/notes-store.ts';
import type { ReaderStore } from '../state/reader-store.ts';
import type { SettingsStore } from '../state/settings-store.ts';

/** Everything that main.ts builds and the app shell provides. */
export interface Stores {
  readonly desktop: DesktopApi;
  readonly library: LibraryStore;
  readonly messages: MessageStore;
  readonly notes: NotesStore;
  readonly reader: ReaderStore;
  readonly settings: SettingsStore;
}
