import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { createFlush, type Flush } from './flush.ts';
import { sendNotice } from './ipc.ts';
import { pageAddress } from './page-address.ts';
import type { NoticeName, Payload } from './shared/ipc.ts';
import type { SettingsStore } from './settings.ts';
import { fitWindow, smallestWindow } from './window-place.ts';

/** The paper of the page's light and dark theme, so that nothing flashes before the first paint. */
const paper = { light: '#fbfaf7', dark: '#16181c' } as const;

/** A page that fails again within this many milliseconds is not loaded again without asking. */
const restlessTime = 30_000;

/** The app's one window. On macOS it can be closed while the app goes on. */
export interface AppWindow {
  /** Opens the window, or brings the open one to the front. */
  readonly show: () => void;
  /** Sends a notice to the page, if there is one. */
  readonly tell: <Name extends NoticeName>(name: Name, payload: Payload<Name>) => void;
  /** Sends a notice that must not be lost: it waits until there is a page that is loaded. */
  readonly tellOnceLoaded: AppWindow['tell'];
  /** The page's answer to the notice `flush`. */
  readonly confirmFlush: (allSaved: boolean) => void;
  /** Loads the page again. */
  readonly reload: () => void;
  /** The open window, to put dialogs on. */
  readonly current: () => BrowserWindow | null;
  /** Whether the window closes because the app is to quit. */
  readonly isQuitting: () => boolean;
}

/** Where the window's settings are, and the absolute path of the bundled preload. */
export interface AppWindowOptions {
  readonly settings: SettingsStore;
  readonly preload: string;
}

function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? paper.dark : paper.light;
}

function createBrowserWindow(settings: SettingsStore, preload: string): BrowserWindow {
  const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(
    ({ workArea }) => workArea,
  );
  return new BrowserWindow({
    ...fitWindow(settings.readWindowPlace(), workAreas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Readout',
    show: false,
    backgroundColor: backgroundColor(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Only macOS has a checker that needs no downloaded dictionary.
      spellcheck: process.platform === 'darwin',
    },
  });
}

function rememberPlace(window: BrowserWindow, settings: SettingsStore): void {
  const remember = (): void => {
    const maximized = window.isMaximized();
    settings.keepWindowPlace({ ...window.getNormalBounds(), maximized });
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
}

async function askToLoseNote(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'A note is not saved yet',
    detail: 'Closing the window now loses what was typed since the last save.',
    buttons: ['Keep the window open', 'Close without saving'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

async function askToLoadAgain(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The page stopped working again',
    detail: 'Everything that was saved is safe.',
    buttons: ['Load it again', 'Close the window'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

function loadPage(window: BrowserWindow): void {
  window.loadURL(pageAddress).catch((error: unknown) => {
    if (window.isDestroyed()) return;
    window.show();
    dialog.showErrorBox('Readout could not load its page', String(error));
  });
}

/** Loads the page again when its process ended, and says so; asks first if that happens twice. */
function reviveWhenGone(window: BrowserWindow): void {
  let goneAt = Number.NEGATIVE_INFINITY;
  const revive = async (): Promise<void> => {
    const isRestless = performance.now() - goneAt < restlessTime;
    goneAt = performance.now();
    if (isRestless && !(await askToLoadAgain(window))) {
      window.destroy();
      return;
    }
    loadPage(window);
    if (isRestless) return;
    await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The page stopped working and was loaded again',
      detail: 'Everything that was saved is safe.',
      buttons: ['OK'],
    });
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) void revive();
  });
}

/** Follows whether the page is loaded: before that, and after its end, nothing can be typed. */
function followPage(window: BrowserWindow): () => boolean {
  let isLoaded = false;
  window.webContents.on('did-finish-load', () => {
    isLoaded = true;
  });
  window.webContents.on('render-process-gone', () => {
    isLoaded = false;
  });
  return () => isLoaded;
}

interface Closing {
  readonly isLoaded: () => boolean;
  readonly flush: Flush;
  /** The window stays open after all. */
  readonly onKept: () => unknown;
}

/** Closes the window only after the page has stored what is typed, or the reader gives it up. */
function closeWhenSaved(window: BrowserWindow, { isLoaded, flush, onKept }: Closing): void {
  let isAsking = false;
  const close = async (): Promise<void> => {
    isAsking = true;
    const allSaved = !isLoaded() || (await flush.ask());
    const isClosing = allSaved || window.isDestroyed() || (await askToLoseNote(window));
    isAsking = false;
    if (isClosing) window.destroy();
    else onKept();
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (!isAsking) void close();
  });
}

function openWindow({ settings, preload }: AppWindowOptions): BrowserWindow {
  const window = createBrowserWindow(settings, preload);
  window.once('ready-to-show', () => {
    if (settings.readWindowPlace()?.maximized === true) window.maximize();
    window.show();
    rememberPlace(window, settings);
  });
  reviveWhenGone(window);
  return window;
}

/** Notices that wait for a page to be loaded. */
class WaitingNotices {
  readonly #send: AppWindow['tell'];
  #isLoaded = (): boolean => false;
  #waiting: (() => void)[] = [];

  constructor(send: AppWindow['tell']) {
    this.#send = send;
  }

  readonly tell: AppWindow['tell'] = (name, payload) => {
    if (this.#isLoaded()) this.#send(name, payload);
    else this.#waiting.push(() => this.#send(name, payload));
  };

  /** There is a window now, whose page is to be told. */
  follow(window: BrowserWindow, isLoaded: () => boolean): void {
    this.#isLoaded = isLoaded;
    window.webContents.on('did-finish-load', () => {
      for (const send of this.#waiting.splice(0)) send();
    });
    window.once('closed', () => {
      this.#isLoaded = () => false;
    });
  }
}

/** Makes the app's window; `show` opens it. */
export function createAppWindow(options: AppWindowOptions): AppWindow {
  let window: BrowserWindow | null = null;
  let isQuitting = false;
  const tell: AppWindow['tell'] = (name, payload) => {
    if (window !== null) sendNotice(window.webContents, name, payload);
  };
  const waiting = new WaitingNotices(tell);
  const flush = createFlush(() => tell('flush', {}));
  const open = (): void => {
    window = openWindow(options);
    window.once('closed', () => {
      window = null;
    });
    const isLoaded = followPage(window);
    waiting.follow(window, isLoaded);
    closeWhenSaved(window, { isLoaded, flush, onKept: () => (isQuitting = false) });
    loadPage(window);
  };
  app.on('before-quit', () => {
    isQuitting = true;
  });
  nativeTheme.on('updated', () => window?.setBackgroundColor(backgroundColor()));
  return {
    show: () => {
      if (window?.isMinimized() === true) window.restore();
      if (window === null) open();
      else window.focus();
    },
    tell,
    tellOnceLoaded: waiting.tell,
    confirmFlush: (allSaved) => flush.confirm(allSaved),
    reload: () => {
      if (window !== null) loadPage(window);
    },
    current: () => window,
    isQuitting: () => isQuitting,
  };
}
