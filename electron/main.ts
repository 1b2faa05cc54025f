/** The main process: the order in which the app starts, and nothing else. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { app, clipboard, ClipboardItem, nativeTheme, session, shell } from 'electron';
import { askToOpen } from './ask-to-open.ts';
import { isCommandLine, runCommandLine } from './command-line.ts';
import { watchPages } from './development.ts';
import { askBackup } from './backup/ask-backup.ts';
import { backupPlace } from './backup/backup-place.ts';
import { keepBackups } from './backup/keep-backups.ts';
import { offerBackup } from './backup/offer-backup.ts';
import { createExchange, type ExchangeWindow, lazyPrinter } from './exchange.ts';
import { createPdfWriter } from './export/pdf/pdf-writer.ts';
import type { PagePrinter } from './export/pdf/page-printer.ts';
import { askWhere } from './export/ask-where.ts';
import { askFilesToImport } from './import/ask-files.ts';
import { createHandlers } from './handlers.ts';
import { pasteBriefing } from './inbox/paste-briefing.ts';
import { readClipboard } from './inbox/read-clipboard.ts';
import { registerHandlers } from './ipc.ts';
import { keepMarksIndexed } from './marks-feed.ts';
import { lockNetworkBeforeReady, lockPage, lockSession } from './network-lock.ts';
import { createOpening, openFromOutside, type Opening } from './opening.ts';
import { openLink } from './open-link.ts';
import { closeStoresOnQuit, openStores, type Stores } from './stores.ts';
import { defaultProfileDirectory } from './profile.ts';
import { registerPageScheme, servePages } from './protocol.ts';
import { keepRelinking } from './relinking.ts';
import { reportBackup, reportFailedStart, reportNotOpened, reportSetAside } from './reports.ts';
import { type AddPaths, createAddPaths } from './roots/add-paths.ts';
import { askFolders } from './roots/ask-folders.ts';
import { createRootHandlers } from './roots/root-handlers.ts';
import { denyNavigation, denyPermissions } from './security.ts';
import { setMenu } from './set-menu.ts';
import { appArguments, readStartArguments, type StartArguments } from './start-arguments.ts';
import { type AppWindow, createAppWindow } from './window.ts';

const pageDirectory = path.join(import.meta.dirname, '../renderer');
const preload = path.join(import.meta.dirname, '../preload/preload.cjs');

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

function tellPage(window: AppWindow, { library, notes, settings }: Stores): void {
  library.onChanged((status) => window.tell('libraryChanged', status));
  library.onBriefingsChanged((changes) => window.tell('briefingsChanged', changes));
  notes.onChanged((briefingIds) => window.tell('notesChanged', { briefingIds }));
  settings.onChanged((changed) => {
    nativeTheme.themeSource = changed.theme;
    window.tell('settingsChanged', changed);
  });
}

function keepAppWithWindow(window: AppWindow): void {
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || window.isQuitting()) app.quit();
  });
}

function exchangeWindow(window: AppWindow): ExchangeWindow {
  return {
    askWhere: (kind, name) => askWhere(window.current(), kind, name),
    askFiles: () => askFilesToImport(window.current()),
    askBackup: () => askBackup(window.current()),
    progress: (progress) => window.tell('exportProgress', progress),
    copy: async (text, html) => {
      await clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
    },
  };
}

function answerPage(window: AppWindow, profile: string, stores: Stores, addPaths: AddPaths): void {
  const { library, roots, inbox } = stores;
  const folders = (): Promise<readonly string[]> => askFolders(window.current());
  const readText = (): Promise<string> => readClipboard(clipboard);
  const handlers = createHandlers({
    ...stores,
    exchange: createExchange(stores, profile, exchangeWindow(window)),
    roots: {
      ...createRootHandlers({ roots, library, addPaths, askFolders: folders }),
      pasteBriefing: () => pasteBriefing({ readText, inbox, library, roots: () => roots.all() }),
    },
    openLink: (target) =>
      openLink(target, {
        ask: (address) => askToOpen(window.current(), address),
        openExternal: (address) => shell.openExternal(address),
      }),
    confirmFlush: window.confirmFlush,
    copyText: async (text) => {
      await clipboard.writeText(text);
    },
  });
  registerHandlers(handlers, addPaths);
}

async function start(profile: string, given: StartArguments, opening: Opening): Promise<void> {
  await app.whenReady();
  const pages = await secureSession();
  const { stores, notesSetAside, newestBackup, settingsSetAside } = openStores(
    profile,
    given.library,
  );
  const { library, notes, settings, roots } = stores;
  nativeTheme.themeSource = settings.readSettings().theme;
  const window = createAppWindow({ settings, preload });
  const addPaths = createAddPaths({
    roots,
    library,
    open: (id) => {
      if (window.current() === null) window.show();
      window.tellOnceLoaded('openRequested', { id });
    },
  });
  answerPage(window, profile, stores, addPaths);
  tellPage(window, stores);
  const place = backupPlace(profile);
  closeStoresOnQuit(stores, [
    keepRelinking(library, notes),
    keepMarksIndexed(library, notes),
    keepBackups(place, notes, ({ message }) => void reportBackup(window, message)),
  ]);
  keepAppWithWindow(window);
  setMenu(window);
  window.show();
  opening.begin(addPaths, (message) => void reportNotOpened(window, message));
  if (!app.isPackaged && process.env['READOUT_DEVELOPMENT'] === '1') {
    watchPages(pageDirectory, () => pages.reload().then(window.reload));
  }
  await offerBackup({ place, notes, setAside: notesSetAside, newestBackup }, window);
  if (settingsSetAside !== null) await reportSetAside(window, 'settings', settingsSetAside);
}

function failToStart(error: unknown): void {
  reportFailedStart(error instanceof Error ? error.message : String(error));
  app.exit(1);
}

/** A command prints only when it has to: until then Electron need not be ready. */
function printerOnceReady(): Pick<PagePrinter, 'toPdf'> {
  const printer = lazyPrinter();
  return {
    toPdf: async (file) => {
      await app.whenReady();
      return printer.toPdf(file);
    },
  };
}

/** Runs a command without a window. Exits after its output is written, also into a slow pipe. */
function runCommand(given: readonly string[]): void {
  registerPageScheme();
  lockNetworkBeforeReady(app.commandLine);
  // A page that was printed is no window whose end is the app's.
  app.on('window-all-closed', () => undefined);
  const pdfWriter = createPdfWriter(printerOnceReady());
  runCommandLine(given, { output: process.stdout, errors: process.stderr }, pdfWriter).then(
    (code) => process.stdout.write('', () => app.exit(code)),
    failToStart,
  );
}

function startWithWindow(given: readonly string[]): void {
  const startArguments = readStartArguments(given, process.cwd());
  const profile =
    startArguments.profile ?? defaultProfileDirectory(process.platform, process.env, homedir());
  prepare(profile);
  const { places } = startArguments;
  // The system may add arguments to those of a second start, and change their order.
  if (!app.requestSingleInstanceLock({ places })) {
    app.exit(0);
    return;
  }
  const opening = createOpening();
  openFromOutside(app, opening);
  opening.open(places);
  start(profile, startArguments, opening).catch(failToStart);
}

const given = appArguments(process.argv, app.isPackaged);

try {
  if (isCommandLine(given)) runCommand(given);
  else startWithWindow(given);
} catch (error) {
  failToStart(error);
}
