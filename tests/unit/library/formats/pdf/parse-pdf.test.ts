import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePdf } from '../../../../../electron/library/formats/pdf/parse-pdf.ts';
import { type Briefing, briefingSchema } from '../../../../../electron/shared/model/briefing.ts';
import { modifiedAt } from '../../../../support/library/parsing.ts';
import {
  type PdfPage,
  type PdfTraits,
  paragraph,
  writePdf,
} from '../../../../support/library/write-pdf.ts';
import { example } from '../../../../fixtures/formats/pdf/port.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../../fixtures/formats/pdf');

async function parse(
  pages: readonly PdfPage[],
  traits: PdfTraits = {},
  fileName = 'a.pdf',
): Promise<Briefing> {
  const bytes = writePdf(pages, traits);
  const parsed = await parsePdf({ bytes, fileName, modifiedAt, pictures: [] });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  expect(briefingSchema.safeParse(parsed.value).success).toBe(true);
  return parsed.value;
}

/** The items of every section. */
function itemsOf({ sections }: Briefing): readonly string[] {
  return sections.flatMap(({ items }) => items.map(({ text }) => text));
}

const wide = 'Ships are moving again after the salvage of the dredger that blocked the only way';

describe('a PDF', () => {
  it('has headline, paragraphs, headings, bullets, links and pages', async () => {
    const expected: unknown = JSON.parse(
      readFileSync(path.join(fixtures, 'port.expected.json'), 'utf8'),
    );
    expect(await parse(example, { created: 'D:20251119120000Z' })).toEqual(expected);
  });

  it('is read the same each time', async () => {
    expect(await parse(example)).toEqual(await parse(example));
  });

  it.each([
    ['the largest line on top', [{ text: 'Port', y: 770, size: 20 }], { title: 'Other' }, 'Port'],
    ['the title', [], { title: 'Port  Reopens' }, 'Port Reopens'],
    ['the file name for a title that says nothing', [], { title: 'Microsoft Word - x' }, 'a'],
    ['the file name for a title that is one', [], { title: 'draft.docx' }, 'a'],
    ['the file name', [], {}, 'a'],
  ])('has for a headline %s', async (_name, top, traits, headline) => {
    const lines = [...top, ...paragraph(700, [wide, wide])];
    expect((await parse([{ lines }], traits)).headline).toBe(headline);
  });

  it('does not say a title twice', async () => {
    const lines = [{ text: 'Port Reopens!', y: 770 }, ...paragraph(700, [wide])];
    const briefing = await parse([{ lines }], { title: 'Port reopens' });
    expect(briefing.headline).toBe('Port reopens');
    expect(itemsOf(briefing)).toEqual([wide]);
  });

  it.each([
    ['the file name', 'D:20251118', '2025-11-17 a.pdf', 'file name', '2025-11-17'],
    ['what it says of itself', 'D:20251118', 'a.pdf', 'front matter', '2025-11-18'],
    ['its time of change', undefined, 'a.pdf', 'file time', '2025-11-20'],
    ['its time of change for nonsense', 'D:20251399', 'a.pdf', 'file time', '2025-11-20'],
  ])('has its date from %s', async (_name, created, fileName, provenance, value) => {
    const traits = created === undefined ? {} : { created };
    const { date } = await parse([{ lines: [{ text: 'A', y: 700 }] }], traits, fileName);
    expect(date).toMatchObject({ provenance, value });
  });

  it.each([
    [
      'drops the hyphen of a broken word',
      ['It was the insur-', 'ers who paid.'],
      'It was the insurers who paid.',
    ],
    ['keeps it before a capital', ['It is Franco-', 'German.'], 'It is Franco-German.'],
    [
      'keeps it where the word has it elsewhere',
      ['The air-', 'force and the air-force.'],
      'The air-force and the air-force.',
    ],
    ['puts a space between whole words', ['It was', 'there.'], 'It was there.'],
    ['puts none behind a dash', ['It was there\u2014', 'once.'], 'It was there\u2014once.'],
  ])('%s at a line end', async (_name, lines, expected) => {
    expect(itemsOf(await parse([{ lines: paragraph(700, lines) }]))).toEqual([expected]);
  });

  it.each([
    ['a gap', [...paragraph(700, [wide, wide]), ...paragraph(655, [wide, wide])]],
    [
      'an indent',
      [
        ...paragraph(700, [wide, `${wide}.`]),
        { text: wide, x: 90, y: 671.4 },
        { text: wide, y: 657.1 },
      ],
    ],
    ['a short last line', paragraph(700, [wide, 'It did.', wide, 'It did.'])],
  ])('begins a paragraph behind %s', async (_name, lines) => {
    expect(itemsOf(await parse([{ lines }]))).toHaveLength(2);
  });

  it('puts the pieces of a line together', async () => {
    const lines = [
      { text: 'Ships', x: 72, y: 700 },
      { text: 'moving', x: 103, y: 700 },
      { text: '.', x: 138.5, y: 700 },
    ];
    expect(itemsOf(await parse([{ lines }]))).toEqual(['Ships moving.']);
  });
});

describe('a PDF with less', () => {
  it('than text is one of pictures', async () => {
    const { headline, sections, warnings } = await parse([{ lines: [] }, { lines: [] }]);
    expect([headline, sections]).toEqual(['a', []]);
    expect(warnings).toEqual([
      {
        kind: 'empty',
        message:
          'This PDF has no text, only pictures of its pages. Open it in another program, or have its text recognised.',
      },
    ]);
  });

  it('on some of its pages says so', async () => {
    const { warnings } = await parse([{ lines: [{ text: 'A', y: 700 }] }, { lines: [] }]);
    expect(warnings).toEqual([
      {
        kind: 'left out',
        message: '1 of its 2 pages have no text; pictures of pages are not shown.',
      },
    ]);
  });
});

describe('what cannot be read', () => {
  const pages = [{ lines: [{ text: 'A', y: 700 }] }];

  it.each([
    [
      'has a password',
      writePdf(pages, { isEncrypted: true }),
      'It is protected by a password. Save a copy without one.',
    ],
    ['is empty', new Uint8Array(), 'It is damaged, or no PDF.'],
    ['is something else', new Uint8Array(1000), 'It is damaged, or no PDF.'],
    ['ends in its middle', Buffer.from('%PDF-1.4\n1 0 obj\n<<'), 'It is damaged, or no PDF.'],
  ])('%s', async (_name, bytes, reason) => {
    expect(await parsePdf({ bytes, fileName: 'a.pdf', modifiedAt, pictures: [] })).toEqual({
      ok: false,
      problem: { kind: 'unreadable', message: `a.pdf cannot be read. ${reason}` },
    });
  });
});
