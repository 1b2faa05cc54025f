/** Opens the app: `npm start [-- arguments]`. */
import { spawn } from 'node:child_process';
import { selectRuntime } from '../runtime/select-runtime.ts';
import { projectRoot } from '../vite/options.ts';
import { bundle } from './bundle.ts';
import { demo } from './demo.ts';

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function start(): Promise<void> {
  await bundle({ quiet: true, onlyIfStale: true });
  const runtime = await selectRuntime({ allowDownload: true });
  console.log(runtime.line);
  const child = spawn(runtime.executable, [projectRoot, ...process.argv.slice(2)], {
    cwd: process.env['INIT_CWD'] ?? projectRoot,
    env: { ...process.env, ...runtime.environment, READOUT_HOST_WINDOWED: '1' },
    stdio: 'inherit',
  });
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
