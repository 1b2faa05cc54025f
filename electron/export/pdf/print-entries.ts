import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { EntrySource, WritingOptions } from '../format-writer.ts';
import { withPageFile } from './page-file.ts';
import type { PagePrinter, PaperOutcome } from './page-printer.ts';

/** Shows the system's dialog to print briefings with their notes, as the options say. */
export async function printEntries(
  entries: EntrySource,
  options: WritingOptions,
  { toPaper }: Pick<PagePrinter, 'toPaper'>,
): Promise<Result<PaperOutcome, Problem>> {
  try {
    return success(await withPageFile(entries, options, toPaper));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure({
      kind: 'stopped',
      message: `Nothing was printed. ${reason} You can save a PDF and print that.`,
    });
  }
}
