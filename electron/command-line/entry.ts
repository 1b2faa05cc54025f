/** The command line as a program of its own: what `npm run readout` runs. */
import { runCommandLine } from '../command-line.ts';

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', () => process.exit());

process.exitCode = await runCommandLine(process.argv.slice(2), {
  output: process.stdout,
  errors: process.stderr,
});
