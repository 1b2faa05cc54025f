import { EventEmitter, once } from 'node:events';
import type { PrintToPDFOptions, Rectangle } from 'electron';
import { fromWebAddress, toWebAddress } from './address.ts';
import { hostApp } from './app.ts';
import { chromium } from './browser.ts';
import type { CdpConnection, CdpValue } from './cdp.ts';
import { Frames, type HostFrame } from './frames.ts';
import { loadFailure } from './load-failure.ts';
import { Interception } from './interception.ts';
import { hostIpcMain } from './ipc-main.ts';
import { loud, notProvided } from './loud.ts';
import { openPage, resizePage, windowBounds } from './page-target.ts';
import { titleBindingName, titleCommands } from './page-title.ts';
import { preventable } from './preventable.ts';
import { printParameters } from './print-options.ts';
import { runScript } from './script-result.ts';
import { answeringOf } from './session.ts';
import { Decoder } from './wire/decoder.ts';
import { Encoder } from './wire/encoder.ts';
import { preloadCommands } from './preload.ts';
import { bindingName, isolatedWorldName, receiverName } from './worlds/scripts.ts';

type WindowOpenHandler = (details: { readonly url: string; readonly frameName: string }) => {
  readonly action: 'allow' | 'deny';
};

interface RendererMessage {
  readonly kind: 'invoke' | 'send';
  readonly number: number;
  readonly channel: string;
  readonly values: string;
}

const everyRequest = { patterns: [{ urlPattern: '*' }] };
const attachAll = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
/** Electron's levels of what Chromium calls by the console's functions; others are information. */
const consoleLevels: ReadonlyMap<string, string> = new Map([
  ['debug', 'debug'],
  ['warning', 'warning'],
  ['error', 'error'],
  ['assert', 'error'],
]);
let lastId = 0;

/** One page: a target of Chromium, its frames, and the way to its preload. */
export class HostWebContents extends EventEmitter {
  readonly id: number;
  readonly session: object;
  readonly #preload: string | undefined;
  readonly #ready: Promise<void>;
  readonly #frames = new Frames();
  #connection: CdpConnection | undefined;
  #interception: Interception | undefined;
  #targetId = '';
  #sessionId = '';
  #url = '';
  #title = '';
  /** Chromium's id of the load that was finished last. */
  #loadedBy: unknown;
  #isDestroyed = false;
  #isNavigatingByApp = false;
  #windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });
  mainFrame: HostFrame | null = null;

  constructor(preload: string | undefined, bounds: Rectangle, session: object) {
    super();
    this.session = session;
    lastId += 1;
    this.id = lastId;
    this.#preload = preload;
    this.#ready = this.#open(bounds);
    // Electron announces the contents before anything can load in them.
    queueMicrotask(() => hostApp.emit('web-contents-created', {}, this.facade));
  }

