import type { DocumentWriter } from '../document-writer.ts';
import { attributeOf, type PageNode } from './page-node.ts';

/** What an element makes of the words in it. */
export interface ElementWriter {
  readonly open: (writer: DocumentWriter, node: PageNode) => void;
  readonly close: (writer: DocumentWriter) => void;
}

/** The address of a link; `null` for a mark, and for a place on the same page. */
function targetOf(link: PageNode): string | null {
  const target = attributeOf(link, 'href')?.trim() ?? '';
  return target === '' || target.startsWith('#') ? null : target;
}

function heading(rank: number): ElementWriter {
  return {
    open: (writer) => {
      writer.openHeading();
    },
    close: (writer) => {
      writer.closeHeading(rank);
    },
  };
}

const block: ElementWriter = {
  open: (writer) => {
    writer.boundary();
  },
  close: (writer) => {
    writer.boundary();
  },
};

const code: ElementWriter = {
  open: (writer) => {
    writer.openCode();
  },
  close: (writer) => {
    writer.closeCode();
  },
};

/** Elements that begin and end a block and say nothing more. */
const blockNames =
  'address article aside body caption center dd details dialog div dl dt fieldset footer form ' +
  'header hgroup hr html legend main nav option p search section summary table tbody td tfoot ' +
  'th thead tr';

/**
 * What elements make of their words, except lists and tables of data. All others are part of the
 * line that they stand in.
 */
export const elementWriters: ReadonlyMap<string, ElementWriter> = new Map<string, ElementWriter>([
  ...blockNames.split(' ').map((name) => [name, block] as const),
  ...['pre', 'listing', 'xmp', 'plaintext'].map((name) => [name, code] as const),
  ...[1, 2, 3, 4, 5, 6].map((rank) => [`h${rank}`, heading(rank)] as const),
  [
    'br',
    {
      open: (writer) => {
        writer.lineBreak();
      },
      close: () => undefined,
    },
  ],
  [
    'a',
    {
      open: (writer, node) => {
        writer.openLink(targetOf(node));
      },
      close: (writer) => {
        writer.closeLink();
      },
    },
  ],
  [
    'blockquote',
    {
      open: (writer) => {
        writer.openQuote();
      },
      close: (writer) => {
        writer.closeQuote();
      },
    },
  ],
  [
    'figure',
    {
      open: (writer) => {
        writer.openFigure();
      },
      close: (writer) => {
        writer.closeFigure();
      },
    },
  ],
  [
    'figcaption',
    {
      open: (writer) => {
        writer.openCaption();
      },
      close: (writer) => {
        writer.closeCaption();
      },
    },
  ],
]);
