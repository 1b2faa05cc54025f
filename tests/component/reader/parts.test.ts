import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { bullet, figure, openedBriefing, section } from '../support/stories.ts';
import { article, partWith, read, texts } from './reading.ts';

/** The parts from top to bottom, as words. */
function partsOnScreen(): readonly string[] {
  return [...article.element().querySelectorAll('h1, h1 + p, figcaption > :first-child, h2, li')]
    .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
    .map((part) => part.textContent.trim());
}

/** What stands before an item's words: its number, nothing for a dot, `none` for neither. */
function markerOf(words: string): string {
  const { content } = getComputedStyle(partWith(words).element(), '::before');
  return content.replaceAll('"', '');
}

/** The line at the end. */
const colophon = article.getByText(/ferries-1\.txt/);

describe('the text of a briefing', () => {
  it('has the headline, the dek, the figures and the sections one under the other', async () => {
    await read({ figures: [figure()] });
    expect(partsOnScreen()).toEqual([
      texts.headline,
      texts.dek,
      'The ferry Alkyon leaves the harbour of Norland.',
      'Overview',
      texts.bullet,
      texts.secondBullet,
      'Reactions',
      'The mayor called it a good morning for the islands.',
    ]);
  });

  it('is an article named by its headline, and by nothing else', async () => {
    await read({ figures: [figure()] });
    await expect.element(article).toHaveAccessibleName(texts.headline);
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveAccessibleName(texts.headline);
  });

  it('has a region for every section, named by its heading', async () => {
    await read();
    const regions = article.getByRole('region');
    await expect.element(regions).toHaveLength(2);
    await expect.element(regions.nth(0)).toHaveAccessibleName('Overview');
    await expect.element(regions.nth(1)).toHaveAccessibleName('Reactions');
    await expect
      .element(article.getByRole('region', { name: 'Overview' }).getByRole('heading', { level: 2 }))
      .toHaveAccessibleName('Overview');
  });

  it('tells sections with the same heading apart by what is in them', async () => {
    await read({
      sections: [section('Overview', 'The first.'), section('Overview', 'The second.')],
    });
    const regions = article.getByRole('region', { name: 'Overview' });
    await expect.element(regions.nth(0)).toMatchTextContent('The first.');
    await expect.element(regions.nth(1)).toMatchTextContent('The second.');
  });

  it('shows text that stands before any heading, without one', async () => {
    await read({ sections: [section(null, 'A line before every heading.'), section('Overview')] });
    await expect.element(partWith('A line before every heading.')).toBeVisible();
    await expect.element(article.getByRole('heading', { level: 2 })).toHaveLength(1);
    await expect.element(article.getByRole('region')).toHaveLength(1);
  });

  it('has no dek where there is none, and needs no section', async () => {
    await read({ dek: null, sections: [] });
    expect(partsOnScreen()).toEqual([texts.headline]);
  });

  it('shows bullets with a dot, numbered items with their number, paragraphs with neither', async () => {
    const items = [
      bullet('A bullet.'),
      bullet('A numbered item.', '2.'),
      { kind: 'paragraph', text: 'A paragraph.', marker: null } as const,
    ];
    await read({ sections: [{ heading: 'Overview', items }] });
    await expect.element(article.getByRole('listitem')).toHaveLength(3);
    expect(markerOf('A bullet.')).toBe('');
    expect(markerOf('A numbered item.')).toBe('2.');
    expect(markerOf('A paragraph.')).toBe('none');
  });

  it('shows what looks like HTML as text', async () => {
    const words = 'Prices <img src=x onerror="window.broken = true"> rise & fall';
    await read({ headline: words, dek: words, sections: [section(words, words)] });
    await expect.element(article).toHaveAccessibleName(words);
    expect(partsOnScreen()).toEqual([words, words, words, words]);
    expect(article.element().querySelector('img')).toBeNull();
    expect('broken' in window).toBe(false);
  });

  it('keeps quotes, hyphens and spaces as they are in the file', async () => {
    const words = 'He said “never”\u00a0– and ‘l’été’ came\u2011again.';
    await read({ sections: [section('Overview', words)] });
    expect(partsOnScreen().at(-1)).toBe(words);
  });
});

describe('what stands around the text', () => {
  it('is the source and the time that reading takes', async () => {
    await read();
    await expect.element(article.getByText('Harbour Post', { exact: true })).toBeVisible();
    await expect.element(article).toMatchTextContent(/2\s+minutes\s+to read/);
  });

  it('is one minute at least, and no source where none is known', async () => {
    const library = [openedBriefing(1, { source: null }, { wordCount: 3 })];
    await read({}, { library });
    await expect.element(article).toMatchTextContent(/1\s+minute\s+to read/);
    await expect.element(article).not.toMatchTextContent('Harbour Post');
  });

  it('is a note of everything that was odd about the file', async () => {
    await read({
      warnings: [
        { kind: 'encoding guessed', message: 'The encoding was guessed.' },
        { kind: 'truncated', message: 'The file ends in the middle of a sentence.' },
      ],
    });
    const note = article.getByRole('note');
    await expect.element(note.getByText('The encoding was guessed.')).toBeVisible();
    await expect
      .element(note.getByText('The file ends in the middle of a sentence.'))
      .toBeVisible();
  });

  it('is no note where nothing was odd', async () => {
    await read();
    await expect.element(article.getByRole('note')).not.toBeInTheDocument();
  });

  it('is the file’s name at the end, with the lines of the page that are not the story', async () => {
    await read({ furniture: ['Download on the App Store', 'Hero image'] });
    await expect
      .element(colophon)
      .toHaveTextContent(
        'ferries-1.txt · page lines not shown: Download on the App Store · Hero image',
      );
    await expect.element(article.getByText(/Hero image/)).toHaveLength(1);
  });

  it('is the file’s name alone where there are no such lines', async () => {
    await read();
    await expect.element(colophon).toHaveTextContent('ferries-1.txt');
  });
});
