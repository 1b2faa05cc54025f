import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from 'electron';
import { commandLine } from './command-line.ts';
import { loud, notProvided } from './loud.ts';
import { preventable } from './preventable.ts';
import { SingleInstance } from './single-instance.ts';

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

/** The app's folder: given by the launcher. */
const appPath = process.env['ELECTRON_HOST_APP'] ?? process.cwd();

function readManifest(): Manifest {
  try {
    return JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8')) as Manifest;
  } catch {
    return {};
  }
}

const manifest = readManifest();

type Provided = Pick<
  App,
  | 'addRecentDocument'
  | 'enableSandbox'
  | 'exit'
  | 'focus'
  | 'getAppPath'
  | 'getLocale'
  | 'getName'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppUserModelId'
  | 'setName'
  | 'setPath'
  | 'whenReady'
>;

/** Electron's `app`. Chromium starts with the first window. */
class HostApp extends EventEmitter implements Provided {
  readonly commandLine = commandLine;
  readonly isPackaged = process.env['ELECTRON_HOST_PACKAGED'] === '1';
  name = manifest.productName ?? manifest.name ?? 'Electron';
  readonly #paths = new Map<string, string>();
  readonly #whenReady = Promise.withResolvers<undefined>();
  #isReady = false;
  #instance: SingleInstance | undefined;
  /** Closes every window; `false` where one of them stays. Set by the windows' module. */
  closeWindows: () => boolean = () => true;

  /** The app's main module has run, with all that it awaits: before, Electron is not ready. */
  becomeReady(): void {
    this.#isReady = true;
    this.emit('ready', {}, {});
    this.#whenReady.resolve(undefined);
  }

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#whenReady.promise;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return manifest.version ?? '0.0.0';
  }

  getAppPath(): string {
    return appPath;
  }

  getLocale(): string {
    return 'en-US';
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    return this.#paths.get(name) ?? this.#standardPath(name);
  }

  #standardPath(name: Parameters<App['getPath']>[0]): string {
    const config = process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config');
    const places: Readonly<Record<string, string>> = {
      home: homedir(),
      temp: tmpdir(),
      exe: process.execPath,
      appData: config,
      userData: path.join(config, this.name),
      documents: path.join(homedir(), 'Documents'),
      downloads: path.join(homedir(), 'Downloads'),
      desktop: path.join(homedir(), 'Desktop'),
    };
    return places[name] ?? notProvided(`app.getPath('${name}')`);
  }

  setPath(name: string, place: string): void {
    mkdirSync(place, { recursive: true });
    this.#paths.set(name, place);
  }

  requestSingleInstanceLock(additionalData?: Readonly<Record<string, unknown>>): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'));
    const handover = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.#instance.request(handover, (second) => {
      const { argv, workingDirectory } = second;
      this.emit('second-instance', {}, argv, workingDirectory, second.additionalData);
    });
  }

  releaseSingleInstanceLock(): void {
    this.#instance?.release();
  }

  quit(): void {
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented || !this.closeWindows()) return;
    const last = preventable({});
    this.emit('will-quit', last);
    if (!last.defaultPrevented) this.exit(0);
  }

  exit(code = 0): void {
    this.emit('quit', {}, code);
    process.exit(code);
  }

  /** Renderers are sandboxed here in any case, or their options are refused. */
  enableSandbox(): void {}

  setAppUserModelId(): void {}

  setAboutPanelOptions(): void {}

  addRecentDocument(): void {}

  focus(): void {}
}

export const hostApp = new HostApp();

/** Electron's `app`, which throws for what the host does not have. */
export const app = loud('app', hostApp);
