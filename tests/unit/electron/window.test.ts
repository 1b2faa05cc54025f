import type { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SettingsStore } from '../../../electron/settings.ts';
import { defaultSettings } from '../../../electron/shared/model/settings.ts';
import { createAppWindow } from '../../../electron/window.ts';

interface Options {
  readonly width: number;
  readonly webPreferences: Readonly<Record<string, unknown>>;
}

/** What Electron's part of the window was asked to do. */
const electron = vi.hoisted(() => ({
  app: null as unknown as EventEmitter,
  nativeTheme: null as unknown as EventEmitter,
  windows: [] as unknown[],
  asked: [] as string[],
  answer: 0,
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');

  class Contents extends Emitter {
    readonly sent: string[] = [];
    isDestroyed = (): boolean => false;
    send = (channel: string): number => this.sent.push(channel);
  }

  class BrowserWindow extends Emitter {
    readonly webContents = new Contents();
    readonly options: unknown;
    readonly done: string[] = [];
    #isDestroyed = false;

    constructor(options: unknown) {
      super();
      this.options = options;
      electron.windows.push(this);
    }

    loadURL(url: string): Promise<void> {
      this.done.push(`load ${url}`);
      return Promise.resolve();
    }

    show(): void {
      this.done.push('show');
    }

    focus(): void {
      this.done.push('focus');
    }

    maximize(): void {
      this.done.push('maximize');
    }

    isMinimized = (): boolean => false;
    isMaximized = (): boolean => false;
    isDestroyed = (): boolean => this.#isDestroyed;
    getNormalBounds = (): object => ({ x: 1, y: 2, width: 700, height: 500 });

    destroy(): void {
      this.#isDestroyed = true;
      this.done.push('destroy');
      this.emit('closed');
    }
  }

  electron.app = new Emitter();
  electron.nativeTheme = Object.assign(new Emitter(), { shouldUseDarkColors: true });
  return {
    app: electron.app,
    BrowserWindow,
    dialog: {
      showMessageBox: (_window: unknown, { message }: { message: string }) => {
        electron.asked.push(message);
        return Promise.resolve({ response: electron.answer });
      },
    },
    ipcMain: {},
    nativeTheme: electron.nativeTheme,
    screen: {
      getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }),
      getAllDisplays: () => [],
    },
  };
});

interface FakeWindow extends EventEmitter {
  readonly options: Options;
  readonly done: string[];
  readonly webContents: EventEmitter & { readonly sent: string[] };
}

const kept: unknown[] = [];

const settings: SettingsStore = {
  readSettings: () => defaultSettings,
  changeSettings: () => defaultSettings,
  onChanged: () => () => undefined,
  readWindowPlace: () => ({ x: 10, y: 20, width: 800, height: 600, maximized: true }),
  keepWindowPlace: (place) => kept.push(place),
  readRoots: () => null,
  keepRoots: () => undefined,
  close: () => undefined,
};

function open() {
  const appWindow = createAppWindow({ settings, preload: '/preload.cjs' });
  appWindow.show();
  const window = electron.windows.at(-1) as FakeWindow;
  return { appWindow, window };
}

