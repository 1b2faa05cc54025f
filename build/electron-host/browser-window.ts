import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { hostApp } from './app.ts';
import { loud, notProvided } from './loud.ts';
import { nativeTheme } from './native-theme.ts';
import { preventable } from './preventable.ts';
import { session } from './session.ts';
import { HostWebContents } from './web-contents.ts';

const windows = new Map<number, HostBrowserWindow>();
let lastId = 0;
/** While the app closes its windows to quit, the last of them does not end it a second time. */
let isQuitting = false;

function refuseInsecure({
  nodeIntegration,
  contextIsolation,
  sandbox,
  webSecurity,
  webviewTag,
}: NonNullable<BrowserWindowConstructorOptions['webPreferences']>): void {
  const isInsecure =
    nodeIntegration === true ||
    contextIsolation === false ||
    sandbox === false ||
    webSecurity === false ||
    webviewTag === true;
  if (isInsecure) notProvided('a window with insecure webPreferences');
}

/** A window: a page of Chromium with a size and a place that the host keeps itself. */
class HostBrowserWindow extends EventEmitter {
  readonly id: number;
  readonly contents: HostWebContents;
  #bounds: Rectangle;
  #normalBounds: Rectangle;
  #title: string;
  #isVisible = false;
  #isMaximized = false;
  #isDestroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!hostApp.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { width = 800, height = 600, x = 0, y = 0, webPreferences = {} } = options;
    refuseInsecure(webPreferences);
    lastId += 1;
    this.id = lastId;
    this.#bounds = { x, y, width, height };
    this.#normalBounds = this.#bounds;
    this.#title = options.title ?? hostApp.name;
    this.contents = new HostWebContents(
      webPreferences.preload,
      this.#bounds,
      webPreferences.session ?? session.defaultSession,
    );
    windows.set(this.id, this);
    this.#follow();
    if (options.show !== false) this.show();
    return this.facade;
  }

  /** What the app gets: everything else throws. */
  readonly facade: HostBrowserWindow = loud('BrowserWindow', this, () => this.#isDestroyed);

  get webContents(): HostWebContents {
    return this.contents.facade;
  }

  #follow(): void {
    this.contents.once('host-first-paint', () => this.emit('ready-to-show'));
    this.contents.on(
      'page-title-updated',
      (_event: unknown, title: string, isExplicit: boolean) => {
        const event = preventable({});
        this.emit('page-title-updated', event, title, isExplicit);
        if (!event.defaultPrevented) this.#title = title;
      },
    );
    this.contents.on('host-close', () => this.close());
    this.contents.on('host-gone', () => this.destroy());
    this.contents.on('host-bounds', (bounds: Rectangle) => {
      this.#bounds = bounds;
      this.#normalBounds = bounds;
      this.emit('resize');
    });
    void this.contents.resize(this.#bounds);
    const applyTheme = (): void =>
      void this.contents.setDarkColors(nativeTheme.shouldUseDarkColors);
    applyTheme();
    nativeTheme.on('updated', applyTheme);
    this.once('closed', () => nativeTheme.off('updated', applyTheme));
  }

  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url);
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
  }

  focus(): void {
    this.emit('focus');
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  isFocused(): boolean {
    return this.#isVisible;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isMinimized(): boolean {
    return false;
  }

  isFullScreen(): boolean {
    return false;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  restore(): void {
    this.unmaximize();
  }

  maximize(): void {
    if (this.#isMaximized) return;
    this.#isMaximized = true;
    this.#move({ x: 0, y: 0, width: 1920, height: 1080 });
    this.emit('maximize');
  }

  unmaximize(): void {
    if (!this.#isMaximized) return;
    this.#isMaximized = false;
    this.#move(this.#normalBounds);
    this.emit('unmaximize');
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Rectangle {
    return { ...this.#normalBounds };
  }

  getContentBounds(): Rectangle {
    return this.getBounds();
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#normalBounds = { ...this.#bounds, ...bounds };
    this.#move(this.#normalBounds);
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  #move(bounds: Rectangle): void {
    this.#bounds = bounds;
    void this.contents.resize(bounds);
    this.emit('resize');
    this.emit('move');
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  /** Shown before the first paint only, which a host without native windows does not have. */
  setBackgroundColor(): void {}

  setMenuBarVisibility(): void {}

  close(): void {
    if (this.#isDestroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.delete(this.id);
    this.contents.destroy();
    this.emit('closed');
    if (windows.size > 0 || isQuitting) return;
    if (hostApp.listenerCount('window-all-closed') > 0) hostApp.emit('window-all-closed');
    else hostApp.quit();
  }

  static getAllWindows(): HostBrowserWindow[] {
    return [...windows.values()].map((window) => window.facade);
  }

  static getFocusedWindow(): HostBrowserWindow | null {
    return HostBrowserWindow.getAllWindows().at(-1) ?? null;
  }

  static fromId(id: number): HostBrowserWindow | null {
    return windows.get(id)?.facade ?? null;
  }

  static fromWebContents(contents: HostWebContents): HostBrowserWindow | null {
    const found = [...windows.values()].find((window) => window.contents.facade === contents);
    return found?.facade ?? null;
  }
}

hostApp.closeWindows = () => {
  isQuitting = true;
  for (const window of windows.values()) window.close();
  isQuitting = false;
  return windows.size === 0;
};

export const BrowserWindow = loud('BrowserWindow', HostBrowserWindow);

export const webContents = loud('webContents module', {
  getAllWebContents: () => [...windows.values()].map((window) => window.webContents),
  fromId: (id: number) =>
    [...windows.values()].find((window) => window.contents.id === id)?.webContents,
  fromDevToolsTargetId: (targetId: string) =>
    [...windows.values()].find((window) => window.contents.targetId === targetId)?.webContents,
});
