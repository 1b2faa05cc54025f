/**
 * `npm run dev`: the app with hot reload. A change of the page is bundled and loaded into the open
 * window; a change of the main process or the preload starts the app again.
 */
import type { ChildProcess } from 'node:child_process';
import { build, type InlineConfig } from 'vite';
import { openApp } from '../runtime/open-app.ts';
import { type Runtime, selectRuntime } from '../runtime/select-runtime.ts';
import { mainConfig } from '../vite/main.ts';
import { projectRoot } from '../vite/options.ts';
import { preloadConfig } from '../vite/preload.ts';
import { rendererConfig } from '../vite/renderer.ts';
import { forgetBundle } from './bundle.ts';

/** How long builds may follow each other before the app starts again, in milliseconds. */
const gatheringTime = 300;

const options = { root: projectRoot, development: true, quiet: true };

/** Builds once, then after every change; resolves after the first build, failed or not. */
async function watchSources(configuration: InlineConfig, onBuilt: () => void): Promise<void> {
  const watcher = await build({
    ...configuration,
    build: { ...configuration.build, watch: {} },
  });
  if (!('on' in watcher)) throw new Error('Vite built once and does not watch');
  const first = Promise.withResolvers<null>();
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code === 'BUNDLE_END') {
      onBuilt();
      void event.result.close();
    }
    if (event.code === 'END' || event.code === 'ERROR') first.resolve(null);
  });
  await first.promise;
}

/** Runs the app and starts it again on demand; the script ends when the reader quits the app. */
function keepRunning(runtime: Runtime): { readonly restart: () => void } {
  let isRestarting = false;
  let timer: NodeJS.Timeout | null = null;
  let running: ChildProcess;
  const run = (): void => {
    running = openApp(runtime, { READOUT_DEVELOPMENT: '1' });
    running.once('exit', (code) => {
      if (!isRestarting) process.exit(code ?? 1);
      isRestarting = false;
      run();
    });
  };
  run();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void running.kill('SIGTERM'));
  }
  return {
    restart: () => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => {
        isRestarting = true;
        running.kill('SIGTERM');
      }, gatheringTime);
    },
  };
}

const runtime = await selectRuntime({ allowDownload: true });
console.log(runtime.line);
await forgetBundle();

let app: { readonly restart: () => void } | null = null;
const restart = (): void => app?.restart();
await watchSources(rendererConfig(options), () => null);
await watchSources(preloadConfig(options), restart);
await watchSources(mainConfig(options), restart);
app = keepRunning(runtime);
