/** The command line of the app: `npm run --silent readout -- <command>`. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../vite/options.ts';
import { bundle } from './bundle.ts';

await bundle({ quiet: true, onlyIfStale: true });
const program = path.join(projectRoot, 'out/main/command-line.js');
const child = spawn(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', program, ...process.argv.slice(2)],
  // Paths are meant from where npm was called.
  { cwd: process.env['INIT_CWD'] ?? process.cwd(), stdio: 'inherit' },
);
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
