/** Imported before the app's main process: it writes down the longest stall of its event loop. */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const file = process.env['READOUT_STALLS'];
const isLibrary = process.argv.some((argument) => argument.includes('library-process'));

if (file !== undefined && !isLibrary) {
  const resolution = 5;
  const delays = monitorEventLoopDelay({ resolution });
  // The start-up, in which modules are loaded, is not the scan.
  setTimeout(() => delays.enable(), 3000).unref();
  // The process may be ended from outside.
  setInterval(() => {
    const longest = Math.max(0, delays.max / 1e6 - resolution);
    writeFileSync(file, JSON.stringify({ longest }));
  }, 500).unref();
}
