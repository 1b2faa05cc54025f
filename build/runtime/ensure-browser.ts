import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';

const advice =
  'No Chromium-family browser was found. Install Chromium, Chrome, Edge or Brave, ' +
  'or name its executable in READOUT_HOST_CHROMIUM.';

function run(command: string, ...values: readonly string[]): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync(command, values, { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
      .status === 0
  );
}

/**
 * The executable of an installed browser. On Debian, as root, one is installed where there is none.
 *
 * @throws with what to install, where none can be had.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== null) return found;
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebianRoot) throw new Error(advice);
  console.log('No browser is installed: installing Debian’s chromium.');
  const isInstalled =
    run('apt-get', 'update', '-qq') &&
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
  const installed = isInstalled ? findBrowser() : null;
  if (installed === null) throw new Error(`Debian’s chromium could not be installed. ${advice}`);
  return installed;
}
