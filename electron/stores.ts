import path from 'node:path';
import { app } from 'electron';
import { createInbox, type Inbox } from './inbox/inbox.ts';
import { startLibraryClient } from './library/client.ts';
import type { Library } from './library/library.ts';
import type { RestorableNotes } from './backup/restorable-notes.ts';
import { openNotes } from './notes/open-notes.ts';
import { profileFiles } from './profile.ts';
import { keepRootsInMemory } from './roots/kept-root.ts';
import type { Backup } from './shared/model/backup.ts';
import { createRootStore, type RootStore } from './roots/root-store.ts';
import { openSettings, type SettingsStore } from './settings.ts';

/** How long the library process may take to end, in milliseconds. */
const closingTime = 2000;

/** All that the app keeps. */
export interface Stores {
  readonly library: Library;
  readonly notes: RestorableNotes;
  readonly settings: SettingsStore;
  readonly roots: RootStore;
  readonly inbox: Inbox;
}

/** The stores, and where files are now that could not be read. */
export interface OpenedStores {
  readonly stores: Stores;
  readonly notesSetAside: string | null;
  /** The newest backup that is whole, where new notes were begun. */
  readonly newestBackup: Backup | null;
  readonly settingsSetAside: string | null;
}

/**
 * Opens what the app keeps, the notes first: without them it does not start.
 *
 * @param profile the folder of the app's own files.
 * @param folder the one folder of the library that was asked for; `null` for those that are kept.
 */
export function openStores(profile: string, folder: string | null): OpenedStores {
  const files = profileFiles(profile);
  const openedNotes = openNotes({ file: files.notes });
  if (!openedNotes.ok) throw new Error(openedNotes.problem.message);
  const { settings, setAside } = openSettings(profile);
  const inbox = createInbox(files.inbox);
  const roots = createRootStore({
    keeper: folder === null ? settings : keepRootsInMemory(folder, profile),
    seeds: path.join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'seeds'),
    profile,
    inbox,
  });
  const library = startLibraryClient({
    roots: roots.all(),
    catalogFile: files.catalog,
    readingFile: files.reading,
    isWatching: true,
  });
  return {
    stores: { library, notes: openedNotes.value.notes, settings, roots, inbox },
    notesSetAside: openedNotes.value.setAside,
    newestBackup: openedNotes.value.newestBackup,
    settingsSetAside: setAside,
  };
}

/** Closes the stores before the app ends; `workers` stop what works with them. */
export function closeStoresOnQuit(
  { library, notes, settings }: Stores,
  workers: readonly (() => void)[],
): void {
  let isClosing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    for (const stop of workers) stop();
    settings.close();
    notes.close();
    const exit = (): void => app.exit(0);
    library.close().then(exit, exit);
    setTimeout(exit, closingTime);
  });
}
