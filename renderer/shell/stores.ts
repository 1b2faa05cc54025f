import { type Context, ContextProvider } from '@lit/context';
import type { DesktopApi } from '../desktop-api.ts';
import * as contexts from '../state/contexts.ts';
import { LibraryStore } from '../state/library-store.ts';
import { MessageStore } from '../state/message-store.ts';
import { NoteListStore } from '../state/note-list-store.ts';
import { NotesStore } from '../state/notes-store.ts';
import { PaletteStore } from '../state/palette-store.ts';
import { PassageStore } from '../state/passage-store.ts';
import { ReaderStore } from '../state/reader-store.ts';
import { ScreenStore } from '../state/screen-store.ts';
import { SettingsStore } from '../state/settings-store.ts';
import { SidebarStore } from '../state/sidebar-store.ts';
import { StandingDesk } from '../state/standing-desk.ts';
import { TrashStore } from '../state/trash-store.ts';
import { ViewCountsStore } from '../state/view-counts-store.ts';

/** Everything that the app shell provides. */
export interface Stores {
  readonly desktop: DesktopApi;
  readonly library: LibraryStore;
  readonly messages: MessageStore;
  readonly noteList: NoteListStore;
  readonly notes: NotesStore;
  readonly palette: PaletteStore;
  readonly passages: PassageStore;
  readonly reader: ReaderStore;
  readonly screen: ScreenStore;
  readonly settings: SettingsStore;
  readonly sidebar: SidebarStore;
  readonly trash: TrashStore;
  readonly viewCounts: ViewCountsStore;
}

/** Makes the stores over the main process, with the settings loaded. */
export async function createStores(api: DesktopApi): Promise<Stores> {
  const desk = new StandingDesk(api);
  const desktop = desk.api;
  const settings = new SettingsStore(desktop);
  await settings.load();
  const [notes, reader] = [new NotesStore(desktop), new ReaderStore(desktop)];
  return {
    desktop,
    library: new LibraryStore(desktop, desk),
    messages: new MessageStore(),
    noteList: new NoteListStore(desktop),
    notes,
    palette: new PaletteStore(desktop),
    passages: new PassageStore(reader, notes),
    reader,
    screen: new ScreenStore(),
    settings,
    sidebar: new SidebarStore(),
    trash: new TrashStore(desktop),
    viewCounts: new ViewCountsStore(desktop, settings, desk),
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
  provide(contexts.paletteContext, stores.palette);
  provide(contexts.passageContext, stores.passages);
  provide(contexts.readerContext, stores.reader);
  provide(contexts.screenContext, stores.screen);
  provide(contexts.settingsContext, stores.settings);
  provide(contexts.sidebarContext, stores.sidebar);
  provide(contexts.trashContext, stores.trash);
  provide(contexts.viewCountsContext, stores.viewCounts);
}
