/** The main process: the order in which the app starts, and nothing else. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { app, clipboard, Menu, nativeTheme, session } from 'electron';
import { isCommandLine, runCommandLine } from './command-line.ts';
import { watchPages } from './development.ts';
import { askWhere } from './export/ask-where.ts';
import { makeExport } from './export/make-export.ts';
import { saveExport } from './export/save-export.ts';
import { createHandlers } from './handlers.ts';
import { registerHandlers } from './ipc.ts';
import { startLibraryClient } from './library/client.ts';
import type { Library } from './library/library.ts';
import { menuTemplate } from './menu.ts';
import { lockNetworkBeforeReady, lockPage, lockSession } from './network-lock.ts';
import type { Notes } from './notes/notes.ts';
import { openNotes } from './notes/open-notes.ts';
import { defaultProfileDirectory, profileFiles } from './profile.ts';
import { registerPageScheme, servePages } from './protocol.ts';
import { keepRelinking } from './relinking.ts';
import { reportFailedStart, reportSetAside } from './reports.ts';
import { denyNavigation, denyPermissions } from './security.ts';
import { openSettings, type SettingsStore } from './settings.ts';
import type { ExportRequest } from './shared/model/export.ts';
import { appArguments, readStartArguments, type StartArguments } from './start-arguments.ts';
import { type AppWindow, createAppWindow } from './window.ts';

const pageDirectory = path.join(import.meta.dirname, '../renderer');
const preload = path.join(import.meta.dirname, '../preload/preload.cjs');

/** How long the library process may take to end, in milliseconds. */
const closingTime = 2000;

interface Stores {
  readonly library: Library;
  readonly notes: Notes;
  readonly settings: SettingsStore;
}

/** The stores, and where files are now that could not be read. */
interface OpenedStores {
  readonly stores: Stores;
  readonly notesSetAside: string | null;
  readonly settingsSetAside: string | null;
}

/** What has to be set while the app's modules load, before Electron is ready. */
function prepare(profile: string): void {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
  app.enableSandbox();
  registerPageScheme();
  lockNetworkBeforeReady(app.commandLine);
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    lockPage(contents);
  });
}

async function secureSession(): Promise<{ readonly reload: () => Promise<void> }> {
  denyPermissions(session.defaultSession);
  await lockSession(session.defaultSession, process.platform);
  return servePages(pageDirectory);
}

function libraryRoot({ library }: StartArguments): string {
  const shipped = app.isPackaged ? process.resourcesPath : app.getAppPath();
  return library ?? path.join(shipped, 'seeds');
}

function tellPage(window: AppWindow, { library, notes, settings }: Stores): void {
  library.onChanged((status) => window.tell('libraryChanged', status));
  notes.onChanged((briefingIds) => window.tell('notesChanged', { briefingIds }));
  settings.onChanged((changed) => {
    nativeTheme.themeSource = changed.theme;
    window.tell('settingsChanged', changed);
  });
}

function setMenu(window: AppWindow): void {
  app.setAboutPanelOptions({
    applicationName: 'Readout',
    applicationVersion: app.getVersion(),
    copyright: 'The Readout authors. MIT licence.',
  });
  const template = menuTemplate({
    platform: process.platform,
    appName: 'Readout',
    development: !app.isPackaged,
    run: (command) => window.tell('command', command),
    editText: (action) => window.current()?.webContents[action](),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function closeStoresOnQuit({ library, notes, settings }: Stores): void {
  let isClosing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    settings.close();
    notes.close();
    const exit = (): void => app.exit(0);
    library.close().then(exit, exit);
    setTimeout(exit, closingTime);
  });
}

function keepAppWithWindow(window: AppWindow): void {
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || window.isQuitting()) app.quit();
  });
}

/** Opens what the app keeps, the notes first: without them it does not start. */
function openStores(profile: string, given: StartArguments): OpenedStores {
  const files = profileFiles(profile);
  const openedNotes = openNotes({ file: files.notes });
  if (!openedNotes.ok) throw new Error(openedNotes.problem.message);
  const openedSettings = openSettings(profile);
  const library = startLibraryClient({ roots: [libraryRoot(given)], catalogFile: files.catalog });
  return {
    stores: { library, notes: openedNotes.value.notes, settings: openedSettings.settings },
    notesSetAside: openedNotes.value.setAside,
    settingsSetAside: openedSettings.setAside,
  };
}

function answerPage(window: AppWindow, stores: Stores): void {
  const exporting = {
    previewExport: (request: ExportRequest) => makeExport(request, stores),
    saveExport: (request: ExportRequest) =>
      saveExport(request, stores, (name) => askWhere(window.current(), name)),
  };
  const copyText = async (text: string): Promise<void> => {
    await clipboard.writeText(text);
  };
  const { confirmFlush } = window;
  registerHandlers(createHandlers({ ...stores, exporting, confirmFlush, copyText }));
}

async function start(profile: string, given: StartArguments): Promise<void> {
  await app.whenReady();
  const pages = await secureSession();
  const { stores, notesSetAside, settingsSetAside } = openStores(profile, given);
  nativeTheme.themeSource = stores.settings.readSettings().theme;
  const window = createAppWindow({ settings: stores.settings, preload });
  answerPage(window, stores);
  tellPage(window, stores);
  keepRelinking(stores.library, stores.notes);
  closeStoresOnQuit(stores);
  keepAppWithWindow(window);
  setMenu(window);
  window.show();
  if (!app.isPackaged && process.env['READOUT_DEVELOPMENT'] === '1') {
    watchPages(pageDirectory, () => pages.reload().then(window.reload));
  }
  if (notesSetAside !== null) await reportSetAside(window, 'notes', notesSetAside);
  if (settingsSetAside !== null) await reportSetAside(window, 'settings', settingsSetAside);
}

function failToStart(error: unknown): void {
  reportFailedStart(error instanceof Error ? error.message : String(error));
  app.exit(1);
}

/** Runs a command without a window. Exits after its output is written, also into a slow pipe. */
function runCommand(given: readonly string[]): void {
  runCommandLine(given, { output: process.stdout, errors: process.stderr }).then(
    (code) => process.stdout.write('', () => app.exit(code)),
    failToStart,
  );
}

function startWithWindow(given: readonly string[]): void {
  const startArguments = readStartArguments(given, process.cwd());
  const profile =
    startArguments.profile ?? defaultProfileDirectory(process.platform, process.env, homedir());
  prepare(profile);
  if (app.requestSingleInstanceLock()) start(profile, startArguments).catch(failToStart);
  else app.exit(0);
}

const given = appArguments(process.argv, app.isPackaged);

try {
  if (isCommandLine(given)) runCommand(given);
  else startWithWindow(given);
} catch (error) {
  failToStart(error);
}
