import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection } from './cdp.ts';
import { isWindowed, startPage } from './page-target.ts';

/** A running Chromium. */
export interface Chromium {
  readonly connection: CdpConnection;
  readonly process: ChildProcess;
  /** Such as `156.0.8078.79`. */
  readonly version: string;
}

/** What keeps Chromium from talking to its makers, asking questions, or opening windows by itself. */
const fixedSwitches = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--password-store=basic',
  '--remote-debugging-pipe',
];

function argumentsFor(switches: ReadonlyMap<string, string>, profile: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    ...fixedSwitches,
    // As a test, Chromium does not warn of its own switches in the window.
    ...(isWindowed ? [`--app=${startPage}`, '--test-type'] : ['--headless', '--no-startup-window']),
    // Chromium refuses its sandbox to root.
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    ...[...switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  ];
}

/** Passes Chromium's word on where its debugger listens to whoever started the host. */
function announceDebugger(stream: Readable): void {
  stream.on('data', (chunk: Buffer) => {
    const line = /DevTools listening on .*/.exec(chunk.toString())?.[0];
    if (line !== undefined) process.stderr.write(`\n${line}\n`);
  });
}

/**
 * Starts Chromium with an empty profile of its own; it ends with this process, however that ends.
 *
 * @param switches without their dashes, with their values.
 */
export async function startChromium(switches: ReadonlyMap<string, string>): Promise<Chromium> {
  const executable = process.env['READOUT_HOST_CHROMIUM'] ?? '/usr/bin/chromium';
  const profile = mkdtempSync(path.join(tmpdir(), 'electron-host-'));
  const child = spawn(executable, argumentsFor(switches, profile), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  child.on('error', (error) => {
    process.stderr.write(`electron host: ${executable} cannot be started: ${error.message}\n`);
    process.exit(1);
  });
  process.on('exit', () => {
    child.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  });
  const [, , errors, output, input] = child.stdio;
  if (errors !== null) announceDebugger(errors);
  const connection = new CdpConnection(output as Writable, input as Readable);
  const { product } = await connection.send('Browser.getVersion');
  return { connection, process: child, version: String(product).split('/')[1] ?? '' };
}
