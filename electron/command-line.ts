import { CommanderError } from 'commander';
import type { FormatWriter } from './export/format-writer.ts';
import { createProgram } from './command-line/program.ts';
import { CommandFailure } from './command-line/failure.ts';
import type { Streams } from './command-line/streams.ts';

/** The commands that run without a window. */
const commands: ReadonlySet<string> = new Set([
  'parse',
  'anchor',
  'index',
  'search',
  'list',
  'notes',
  'export',
  'import',
  'backup',
  'restore',
  'help',
]);

const flags: ReadonlySet<string> = new Set(['--help', '-h', '--version']);

/** Whether the program was asked for one of its commands instead of its window. */
export function isCommandLine(args: readonly string[]): boolean {
  const first = args[0];
  return first !== undefined && (commands.has(first) || flags.has(first));
}

/** One line, whatever is in it. */
function oneLine(text: string): string {
  return text
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/**
 * Runs a command and resolves with its exit code: 0 done, 1 the job failed, 2 wrong usage. What went
 * wrong is one line on `errors`. Needs neither a display nor a browser, but for PDF.
 *
 * @param pdfWriter `null` where there is no browser.
 */
export async function runCommandLine(
  args: readonly string[],
  streams: Streams,
  pdfWriter: FormatWriter | null = null,
): Promise<number> {
  try {
    await createProgram(streams, pdfWriter).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommandFailure) {
      streams.errors.write(`readout: ${oneLine(error.message)}\n`);
      return 1;
    }
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      // Commander has no message for this one: it would have shown its help.
      const message = error.code === 'commander.help' ? 'No command is named.' : error.message;
      streams.errors.write(`readout: ${oneLine(message)} Try “readout --help”.\n`);
      return 2;
    }
    streams.errors.write(
      `readout: ${oneLine(error instanceof Error ? error.message : String(error))}\n`,
    );
    return 1;
  }
}
