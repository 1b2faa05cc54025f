import path from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { projectRoot } from '../vite/options.ts';
import type { Runtime } from './select-runtime.ts';

/** How the app is started by a program instead of a person. */
export interface LaunchOptions {
  readonly runtime: Runtime;
  /** The folder for notes, settings and catalog. */
  readonly profile: string;
  /** The folder of briefings; the seeds by default. */
  readonly library?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the bundled app, on Electron or on the host, driven by Playwright. */
export function launchApp(options: LaunchOptions): Promise<ElectronApplication> {
  const { runtime, profile, library, environment } = options;
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return _electron.launch({
    executablePath: runtime.executable,
    cwd: projectRoot,
    args: [
      projectRoot,
      `--profile=${profile}`,
      `--library=${library ?? path.join(projectRoot, 'seeds')}`,
    ],
    env: { ...Object.fromEntries(inherited), ...runtime.environment, ...environment },
    // The app's own theme counts, not the one that Playwright would emulate.
    colorScheme: null,
    timeout: 60_000,
  });
}
