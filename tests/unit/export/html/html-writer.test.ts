import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import type { Annotation } from '../../../../electron/shared/model/annotation.ts';
import type { Briefing, Item } from '../../../../electron/shared/model/briefing.ts';
import { referenceTo } from '../../../../electron/shared/model/reference-to.ts';
import { exportEntries, passageOf } from '../../../support/export/entries.ts';
import { briefingOf, figureOf } from '../../shared/briefings.ts';
import { annotationOf, bookmarkOf, listingOf, markId } from '../../shared/marks.ts';
import { writtenHtml } from './written-html.ts';

const folder = '../../../fixtures/export/html';

function entryOf(briefing: Briefing | null, annotations: readonly Annotation[] = []): ExportEntry {
  return { reference: referenceTo(listingOf(1)), briefing, marks: { annotations, bookmarks: [] } };
}

function withItems(...items: readonly Partial<Item>[]): Briefing {
  const given = items.map((item): Item => ({ kind: 'bullet', text: '', marker: null, ...item }));
  return briefingOf({ figures: [], sections: [{ heading: 'Overview', items: given }] });
}

async function documentOf(
  entries: readonly ExportEntry[],
  changes: Parameters<typeof writtenHtml>[1] = {},
): Promise<Document> {
  return parseHTML(await writtenHtml(entries, changes)).document;
}

function textsOf(document: Document, selector: string): readonly (string | null)[] {
  return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

describe('htmlWriter', () => {
  it.each([
    ['with-text', {}],
    ['notes-alone', { withText: false }],
    ['book', { isBook: true }],
    ['book-of-notes', { isBook: true, withText: false }],
  ])('writes what it wrote before (%s)', async (name, changes) => {
    const html = await writtenHtml(exportEntries(), changes);
    await expect(html).toMatchFileSnapshot(`${folder}/${name}.html`);
  });

  it('may load and run nothing', async () => {
    const document = await documentOf(exportEntries());
    const [policy] = document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    );
    expect(document.querySelectorAll('script, link, iframe, img, object, form')).toHaveLength(0);
  });

  it('has no id twice, and every link inside of the page leads somewhere', async () => {
    const document = await documentOf(exportEntries(), { isBook: true });
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...document.querySelectorAll('a[href^="#"]')];
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(ids).toContain(link.getAttribute('href')?.slice(1));
  });

  it('goes through the entries as they come', async () => {
    const entries = exportEntries();
    const alone = await Promise.all(entries.map((entry) => writtenHtml([entry])));
    const together = await writtenHtml(entries);
    for (const html of alone) {
      expect(together).toContain(/<article[^]*<\/article>/.exec(html)?.[0]);
    }
  });
});

describe('highlights', () => {
  it('nest where they overlap, and keep the text', async () => {
    const briefing = withItems({ text: 'The ferry to Valmar left at noon.' });
    const on = (words: string) => passageOf(briefing, 'sections/0/items/0', words, null);
    const document = await documentOf([
      entryOf(briefing, [
        annotationOf(1, { target: on('ferry to Valmar'), color: 'yellow' }),
        annotationOf(2, { target: on('Valmar left'), color: 'blue' }),
        annotationOf(3, { target: on('at noon'), color: null }),
      ]),
    ]);
    expect(textsOf(document, '.text mark.yellow mark.blue')).toEqual(['Valmar']);
    expect(textsOf(document, '.text mark.noted')).toEqual(['at noon']);
    expect(document.querySelector('.text li')?.textContent).toBe(
      'The ferry to Valmar1 left2 at noon3.',
    );
  });

  it('go over several parts, with one number at the end', async () => {
    const briefing = withItems({ text: 'One ferry left.' }, { text: 'Another one stays.' });
    const target = {
      ...passageOf(briefing, 'sections/0/items/0', 'left.', null),
      quote: {
        type: 'TextQuoteSelector' as const,
        exact: 'left.\nAnother',
        prefix: 'One ferry ',
        suffix: ' one stays.',
      },
      position: { type: 'TextPositionSelector' as const, start: 10, end: 23 },
    };
    const document = await documentOf([
      entryOf(briefing, [annotationOf(1, { target, color: 'pink' })]),
    ]);
    expect(textsOf(document, '.text mark.pink')).toEqual(['left.', 'Another']);
    expect(textsOf(document, '.text sup')).toEqual(['1']);
    expect(document.querySelector('sup')?.previousElementSibling?.textContent).toBe('Another');
    expect(document.querySelectorAll(`#mark-${markId(1)}`)).toHaveLength(1);
  });

  it('go over the cells of a row', async () => {
    const briefing = withItems({ kind: 'row', text: 'Port\tShips\t12' });
    const target = passageOf(briefing, 'sections/0/items/0', 'rt\tShi', null);
    const document = await documentOf([
      entryOf(briefing, [annotationOf(1, { target, color: 'green' })]),
    ]);
    expect(textsOf(document, 'td')).toEqual(['Port\t', 'Shi1ps\t', '12']);
    expect(textsOf(document, 'td mark.green')).toEqual(['rt\t', 'Shi']);
  });

  it('are on the whole text of a part that is marked as a whole', async () => {
    const briefing = withItems({ text: 'See the site.' });
    const target = { kind: 'part', part: 'sections/0/items/0', quote: 'See the site.' } as const;
    const document = await documentOf([
      entryOf(briefing, [annotationOf(1, { target, color: 'blue' })]),
    ]);
    expect(textsOf(document, '.text mark.blue')).toEqual(['See the site.']);
    expect(document.querySelector(`#mark-${markId(1)}`)?.textContent).toBe('1');
  });
});

