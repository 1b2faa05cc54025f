import { type ChildProcess, spawn } from 'node:child_process';
import { projectRoot } from '../vite/options.ts';
import type { Runtime } from './select-runtime.ts';

/** Whether windows can be shown here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Opens the bundled app for a person, with the rest of this process's command line. */
export function openApp(
  runtime: Runtime,
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  const windowed: Readonly<Record<string, string>> = hasDisplay()
    ? { READOUT_HOST_WINDOWED: '1' }
    : {};
  return spawn(runtime.executable, [projectRoot, ...process.argv.slice(2)], {
    cwd: process.env['INIT_CWD'] ?? projectRoot,
    env: { ...process.env, ...runtime.environment, ...windowed, ...environment },
    stdio: 'inherit',
  });
}
