import { describe, expect, it } from 'vitest';
import { exportEntries, hostileHeadline } from '../../../support/export/entries.ts';
import type { Picture } from '../../../../electron/shared/model/listing.ts';
import { figureOf } from '../../shared/briefings.ts';
import { annotationOf } from '../../shared/marks.ts';
import { annotationOn, entryWith } from './entry-with.ts';
import { documentBytes, openedDocument } from './opened-document.ts';
import { pngOf } from './pictures.ts';

const bullets = {
  heading: 'Lists',
  items: [
    { kind: 'bullet', text: 'first', marker: '1.' },
    { kind: 'bullet', text: 'inner', marker: '–', level: 2 },
    { kind: 'bullet', text: 'second', marker: '2.' },
    { kind: 'bullet', text: 'third', marker: '(iii)' },
    { kind: 'paragraph', text: 'between', marker: null },
    { kind: 'bullet', text: 'fifth', marker: '5)' },
  ],
} as const;

describe('the text of a document', () => {
  it('has headings, styles and all words of the briefing in their order', async () => {
    const { paragraphs } = await openedDocument(exportEntries().slice(0, 1));
    expect(paragraphs.map(({ style, text }) => [style, text])).toEqual([
      ['Heading1', 'Ferries of Norland, part 1'],
      ['Facts', 'Source: Harbour Post'],
      ['Facts', 'Date: 2026-03-04 (from the front matter)'],
      ['Facts', 'File: ferries-1.txt'],
      ['Subtitle', 'The storm is over.'],
      ['Caption', 'The ferry at the quay of Valmar. (Reuters / Ada Berg)'],
      ['Caption', 'Figure 2 (uncredited)'],
      ['Heading2', 'Overview'],
      ['ListBullet', 'The ferry to Valmar left at noon.'],
      ['ListBullet', 'The ferry to Norland stays in port.'],
      ['Normal', 'More follows.'],
      ['Heading2', 'Bookmarks'],
      ['ListBullet', 'The whole briefing · 2026-03-05 10:00 UTC'],
      [
        'ListBullet',
        'Overview, bullet 2 · 2026-03-05 10:01 UTC: The ferry to Norland stays in port.',
      ],
    ]);
  });

  it('begins a page for each briefing but the first', async () => {
    const { paragraphs } = await openedDocument(exportEntries());
    const headlines = paragraphs.filter(({ style }) => style === 'Heading1');
    expect(headlines.map(({ xml }) => xml.includes('<w:pageBreakBefore/>'))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('honours the levels of headings, quotations and bullets', async () => {
    const items = [
      { kind: 'quote', text: 'said', marker: null },
      { kind: 'quote', text: 'answered', marker: null, level: 2 },
      { kind: 'bullet', text: 'deep', marker: '•', level: 8 },
    ] as const;
    const { paragraphs } = await openedDocument([
      entryWith({ sections: [{ heading: 'Deep', level: 4, items }] }),
    ]);
    const [heading, said, answered, deep] = paragraphs.slice(-4);
    expect([heading?.style, said?.style, deep?.style]).toEqual([
      'Heading4',
      'Quote',
      'ListBullet5',
    ]);
    expect(said?.xml).toContain('w:start="567"');
    expect(answered?.xml).toContain('w:start="1134"');
    expect(deep?.xml).toContain('<w:ilvl w:val="7"/>');
  });

  it('goes on with numbers as the briefing does', async () => {
    const { paragraphs, parts } = await openedDocument([entryWith({ sections: [bullets] })]);
    const [first, inner, second, third, , fifth] = paragraphs.slice(-6);
    const listOf = (xml = ''): string => /<w:numId w:val="(\d+)"\/>/.exec(xml)?.[1] ?? 'none';
    expect(inner?.style).toBe('ListBullet2');
    expect(listOf(second?.xml)).toBe(listOf(first?.xml));
    expect(listOf(fifth?.xml)).not.toBe(listOf(first?.xml));
    expect(third?.text).toBe('(iii)\tthird');
    expect(parts.get('word/numbering.xml')).toContain('<w:start w:val="5"/>');
    expect(parts.get('word/numbering.xml')).toContain('<w:lvlText w:val="%1)"/>');
  });

  it('makes a table of rows that follow each other', async () => {
    const cells = (isHeading: boolean) => [
      { start: 0, end: 4, isHeading },
      { start: 5, end: 9, isHeading },
    ];
    const items = [
      { kind: 'row', text: 'Port\tSail', marker: null, cells: cells(true) },
      { kind: 'row', text: 'Vale\t1234', marker: null, cells: cells(false) },
    ] as const;
    const { body } = await openedDocument([entryWith({ sections: [{ heading: null, items }] })]);
    expect(body.match(/<w:tbl>/g)).toHaveLength(1);
    expect(body.match(/<w:tr>.*?<\/w:tr>/gs)?.[0]).toContain('<w:tblHeader/>');
    const texts = [...body.matchAll(/<w:tc>.*?<w:t [^>]*>([^<]*)</gs)].map(([, text]) => text);
    expect(texts).toEqual(['Port', 'Sail', 'Vale', '1234']);
  });

  it('keeps the lines and the spaces of code', async () => {
    const items = [{ kind: 'code', text: 'if a:\n\tb  =  1', marker: null }] as const;
    const { paragraphs } = await openedDocument([
      entryWith({ sections: [{ heading: null, items }] }),
    ]);
    expect(paragraphs.at(-1)).toMatchObject({ style: 'HTMLPreformatted', text: items[0].text });
  });

  it('sets right to left what is written so', async () => {
    const { paragraphs } = await openedDocument([
      entryWith({ language: 'ar', dek: 'انتهت العاصفة.' }),
    ]);
    const dek = paragraphs.find(({ style }) => style === 'Subtitle');
    expect(dek?.xml).toContain('<w:bidi/>');
    expect(dek?.xml).toContain('<w:rtl/>');
    expect(paragraphs.find(({ style }) => style === 'Facts')?.xml).not.toContain('<w:bidi/>');
  });

  it('comes out as text whatever is in it', async () => {
    const { paragraphs } = await openedDocument(exportEntries().slice(1, 2));
    const texts = paragraphs.map(({ text }) => text);
    expect(texts).toContain(hostileHeadline);
    expect(texts).toContain('<img src=x onerror=alert(1)>');
    expect(texts).toContain('@SUM(A1) \\input{x} & “quotes” </p>]]> \u202ertl');
    expect(texts).toContain('let a = "```";\n<b>');
    expect(texts).toContain('See the site (javascript:alert(1)) for more.');
  });

  it('loses characters that XML forbids, and words that the library would replace stay', async () => {
    const dek = 'a\0b\u001bc\ufffed {bullets-0} {numbers from 1.-1} e\ud800f';
    const { paragraphs } = await openedDocument([entryWith({ dek, sections: [bullets] })]);
    expect(paragraphs.find(({ style }) => style === 'Subtitle')?.text).toBe(
      'abcd {bullets-0} {numbers from 1.-1} e\ufffdf',
    );
  });
});

describe('links of a document', () => {
  const text = 'Site, mail, http and script.';
  const targets = [
    ['Site', 'https://example.org/?a=1&b=2#part'],
    ['mail', 'mailto:ada@example.org'],
    ['http', 'http://example.org/'],
    ['script', 'javascript:alert(1)'],
  ] as const;
  const links = targets.map(([words, target]) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, target };
  });
  const sections = [
    { heading: null, items: [{ kind: 'paragraph', text, marker: null, links }] },
  ] as const;

  it('lead only to addresses that the app would open', async () => {
    const { body, paragraphs, parts } = await openedDocument([entryWith({ sections })]);
    const relations = parts.get('word/_rels/document.xml.rels') ?? '';
    expect(body.match(/<w:hyperlink /g)).toHaveLength(2);
    expect(relations.match(/Target="[^"]*" TargetMode="External"/g)).toEqual([
      'Target="https://example.org/?a=1&amp;b=2#part" TargetMode="External"',
      'Target="mailto:ada@example.org" TargetMode="External"',
    ]);
    expect(paragraphs.at(-1)?.text).toBe(
      'Site, mail, http (http://example.org/) and script (javascript:alert(1)).',
    );
  });

  it('keep the highlights on their words', async () => {
    const marks = [
      annotationOn(1, { sections }, 'sections/0/items/0', 'Site, ma', { color: 'green' }),
    ];
    const { paragraphs } = await openedDocument([entryWith({ sections }, marks)]);
    expect(paragraphs.at(-1)?.shaded.map((run) => run.text)).toEqual(['Site', ', ', 'ma']);
  });
});