describe('the text', () => {
  it('has lists inside of lists, by their levels', async () => {
    const document = await documentOf([
      entryOf(
        withItems(
          { text: 'one' },
          { text: 'deep', level: 3 },
          { text: 'less deep', level: 2 },
          { text: 'two', marker: '2.' },
        ),
      ),
    ]);
    expect(textsOf(document, 'section.text > ul > li > .marker')).toEqual(['2.']);
    expect(document.querySelectorAll('section.text > ul > li')).toHaveLength(2);
    expect(textsOf(document, 'section.text > ul > li > ul > li:not(.bare)')).toEqual([
      expect.stringContaining('less deep'),
    ]);
    expect(textsOf(document, 'ul ul ul > li')).toEqual([expect.stringContaining('deep')]);
  });

  it('shows where links lead, and lets only safe ones be followed', async () => {
    const text = 'site letter script plain';
    const target = (address: string, start: number, end: number) => ({
      start,
      end,
      target: address,
    });
    const document = await documentOf([
      entryOf(
        withItems({
          text,
          links: [
            target('https://norland.example/a?b="c"', 0, 4),
            target('mailto:port@norland.example', 5, 11),
            target('javascript:alert(1)', 12, 18),
            target('http://norland.example/', 19, 24),
          ],
        }),
      ),
    ]);
    const addresses = [...document.querySelectorAll('.text a')].map((one) =>
      one.getAttribute('href'),
    );
    expect(addresses).toEqual([
      'https://norland.example/a?b=%22c%22',
      'mailto:port@norland.example',
    ]);
    expect(textsOf(document, '.dead-link')).toEqual(['script', 'plain']);
    expect(textsOf(document, '.target')).toEqual([
      'https://norland.example/a?b="c"',
      'mailto:port@norland.example',
      'javascript:alert(1)',
      'http://norland.example/',
    ]);
  });

  it('has local pictures in the file itself, and asks for no others', async () => {
    const asked: number[] = [];
    const briefing = briefingOf({ figures: [figureOf(), figureOf({ picture: 'quay.png' })] });
    const document = await documentOf([entryOf(briefing)], {
      picture: (_briefingId, figure) => {
        asked.push(figure);
        return Promise.resolve({ mediaType: 'image/png', bytes: new Uint8Array([137, 80, 78]) });
      },
    });
    expect(asked).toEqual([1]);
    const [picture] = document.querySelectorAll('img');
    expect(picture?.getAttribute('src')).toBe('data:image/png;base64,iVBO');
    expect(picture?.getAttribute('alt')).toBe('The ferry at the quay of Valmar.');
  });

  it.each([
    ['ar', 'ar'],
    ['zh-hant', 'zh-Hant'],
    ['" onload="', null],
    [null, null],
  ])('says its language if there is such a one (%s)', async (language, expected) => {
    const document = await documentOf([entryOf(briefingOf({ language }))]);
    expect(document.querySelector('header')?.getAttribute('lang')).toBe(expected);
  });

  it('has headings of which none is more than one rank below the one before', async () => {
    const sections = [4, 6, 2].map((level) => ({ heading: `rank ${level}`, level, items: [] }));
    const document = await documentOf([entryOf(briefingOf({ sections }))]);
    const ranks = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
      (one) => one.tagName,
    );
    expect(ranks).toEqual(['H1', 'H2', 'H3', 'H2']);
  });
});

describe('marks', () => {
  it('lists bookmarks, and links those that are in the text', async () => {
    const entry = entryOf(withItems({ text: 'Here.' }));
    const at = (part: string) => ({ place: { kind: 'part', part, quote: 'Here.' } }) as const;
    const bookmarks = [
      bookmarkOf(1),
      bookmarkOf(2, at('sections/0/items/0')),
      bookmarkOf(3, at('sections/7/items/0')),
    ];
    const document = await documentOf([{ ...entry, marks: { annotations: [], bookmarks } }]);
    expect(textsOf(document, '.bookmarks li bdi')).toEqual([
      'The whole briefing',
      'Overview, bullet 1',
      'Section 8, item 1',
    ]);
    expect(document.querySelectorAll('.bookmarks a')).toHaveLength(1);
  });

  it('are all there without the text', async () => {
    const document = await documentOf(exportEntries(), { withText: false });
    expect(document.querySelectorAll('li.note')).toHaveLength(8);
    expect(textsOf(document, '.number')).toEqual(['1', '2', '3', '4', '5', '1', '2', '1']);
    expect(document.querySelectorAll('.row, sup')).toHaveLength(0);
    expect(textsOf(document, '.note .color')).toContain('Claim');
  });
});
