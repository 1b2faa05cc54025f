/** Starts the fixture app, or a script of it, on what runs the app: the host, or Electron itself. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { findElectron } from '../../build/runtime/find-electron.ts';
import { ensureBrowser } from '../../build/runtime/ensure-browser.ts';

/** The folder of the fixture app. */
export const fixtureFolder = path.join(import.meta.dirname, 'fixture-app');

/** With `READOUT_CONFORMANCE=electron` the same tests run on Electron's own binary. */
export const isHost = process.env['READOUT_CONFORMANCE'] !== 'electron';

async function executable(): Promise<string> {
  if (isHost) return path.join(import.meta.dirname, '../../build/electron-host/electron-host');
  const electron = await findElectron({ allowDownload: false });
  if (electron === null) throw new Error('Electron’s binary is not here.');
  return electron;
}

function environment(): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const browser = isHost ? { READOUT_HOST_CHROMIUM: ensureBrowser() } : {};
  return { ...Object.fromEntries(inherited), ...browser };
}

/** A profile of its own for each start, removed by `remove`. */
function temporaryProfile(): { readonly place: string; readonly remove: () => void } {
  const place = mkdtempSync(path.join(os.tmpdir(), 'host-fixture-'));
  return { place, remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** The running fixture app with its first page loaded. */
export interface Fixture {
  readonly application: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  readonly stop: () => Promise<void>;
}

/** @param given further arguments of the app's command line. */
export async function startFixture(...given: readonly string[]): Promise<Fixture> {
  const { place, remove } = temporaryProfile();
  const application = await _electron.launch({
    executablePath: await executable(),
    args: [fixtureFolder, `--fixture-profile=${place}`, ...given],
    env: environment(),
    colorScheme: null,
    timeout: 60_000,
  });
  const page = await application.firstWindow();
  await page.getByRole('heading', { name: 'First page' }).waitFor();
  const stop = async (): Promise<void> => {
    await application.close().catch(() => undefined);
    remove();
  };
  return { application, page, profile: place, stop };
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  /** The lines of its standard output that are JSON, read. */
  readonly lines: readonly unknown[];
  readonly errors: string;
}

function readLine(line: string): readonly unknown[] {
  try {
    return [JSON.parse(line) as unknown];
  } catch {
    return [];
  }
}

/** Runs an app to its end: a script of the fixture's `scripts` folder, or a folder. */
export async function runApp(app: string, ...given: readonly string[]): Promise<Ending> {
  const child = spawn(await executable(), [app, ...given], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, lines: output.split('\n').flatMap(readLine), errors };
}

/** Runs one of the scripts in `fixture-app/scripts` to its end, on a profile of its own. */
export async function runScript(name: string, ...given: readonly string[]): Promise<Ending> {
  const { place, remove } = temporaryProfile();
  const script = path.join(fixtureFolder, 'scripts', name);
  const ending = await runApp(script, `--fixture-profile=${place}`, ...given);
  remove();
  return ending;
}