  /** What the app gets: everything else throws. */
  readonly facade: HostWebContents = loud('webContents', this, () => this.#isDestroyed);

  get targetId(): string {
    return this.#targetId;
  }

  getURL(): string {
    return this.#url;
  }

  getTitle(): string {
    return this.#title;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  /** Chromium is started with the policy as a switch. */
  setWebRTCIPHandlingPolicy(): void {}

  async loadURL(url: string): Promise<void> {
    await this.#ready;
    this.#isNavigatingByApp = true;
    const { errorText, loaderId } = await this.command('Page.navigate', { url: toWebAddress(url) });
    if (typeof errorText === 'string') throw loadFailure(errorText, url);
    // A place in the same document has no loader; another loader has taken the place of this one.
    if (loaderId === undefined || loaderId === this.#loadedBy) return;
    await once(this, 'host-load');
    if (loaderId !== this.#loadedBy) throw loadFailure('ERR_ABORTED', url);
  }

  reload(): void {
    this.#isNavigatingByApp = true;
    void this.command('Page.reload');
  }

  send(channel: string, ...values: unknown[]): void {
    this.#sendTo(this.#frames.worldsNamed(isolatedWorldName), channel, values);
  }

  #sendTo(worlds: readonly number[], channel: string, given: readonly unknown[]): void {
    const values = Encoder.encode(structuredClone(given));
    const message = JSON.stringify({ kind: 'event', channel, values });
    for (const world of worlds) void this.#push(message, world);
  }

  executeJavaScript(script: string): Promise<unknown> {
    return runScript((method, parameters) => this.command(method, parameters), script);
  }

  async printToPDF(options: PrintToPDFOptions = {}): Promise<Buffer> {
    const { data } = await this.command('Page.printToPDF', printParameters(options));
    return Buffer.from(String(data), 'base64');
  }

  /** There is nobody to ask: a test replaces the function with its answer, or the call fails. */
  print(): void {
    notProvided('webContents.print without an answer');
  }

  close(): void {
    this.emit('host-close');
  }

  /** Sends a command to the page, once there is one. */
  async command(method: string, parameters: CdpValue = {}): Promise<CdpValue> {
    await this.#ready;
    return this.#connection?.send(method, parameters, this.#sessionId) ?? {};
  }

  /** Gives the page the size of its window. */
  async resize(bounds: Rectangle): Promise<void> {
    await this.#ready;
    if (this.#connection === undefined) return;
    const page = { targetId: this.#targetId, sessionId: this.#sessionId };
    await resizePage(this.#connection, page, bounds);
  }

  async setDarkColors(isDark: boolean): Promise<void> {
    await this.command('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' }],
    });
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    void this.#connection
      ?.send('Target.closeTarget', { targetId: this.#targetId })
      .catch(() => undefined);
    this.emit('destroyed');
  }

  async #open(bounds: Rectangle): Promise<void> {
    const { connection } = await chromium();
    this.#connection = connection;
    this.#targetId = await openPage(connection, bounds);
    const attached = await connection.send('Target.attachToTarget', {
      targetId: this.#targetId,
      flatten: true,
    });
    this.#sessionId = String(attached['sessionId']);
    const guard = (url: string, frameId: string): boolean => this.#mayNavigate(url, frameId);
    const answering = answeringOf(this.session);
    this.#interception = new Interception(connection, this.#targetId, answering, guard);
    connection.listen(this.#sessionId, (method, parameters) => this.#handle(method, parameters));
    const send = (method: string, parameters: CdpValue = {}): Promise<CdpValue> =>
      connection.send(method, parameters, this.#sessionId);
    await Promise.all([
      send('Page.enable'),
      send('Page.setLifecycleEventsEnabled', { enabled: true }),
      send('Runtime.enable'),
      send('Inspector.enable'),
      send('Fetch.enable', everyRequest),
      send('Target.setAutoAttach', attachAll),
      ...[...titleCommands, ...preloadCommands(this.#preload)].map(([method, parameters]) =>
        send(method, parameters),
      ),
    ]);
  }

  #handle(method: string, parameters: CdpValue): void {
    const handlers: Readonly<Record<string, () => unknown>> = {
      'Runtime.executionContextCreated': () => this.#frames.worldCreated(parameters),
      'Runtime.executionContextDestroyed': () => this.#frames.worldDestroyed(parameters),
      'Runtime.executionContextsCleared': () => this.#frames.clearWorlds(),
      'Runtime.bindingCalled': () => this.#receive(parameters),
      'Runtime.consoleAPICalled': () => this.#emitConsole(parameters),
      'Page.frameNavigated': () => this.#navigated(parameters),
      'Page.domContentEventFired': () => this.emit('dom-ready', {}),
      'Page.loadEventFired': () => this.emit('did-finish-load', {}),
      'Page.lifecycleEvent': () => this.#livedOn(parameters),
      'Page.windowOpen': () => this.#windowOpened(parameters),
      'Page.frameResized': () => this.#resizedByReader(),
      'Inspector.detached': () => this.#closedByReader(),
      'Fetch.requestPaused': () => this.#interception?.paused(parameters, this.#sessionId),
      'Target.attachedToTarget': () => this.#attachedToChild(parameters),
      'Inspector.targetCrashed': () =>
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    };
    void handlers[method]?.();
  }

  #livedOn({ name, frameId, loaderId }: CdpValue): void {
    if (name === 'firstPaint') this.emit('host-first-paint');
    if (name !== 'load' || frameId !== this.#targetId) return;
    this.#loadedBy = loaderId;
    this.emit('host-load');
  }

  async #resizedByReader(): Promise<void> {
    if (this.#connection === undefined) return;
    const bounds = await windowBounds(this.#connection, this.#targetId).catch(() => null);
    if (bounds !== null) this.emit('host-bounds', bounds);
  }

  /** The page is gone already, so the app cannot keep the window open, as it can in Electron. */
  #closedByReader(): void {
    if (!this.#isDestroyed) this.emit('host-gone');
  }

  #navigated(parameters: CdpValue): void {
    const frame = this.#frames.navigated(parameters);
    if (frame.parent !== null) return;
    this.mainFrame = frame;
    this.#url = frame.url;
    this.emit('did-navigate', {}, frame.url);
  }

  /** Navigations that the page starts go through the app's guards; those of the app do not. */
  #mayNavigate(url: string, frameId: string): boolean {
    const isMainFrame = frameId === this.#targetId;
    if (isMainFrame && this.#isNavigatingByApp) {
      this.#isNavigatingByApp = false;
      return true;
    }
    const event = preventable({ url, isMainFrame });
    this.emit('will-frame-navigate', event);
    if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  #windowOpened(parameters: CdpValue): void {
    const url = fromWebAddress(String(parameters['url']));
    const name = String(parameters['windowName']);
    const { action } = this.#windowOpenHandler({ url, frameName: name === '_blank' ? '' : name });
    if (action === 'allow') notProvided('a window opened by a page');
  }

  /** Frames in processes of their own and popups are targets of their own. */
  async #attachedToChild(parameters: CdpValue): Promise<void> {
    const sessionId = String(parameters['sessionId']);
    const { targetId, type } = parameters['targetInfo'] as {
      readonly targetId: string;
      readonly type: string;
    };
    const connection = this.#connection;
    if (connection === undefined) return;
    if (type === 'page') {
      await connection.send('Target.closeTarget', { targetId }).catch(() => undefined);
      return;
    }
    connection.listen(sessionId, (method, details) => {
      if (method === 'Fetch.requestPaused') void this.#interception?.paused(details, sessionId);
    });
    await Promise.allSettled([
      connection.send('Fetch.enable', everyRequest, sessionId),
      connection.send('Target.setAutoAttach', attachAll, sessionId),
    ]);
    await connection.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined);
  }

  #emitConsole(parameters: CdpValue): void {
    const values = parameters['args'] as readonly {
      readonly value?: unknown;
      readonly description?: string;
    }[];
    const message = values
      .map(({ value, description }) =>
        typeof value === 'string' ? value : (description ?? JSON.stringify(value)),
      )
      .join(' ');
    const level = consoleLevels.get(String(parameters['type'])) ?? 'info';
    this.emit('console-message', loud('event', { level, message, frame: this.mainFrame }));
  }

  #titled(title: string): void {
    this.#title = title;
    this.emit('page-title-updated', preventable({}), title, true);
  }

  async #receive(parameters: CdpValue): Promise<void> {
    if (parameters['name'] === titleBindingName) this.#titled(String(parameters['payload']));
    if (parameters['name'] !== bindingName) return;
    const world = Number(parameters['executionContextId']);
    const message = JSON.parse(String(parameters['payload'])) as RendererMessage;
    const values = Decoder.decode(message.values) as unknown[];
    const event = loud('event', {
      type: 'frame',
      sender: this.facade,
      senderFrame: this.#frames.frameOfWorld(world),
      reply: (channel: string, ...answers: unknown[]) => this.#sendTo([world], channel, answers),
    });
    if (message.kind === 'send') {
      hostIpcMain.emit(message.channel, event, ...values);
      return;
    }
    const { number } = message;
    const reply = await hostIpcMain.invoke(message.channel, event, values).then(
      (value) => ({ kind: 'reply', number, value: Encoder.encode(value) }),
      (error: unknown) => ({
        kind: 'failure',
        number,
        message: error instanceof Error ? error.message : String(error),
      }),
    );
    await this.#push(JSON.stringify(reply), world);
  }

  /** Hands a text to a preload's world. The world may be gone by then: its page was reloaded. */
  async #push(text: string, world: number): Promise<void> {
    await this.command('Runtime.callFunctionOn', {
      functionDeclaration: `(text) => globalThis[${JSON.stringify(receiverName)}](text)`,
      executionContextId: world,
      arguments: [{ value: text }],
      returnByValue: true,
    }).catch(() => undefined);
  }
}
