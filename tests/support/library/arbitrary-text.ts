import { Buffer } from 'node:buffer';
import fc from 'fast-check';

/** How many inputs each property of the parser is tried with: `READOUT_PARSER_RUNS` or 1000. */
export const parserRuns = Number(process.env['READOUT_PARSER_RUNS'] ?? '1000');

const pieces = [
  ...['Particle.news', 'Download on the App Store', 'Hero image', 'HERO IMAGE', 'Image', 'image'],
  ...['Overview', 'OVERVIEW:', 'Translated Overview', 'The 5 Ws', 'Q&A', 'Quotes', 'Articles'],
  ...['Opposite Sides', 'Explain Like I’m 5', 'What Happens Next', 'Port of Valmar Reopens'],
  ...['---', '...', 'date: 2025-11-19', 'source: Harbour desk', 'title: Port', 'a: [b', '- a'],
  ...['FILE PHOTO:', 'FILE PHOTO: FILE PHOTO: x', 'REUTERS/', 'REUTERS/Ada Lorne', '()', '(', '/'],
  ...['Credit: x y', 'Photo Credit: Lotte Graben.', 'Pool via AP', 'via Getty Images', '•', '• •'],
  ...['', '', ' ', '\t', '\u00a0', '\ufeff', '\0', '\ud800', '\udc00x', '\u202e', '1.', '1) 2) 3)'],
] as const;

const sentences = [
  'Ships are moving again.',
  'The port reopened on Nov. 19',
  'Crews wait in Valmar, D.C., U.S., November 18, 2025.',
  'A pier (L) in “Valmar”, May 32, 2025.',
  'Бібліотека відкрила архів.',
  'جمهورية مرسال تفتتح',
  '港口在疏浚船沉没后关闭。',
  'x'.repeat(301),
] as const;

const credits = [
  ...['REUTERS/Ada Lorne', 'REUTERS/Ada Lorne/Pool/File Photo', 'Ada Lorne/Pool via REUTERS'],
  ...['(AP Photo/Ada Lorne, File)', 'Pool via AP', 'Ada Lorne / The Associated Press', 'REUTERS/1'],
  ...['Ada Lorne/AFP via Getty Images', 'AFP via Getty Images', 'Ada Lorne/Getty Images.'],
  ...['Credit: Mount Irel/L. Fennimore', 'Photo Credit: REUTERS/Ada Lorne', '(Photo by x)', ''],
] as const;

const markers = ['•', '◦', '–', '—', '-', '*', '1.', '23)', '  •', '\t\t▪', '•\u00a0'] as const;

/** Any text, lone surrogates and control characters included. */
export const anyString: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
);

/** A line as the grammar of stories has it, or nearly so. */
const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...pieces) },
  { weight: 2, arbitrary: fc.constantFrom(...sentences) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', 'FILE PHOTO: ', 'file photo:'),
        fc.constantFrom(...sentences),
        fc.constantFrom(' ', '', '. '),
        fc.constantFrom(...credits),
      )
      .map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...markers),
        fc.constantFrom(' ', '', '\t '),
        fc.constantFrom(...sentences),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: anyString },
);

const lineEnd = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('\n', '\n\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r', '\u0085', '\u2028', '\u2029', '\n\r') },
);

/**
 * Lines of every kind in any order, with line ends of every kind. None begins with a NUL: behind the
 * byte order mark of UTF-16 that is the one of UTF-32.
 */
export const storyLikeText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '\ufeff', '---\n', '---\ntitle: Port\ndate: 2025-11-19\n---\n'),
    fc.array(fc.tuple(line, lineEnd), { maxLength: 40 }),
    line,
  )
  .map(([start, lines, last]) => start + lines.flat().join('') + last)
  .filter((text) => !text.startsWith('\0'));

/** The bytes of a text that may hold lone surrogates, as UTF-16 with a byte order mark. */
export function utf16Of(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}