describe('a document without text', () => {
  it('has the facts and the notes with quotes, tags and words', async () => {
    const { comments, paragraphs } = await openedDocument(exportEntries().slice(0, 1), {
      withText: false,
    });
    const texts = paragraphs.map(({ text }) => text);
    expect(comments).toEqual([]);
    expect(texts.slice(0, 2)).toEqual(['Ferries of Norland, part 1', 'Source: Harbour Post']);
    expect(texts).toContain('Overview, bullet 1 · Claim · #travel/sea · 2026-03-05 10:03 UTC');
    expect(texts).toContain('Valmar left at noon');
    expect(texts).toContain('Overlaps the one before it.');
    expect(texts).toContain('Overview, bullet 1 · Yellow · 2026-03-05 10:02 UTC');
    expect(texts).not.toContain('More follows.');
  });

  it('says so where there is nothing', async () => {
    const texts = async (
      entries: Parameters<typeof openedDocument>[0],
    ): Promise<readonly string[]> =>
      (await openedDocument(entries, { withText: false })).paragraphs.map(({ text }) => text);
    expect(await texts([entryWith({})])).toContain('No notes and no bookmarks.');
    expect(await texts([])).toEqual(['There is nothing in this export.']);
  });
});

describe('too much for a document', () => {
  const refusal = 'Export fewer briefings at once, or a file for each.';

  it('is refused with what to do', async () => {
    const item = { kind: 'paragraph', text: 'a', marker: null } as const;
    const items = Array.from({ length: 80_000 }, () => item);
    const entry = entryWith({ sections: [{ heading: null, items }] });
    await expect(documentBytes([entryWith({}), entry])).rejects.toThrow(refusal);
    await expect(documentBytes([entry], { withText: false })).resolves.toBeInstanceOf(Uint8Array);
  });

  it('may be a table or a note', async () => {
    const text = 'a\t'.repeat(79_999);
    const row = { kind: 'row', text, marker: null } as const;
    const table = entryWith({ sections: [{ heading: null, items: [row] }] });
    await expect(documentBytes([table])).rejects.toThrow(refusal);
    const noted = entryWith({}, [annotationOf(1, { note: 'a\n'.repeat(80_000) })]);
    await expect(documentBytes([noted], { withText: false })).rejects.toThrow(refusal);
  });

  it('may be its pictures', async () => {
    const bytes = new Uint8Array(200_000_001);
    bytes.set(pngOf(2, 1));
    const entry = entryWith({ figures: [figureOf({ picture: 'embedded:0' })] });
    const picture = (): Promise<Picture> => Promise.resolve({ mediaType: 'image/png', bytes });
    await expect(documentBytes([entry], { picture })).rejects.toThrow(refusal);
  });
});
