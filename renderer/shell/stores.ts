import { ContextProvider } from '@lit/context';
import type { DesktopApi } from '../desktop-api.ts';
import * as contexts from '../state/contexts.ts';
import { LibraryStore } from '../state/library-store.ts';
import { MessageStore } from '../state/message-store.ts';
import { NotesStore } from '../state/notes-store.ts';
import { PassageStore } from '../state/passage-store.ts';
import { ReaderStore } from '../state/reader-store.ts';
import { SettingsStore } from '../state/settings-store.ts';

/** Everything that the app shell provides. */
export interface Stores {
  readonly desktop: DesktopApi;
  readonly library: LibraryStore;
  readonly messages: MessageStore;
  readonly notes: NotesStore;
  readonly passages: PassageStore;
  readonly reader: ReaderStore;
  readonly settings: SettingsStore;
}

/** Makes the stores over the main process, with the settings loaded. */
export async function createStores(desktop: DesktopApi): Promise<Stores> {
  const settings = new SettingsStore(desktop);
  await settings.load();
  const [notes, reader] = [new NotesStore(desktop), new ReaderStore(desktop)];
  return {
    desktop,
    library: new LibraryStore(desktop),
    messages: new MessageStore(),
    notes,
    passages: new PassageStore(reader, notes),
    reader,
    settings,
  };
}

/** Provides every store to the components inside of `host`. */
export function provideStores(host: HTMLElement, stores: Stores): void {
  const { desktop, library, messages, notes, passages, reader, settings } = stores;
  new ContextProvider(host, { context: contexts.desktopContext, initialValue: desktop });
  new ContextProvider(host, { context: contexts.libraryContext, initialValue: library });
  new ContextProvider(host, { context: contexts.messageContext, initialValue: messages });
  new ContextProvider(host, { context: contexts.notesContext, initialValue: notes });
  new ContextProvider(host, { context: contexts.passageContext, initialValue: passages });
  new ContextProvider(host, { context: contexts.readerContext, initialValue: reader });
  new ContextProvider(host, { context: contexts.settingsContext, initialValue: settings });
}
