/** Opens the app: `npm start [-- arguments]`. */
import { hasDisplay, openApp } from '../runtime/open-app.ts';
import { selectRuntime } from '../runtime/select-runtime.ts';
import { bundle } from './bundle.ts';
import { demo } from './demo.ts';

async function start(): Promise<void> {
  await bundle({ quiet: true, onlyIfStale: true });
  const runtime = await selectRuntime({ allowDownload: true });
  console.log(runtime.line);
  const child = openApp(runtime);
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

try {
  if (hasDisplay()) await start();
  else {
    console.log('There is no display here: running the demonstration instead.');
    await demo();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
