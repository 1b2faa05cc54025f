/** Imported before the app's main process: at its end it writes the longest stall of its event loop. */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const file = process.env['READOUT_STALLS'];
const isLibrary = process.argv.some((argument) => argument.includes('library-process'));

if (file !== undefined && !isLibrary) {
  const resolution = 5;
  const delays = monitorEventLoopDelay({ resolution });
  // The start-up, in which modules are loaded, is not the scan.
  setTimeout(() => delays.enable(), 3000).unref();
  process.on('exit', () => {
    const longest = delays.max / 1e6 - resolution;
    writeFileSync(file, JSON.stringify({ longest }));
  });
}
