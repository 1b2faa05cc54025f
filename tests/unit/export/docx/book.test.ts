import { describe, expect, it } from 'vitest';
import { exportEntries, hostileHeadline } from '../../../support/export/entries.ts';
import { entryWith } from './entry-with.ts';
import { openedDocument } from './opened-document.ts';

const book = { isBook: true, title: 'All of <Norland>' } as const;

describe('a book', () => {
  it('has a title page', async () => {
    const { paragraphs } = await openedDocument(exportEntries(), book);
    expect(paragraphs.slice(0, 3).map(({ style, text }) => [style, text])).toEqual([
      ['Title', 'All of <Norland>'],
      ['TitleFacts', '2026-03-06'],
      ['TitleFacts', '3 briefings, 8 notes, 3 bookmarks'],
    ]);
  });

  it('has contents as a field with an entry for each briefing that leads there', async () => {
    const { body, paragraphs } = await openedDocument(exportEntries(), book);
    expect(body).toContain(
      '<w:instrText xml:space="preserve">TOC \\h \\o &quot;1-1&quot;</w:instrText>',
    );
    const entries = paragraphs.filter(({ style }) => style === 'TOC1');
    const headlines = paragraphs.filter(({ style }) => style === 'Heading1');
    expect(entries.map(({ text }) => text.trim())).toEqual([
      'Ferries of Norland, part 1',
      hostileHeadline,
      'Bridges of Norland close',
      'Index of tags',
    ]);
    for (const [index, { xml }] of entries.entries()) {
      const place = /w:anchor="(\w+)"/.exec(xml)?.[1] ?? 'none';
      expect(xml).toContain(`PAGEREF ${place} \\h`);
      expect(headlines[index]?.xml).toContain(`<w:bookmarkStart w:name="${place}"`);
    }
  });

  it('begins a page for each briefing, and numbers the pages', async () => {
    const { body, paragraphs, parts } = await openedDocument(exportEntries(), book);
    const headlines = paragraphs.filter(({ style }) => style === 'Heading1');
    expect(headlines.map(({ xml }) => xml.includes('<w:pageBreakBefore/>'))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(body).toContain('<w:titlePg/>');
    expect(parts.get('word/footer1.xml')).toContain('PAGE');
  });

  it('has an index of tags that leads to the briefings and notes', async () => {
    const { body, paragraphs } = await openedDocument(exportEntries(), book);
    const from = paragraphs.findIndex(
      ({ style, text }) => style === 'Heading1' && text === 'Index of tags',
    );
    const index = paragraphs.slice(from + 1);
    const hostileNote = '<img src=x onerror=alert(1)>, paragraph 1: & “quotes” </p>]]>';
    expect(index.map(({ style, text }) => [style, text])).toEqual([
      ['Heading2', '<b>'],
      ['IndexEntry', hostileHeadline],
      ['ListBullet', hostileNote],
      ['Heading2', '=1+1'],
      ['IndexEntry', hostileHeadline],
      ['ListBullet', hostileNote],
      ['Heading2', 'travel/sea'],
      ['IndexEntry', 'Ferries of Norland, part 1'],
      ['ListBullet', 'The whole briefing: Ask the *harbour* office. - when - why'],
      ['ListBullet', 'Overview, bullet 1: Valmar left at noon'],
      ['Heading2', 'Überfahrt'],
      ['IndexEntry', 'Ferries of Norland, part 1'],
      ['ListBullet', 'The whole briefing: Ask the *harbour* office. - when - why'],
    ]);
    for (const { style, xml } of index) {
      if (style === 'Heading2') continue;
      const place = /w:anchor="(\w+)"/.exec(xml)?.[1] ?? 'none';
      expect(body).toContain(`<w:bookmarkStart w:name="${place}"`);
    }
  });

  it('has notes alone in it where the text is not wanted, with the same index', async () => {
    const texts = async (withText: boolean): Promise<readonly string[]> => {
      const { paragraphs } = await openedDocument(exportEntries(), { ...book, withText });
      const all = paragraphs.map(({ text }) => text);
      return all.slice(all.lastIndexOf('Index of tags'));
    };
    expect(await texts(false)).toEqual(await texts(true));
  });

  it('has no index without tags', async () => {
    const { paragraphs } = await openedDocument([entryWith({})], book);
    expect(paragraphs.map(({ text }) => text)).not.toContain('Index of tags');
    expect(paragraphs[2]?.text).toBe('1 briefing, 0 notes, 0 bookmarks');
  });
});
