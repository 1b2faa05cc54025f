import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import { writeFileAtomically } from '../export/write-file-atomically.ts';
import { writeMarkdown } from '../shared/export/markdown.ts';
import { entriesOf } from './entries.ts';
import type { FolderOptions } from './library.ts';
import { CommandFailure } from './failure.ts';
import type { Streams } from './streams.ts';

/** `readout export`: the marks on the briefings of a folder as one file, or on standard output. */
export async function exportNotes(
  options: FolderOptions & { readonly format: string; readonly out: string },
  streams: Streams,
): Promise<void> {
  if (options.format !== 'markdown') {
    throw new InvalidArgumentError(
      `There is no format “${options.format}”. The format is markdown.`,
    );
  }
  const entries = await entriesOf(options);
  if (entries.length === 0)
    throw new CommandFailure('There are no notes and no bookmarks on these briefings.');
  const text = writeMarkdown(entries);
  if (options.out === '-') {
    streams.output.write(text);
    return;
  }
  const written = await writeFileAtomically(
    path.resolve(options.out),
    new TextEncoder().encode(text),
  );
  if (!written.ok) throw new CommandFailure(written.problem.message);
}
