import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../vite/options.ts';

/** How long the download of Electron's binary may take, in milliseconds. */
const downloadTime = 20_000;

const packageFolder = path.join(projectRoot, 'node_modules/electron');
const marker = path.join(projectRoot, 'node_modules/.cache/readout/no-electron');

/** The unpacked binary of Electron, or `null`. */
function installedElectron(): string | null {
  const names: Readonly<Record<string, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(packageFolder, 'dist');
  const executable = path.join(folder, names[process.platform] ?? 'electron');
  return existsSync(executable) ? executable : null;
}

/** Runs Electron's own installer; it and its children are ended after the time. */
function download(): Promise<boolean> {
  return new Promise((resolve) => {
    const installer = path.join(packageFolder, 'install.js');
    const child = spawn(process.execPath, [installer], { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => {
      if (process.platform === 'win32' || child.pid === undefined) child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    }, downloadTime);
    const finish = (isInstalled: boolean): void => {
      clearTimeout(timer);
      resolve(isInstalled);
    };
    child.on('error', () => finish(false));
    child.on('exit', (code) => finish(code === 0));
  });
}

/**
 * Electron's executable. Where it is missing it is downloaded, which is tried once for this version:
 * a failure is one plain line, and is remembered.
 */
export async function findElectron(options: {
  readonly allowDownload: boolean;
}): Promise<string | null> {
  const installed = installedElectron();
  if (installed !== null || !options.allowDownload) return installed;
  const { version } = JSON.parse(
    readFileSync(path.join(packageFolder, 'package.json'), 'utf8'),
  ) as {
    readonly version: string;
  };
  if (existsSync(marker) && readFileSync(marker, 'utf8') === version) return null;
  if (await download()) return installedElectron();
  mkdirSync(path.dirname(marker), { recursive: true });
  writeFileSync(marker, version);
  console.log('Electron’s binary could not be downloaded from here.');
  return null;
}
