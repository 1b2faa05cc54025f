import { type Context, ContextProvider } from '@lit/context';
import type { DesktopApi } from '../desktop-api.ts';
import * as contexts from '../state/contexts.ts';
import { LibraryStore } from '../state/library-store.ts';
import { MessageStore } from '../state/message-store.ts';
import { NoteListStore } from '../state/note-list-store.ts';
import { NotesStore } from '../state/notes-store.ts';
import { PassageStore } from '../state/passage-store.ts';
import { ReaderStore } from '../state/reader-store.ts';
import { ScreenStore } from '../state/screen-store.ts';
import { SettingsStore } from '../state/settings-store.ts';
import { TrashStore } from '../state/trash-store.ts';

/** Everything that the app shell provides. */
export interface Stores {
  readonly desktop: DesktopApi;
  readonly library: LibraryStore;
  readonly messages: MessageStore;
  readonly noteList: NoteListStore;
  readonly notes: NotesStore;
  readonly passages: PassageStore;
  readonly reader: ReaderStore;
  readonly screen: ScreenStore;
  readonly settings: SettingsStore;
  readonly trash: TrashStore;
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
    noteList: new NoteListStore(desktop),
    notes,
    passages: new PassageStore(reader, notes),
    reader,
    screen: new ScreenStore(),
    settings,
    trash: new TrashStore(desktop),
  };
}

/** Provides every store to the components inside of `host`. */
export function provideStores(host: HTMLElement, stores: Stores): void {
  const provide = <Provided>(
    context: Context<unknown, Provided>,
    initialValue: NoInfer<Provided>,
  ): void => {
    new ContextProvider(host, { context, initialValue });
  };
  provide(contexts.desktopContext, stores.desktop);
  provide(contexts.libraryContext, stores.library);
  provide(contexts.messageContext, stores.messages);
  provide(contexts.noteListContext, stores.noteList);
  provide(contexts.notesContext, stores.notes);
  provide(contexts.passageContext, stores.passages);
  provide(contexts.readerContext, stores.reader);
  provide(contexts.screenContext, stores.screen);
  provide(contexts.settingsContext, stores.settings);
  provide(contexts.trashContext, stores.trash);
}
