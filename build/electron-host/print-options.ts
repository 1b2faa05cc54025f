import type { PrintToPDFOptions } from 'electron';
import type { CdpValue } from './cdp.ts';
import { notProvided } from './loud.ts';

/** Inches, as Chromium's protocol counts paper: width and height of an upright page. */
const paperSizes: Readonly<Record<string, readonly [number, number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
};

function paperOf(pageSize: PrintToPDFOptions['pageSize'] = 'Letter'): readonly [number, number] {
  if (typeof pageSize !== 'string') return [pageSize.width, pageSize.height];
  return paperSizes[pageSize] ?? notProvided(`printToPDF with pageSize ${pageSize}`);
}

/**
 * Electron's options of `printToPDF` as parameters of the command that makes a PDF.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Page/#method-printToPDF
 */
export function printParameters(options: PrintToPDFOptions): CdpValue {
  if (options.margins !== undefined) notProvided('printToPDF with margins');
  const [paperWidth, paperHeight] = paperOf(options.pageSize);
  return {
    paperWidth,
    paperHeight,
    landscape: options.landscape ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    pageRanges: options.pageRanges ?? '',
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
  };
}
