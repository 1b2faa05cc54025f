import path from 'node:path';
import { projectRoot } from '../vite/options.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { findElectron } from './find-electron.ts';

/** What the app runs on. */
export interface Runtime {
  readonly kind: 'electron' | 'host';
  /** A command that takes Electron's command line. */
  readonly executable: string;
  /** What the executable needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** One line that says which of the two it is. */
  readonly line: string;
}

/**
 * Electron where its binary is or can be had, else the electron host on an installed browser.
 *
 * @throws with what to install, where there is neither.
 */
export async function selectRuntime(options: {
  readonly allowDownload: boolean;
}): Promise<Runtime> {
  const electron = await findElectron(options);
  if (electron !== null) {
    return {
      kind: 'electron',
      executable: electron,
      environment: {},
      line: `Running on Electron (${electron}).`,
    };
  }
  const browser = ensureBrowser();
  return {
    kind: 'host',
    executable: path.join(projectRoot, 'build/electron-host/electron-host'),
    environment: { READOUT_HOST_CHROMIUM: browser },
    line: `Running on the electron host, with ${browser}: Electron’s binary is not here.`,
  };
}