/** Lets promises that are settled run on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

function close(window: FakeWindow): boolean {
  const preventDefault = vi.fn();
  window.emit('close', { preventDefault });
  return preventDefault.mock.calls.length === 0;
}

beforeEach(() => {
  electron.app.removeAllListeners();
  electron.nativeTheme.removeAllListeners();
  electron.windows.length = 0;
  electron.asked.length = 0;
  electron.answer = 0;
  kept.length = 0;
});

describe('opening', () => {
  it('locks the page in and loads it', () => {
    const { window } = open();
    expect(window.options.webPreferences).toMatchObject({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(window.done).toEqual(['load app://bundle/index.html']);
  });

  it('shows the window where it was, dark from the start, once the page is painted', () => {
    const { window } = open();
    expect(window.options).toMatchObject({
      x: 10,
      y: 20,
      width: 800,
      height: 600,
      show: false,
      backgroundColor: '#16181c',
    });
    window.emit('ready-to-show');
    expect(window.done.slice(1)).toEqual(['maximize', 'show']);
  });

  it('remembers where the window is moved', () => {
    const { window } = open();
    window.emit('ready-to-show');
    window.emit('move');
    expect(kept).toEqual([{ x: 1, y: 2, width: 700, height: 500, maximized: false }]);
  });

  it('brings the open window to the front instead of opening a second', () => {
    const { appWindow, window } = open();
    appWindow.show();
    expect(electron.windows).toHaveLength(1);
    expect(window.done.at(-1)).toBe('focus');
  });
});

describe('a notice that must not be lost', () => {
  const ask = (appWindow: ReturnType<typeof createAppWindow>): void =>
    appWindow.tellOnceLoaded('openRequested', { id: 'a'.repeat(32) });

  it('waits until the page is loaded, once', () => {
    const { appWindow, window } = open();
    ask(appWindow);
    expect(window.webContents.sent).toEqual([]);
    window.webContents.emit('did-finish-load');
    expect(window.webContents.sent).toEqual(['window:open-briefing']);
    window.webContents.emit('did-finish-load');
    ask(appWindow);
    expect(window.webContents.sent).toHaveLength(2);
  });

  it('waits for the next window where there is none', async () => {
    const { appWindow, window } = open();
    window.webContents.emit('did-finish-load');
    close(window);
    appWindow.confirmFlush(true);
    await settle();
    window.webContents.sent.length = 0;
    ask(appWindow);
    appWindow.show();
    const next = electron.windows.at(-1) as FakeWindow;
    next.webContents.emit('did-finish-load');
    expect(window.webContents.sent).toEqual([]);
    expect(next.webContents.sent).toEqual(['window:open-briefing']);
  });
});

describe('closing', () => {
  it('waits until the page has stored what is typed', async () => {
    const { appWindow, window } = open();
    window.webContents.emit('did-finish-load');
    expect(close(window)).toBe(false);
    expect(window.webContents.sent).toEqual(['window:flush']);
    expect(window.done).not.toContain('destroy');
    appWindow.confirmFlush(true);
    await settle();
    expect(window.done).toContain('destroy');
    expect(electron.asked).toEqual([]);
    expect(appWindow.current()).toBeNull();
  });

  it('keeps the window, and the app, where the reader does not give up an unsaved note', async () => {
    const { appWindow, window } = open();
    window.webContents.emit('did-finish-load');
    electron.app.emit('before-quit');
    expect(appWindow.isQuitting()).toBe(true);
    close(window);
    appWindow.confirmFlush(false);
    await settle();
    expect(electron.asked).toEqual(['A note is not saved yet']);
    expect(window.done).not.toContain('destroy');
    expect(appWindow.isQuitting()).toBe(false);
  });

  it('closes without saving where the reader says so', async () => {
    const { appWindow, window } = open();
    window.webContents.emit('did-finish-load');
    electron.answer = 1;
    close(window);
    appWindow.confirmFlush(false);
    await settle();
    expect(window.done).toContain('destroy');
  });

  it('asks the page once, however often the window is closed meanwhile', () => {
    const { window } = open();
    window.webContents.emit('did-finish-load');
    close(window);
    close(window);
    expect(window.webContents.sent).toEqual(['window:flush']);
  });

  it('closes at once while no page is loaded', async () => {
    const { window } = open();
    close(window);
    await settle();
    expect(window.done).toContain('destroy');
    expect(window.webContents.sent).toEqual([]);
  });
});

describe('a page whose process ended', () => {
  const crash = async (window: FakeWindow, reason = 'crashed'): Promise<void> => {
    window.webContents.emit('render-process-gone', {}, { reason });
    await settle();
  };

  it('is loaded again, and the reader is told', async () => {
    const { window } = open();
    await crash(window);
    expect(window.done.filter((done) => done.startsWith('load'))).toHaveLength(2);
    expect(electron.asked).toEqual(['The page stopped working and was loaded again']);
  });

  it('is not loaded again without asking when it ends soon after', async () => {
    const { window } = open();
    await crash(window);
    electron.answer = 1;
    await crash(window);
    expect(electron.asked.at(-1)).toBe('The page stopped working again');
    expect(window.done.at(-1)).toBe('destroy');
  });

  it('is left alone when it ended as it should', async () => {
    const { window } = open();
    await crash(window, 'clean-exit');
    expect(electron.asked).toEqual([]);
  });
});
