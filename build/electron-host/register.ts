/** Runs before the app's main module: from here on `electron` is the host. */
import { registerHooks } from 'node:module';

const hostModule = new URL('electron.ts', import.meta.url).href;
const names: ReadonlySet<string> = new Set(['electron', 'electron/main', 'electron/common']);

registerHooks({
  resolve: (specifier, context, next) =>
    names.has(specifier) ? { url: hostModule, shortCircuit: true } : next(specifier, context),
});

Object.defineProperty(process, 'type', { value: 'browser' });
Object.defineProperty(process, 'resourcesPath', { value: process.cwd() });
Object.assign(process.versions, { electron: '45.4.1' });
