import type { FormatWriter } from '../format-writer.ts';
import { withPageFile } from './page-file.ts';
import type { PagePrinter } from './page-printer.ts';

/** Writes PDF by printing the HTML of the same export. A PDF is made as a whole: it is one piece. */
export function createPdfWriter({ toPdf }: Pick<PagePrinter, 'toPdf'>): FormatWriter {
  return async function* write(entries, options) {
    yield await withPageFile(entries, options, toPdf);
  };
}
