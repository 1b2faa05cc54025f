import type { IParagraphStyleOptions, IStylesOptions } from 'docx';

type Look = Pick<IParagraphStyleOptions, 'paragraph' | 'run'>;

const textFont = 'Calibri';
const codeFont = 'Courier New';
const ink = '1F2328';
const quietInk = '57606A';

/** Spacing around a paragraph, in twentieths of a point. */
function spaced(
  before: number,
  after: number,
): { readonly spacing: { before: number; after: number } } {
  return { spacing: { before, after } };
}

/** `size` in half points, `before` in twentieths of a point. */
function heading(size: number, before: number): Look {
  return {
    run: { size, bold: true, color: ink },
    paragraph: { keepNext: true, keepLines: true, ...spaced(before, 80) },
  };
}

function style(
  id: string,
  name: string,
  { paragraph = {}, run = {} }: Look,
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, paragraph, run };
}

const quiet = { size: 18, color: quietInk } as const;

/** The styles of lists, by the names that Word has for them. */
const listStyles: readonly IParagraphStyleOptions[] = ['Bullet', 'Number'].flatMap((kind) =>
  ['', '2', '3', '4', '5'].map((rank) =>
    style(`List${kind}${rank}`, `List ${kind} ${rank}`.trim(), { paragraph: spaced(0, 60) }),
  ),
);

const textStyles: readonly IParagraphStyleOptions[] = [
  style('Subtitle', 'Subtitle', {
    run: { size: 26, color: quietInk },
    paragraph: spaced(160, 160),
  }),
  style('Facts', 'Briefing Facts', { run: quiet, paragraph: spaced(0, 20) }),
  style('Quote', 'Quote', {
    run: { italics: true },
    paragraph: {
      ...spaced(80, 120),
      indent: { start: 567, end: 567 },
      border: { left: { style: 'single', size: 12, space: 8, color: 'C4CAD0' } },
    },
  }),
  style('HTMLPreformatted', 'HTML Preformatted', {
    run: { font: codeFont, size: 18, noProof: true },
    paragraph: { ...spaced(80, 120), shading: { type: 'clear', color: 'auto', fill: 'F3F4F6' } },
  }),
  style('Figure', 'Figure', { paragraph: { keepNext: true, ...spaced(160, 60) } }),
  style('TableText', 'Table Text', { paragraph: spaced(0, 0) }),
  style('TableHeading', 'Table Heading', { run: { bold: true }, paragraph: spaced(0, 0) }),
  style('TableEnd', 'Table End', { run: { size: 12 }, paragraph: spaced(0, 0) }),
];

const noteStyles: readonly IParagraphStyleOptions[] = [
  style('NoteHead', 'Note Head', { run: quiet, paragraph: { keepNext: true, ...spaced(200, 40) } }),
  style('CommentText', 'annotation text', { run: { size: 20 }, paragraph: spaced(0, 60) }),
];

const bookStyles: readonly IParagraphStyleOptions[] = [
  style('TitleFacts', 'Title Facts', {
    run: { size: 26, color: quietInk },
    paragraph: { alignment: 'center', ...spaced(0, 80) },
  }),
  style('ContentsHeading', 'TOC Heading', heading(36, 0)),
  style('IndexEntry', 'Index Entry', { paragraph: { keepNext: true, ...spaced(80, 40) } }),
  style('PageFoot', 'Page Foot', { run: quiet, paragraph: { alignment: 'center' } }),
];

/** The styles of every document. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: textFont, size: 22, color: ink },
      paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
    },
    title: {
      run: { size: 60, bold: true, color: ink },
      paragraph: { alignment: 'center', ...spaced(4000, 240) },
    },
    heading1: heading(40, 0),
    heading2: heading(30, 320),
    heading3: heading(26, 260),
    heading4: heading(24, 220),
    heading5: heading(22, 200),
    heading6: { ...heading(22, 200), run: { size: 22, italics: true, color: ink } },
    caption: { run: { ...quiet, italics: false }, paragraph: spaced(0, 200) },
  },
  paragraphStyles: [...textStyles, ...listStyles, ...noteStyles, ...bookStyles],
  characterStyles: [{ id: 'CommentMark', name: 'annotation reference', run: { size: 16 } }],
};
