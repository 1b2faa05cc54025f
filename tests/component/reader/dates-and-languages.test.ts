import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { figure, section } from '../support/stories.ts';
import { article, partWith, read, texts, textOf } from './reading.ts';

const time = article.getByRole('time');

describe('the day of a briefing', () => {
  it('is written out, for machines too', async () => {
    await read();
    await expect.element(time).toHaveTextContent('4 Mar 2026');
    await expect.element(time).toHaveAttribute('datetime', '2026-03-04');
  });

  it.each([
    ['front matter', 'date from the front matter'],
    ['file name', 'date from the file’s name'],
    ['inferred', 'date inferred from the text'],
    ['caption', 'date of the newest photo'],
    ['file time', 'date of the file'],
  ] as const)('says in words that it comes from: %s', async (provenance, words) => {
    await read({ date: { value: '2026-03-04', provenance, evidence: null } });
    await expect.element(textOf(words)).toBeVisible();
    await expect.element(textOf(words)).not.toHaveAttribute('title');
  });

  it('tells on hovering what it was read from', async () => {
    await read({ date: { value: '2025-11-19', provenance: 'inferred', evidence: 'Nov. 19' } });
    await expect
      .element(article.getByTitle('Nov. 19', { exact: true }))
      .toHaveTextContent('date inferred from the text');
  });

  it('is said to be missing where nothing tells it', async () => {
    await read({ date: null });
    await expect.element(article.getByText(/undated/)).toBeVisible();
    await expect.element(time).not.toBeInTheDocument();
    await expect.element(article).not.toMatchTextContent(/date (?:of|from|inferred)/);
  });
});

describe('the language of a briefing', () => {
  it('is the article’s', async () => {
    await read({ language: 'el' });
    await expect.element(article).toHaveAttribute('lang', 'el');
  });

  it('is not claimed where it is not known', async () => {
    await read({ language: null });
    await expect.element(article).not.toHaveAttribute('lang');
  });

  it('sets every part of an Arabic briefing from right to left', async () => {
    const words = {
      headline: 'عودة العبّارات إلى الخط الشمالي',
      dek: 'سفينتان تعودان بعد شتاء من الإصلاحات.',
      caption: 'العبّارة تغادر الميناء.',
      heading: 'نظرة عامة',
      item: 'تعمل العبّارة من جديد في أيام الأسبوع.',
    };
    await read({
      language: 'ar',
      headline: words.headline,
      dek: words.dek,
      figures: [figure({ caption: words.caption })],
      sections: [section(words.heading, words.item)],
    });
    await expect.element(article).toHaveAttribute('lang', 'ar');
    await expect.element(article).toHaveAccessibleName(words.headline);
    for (const text of Object.values(words)) {
      expect(getComputedStyle(textOf(text).element()).direction).toBe('rtl');
    }
  });

  it('decides part by part, and leaves the rest of an article as it was', async () => {
    const arabic = 'قال العمدة إنه صباح جيد.';
    await read({ sections: [section('Reactions', arabic, 'The mayor called it a good morning.')] });
    const directionOf = (words: string) => getComputedStyle(partWith(words).element()).direction;
    expect(directionOf(arabic)).toBe('rtl');
    expect(directionOf('The mayor called it a good morning.')).toBe('ltr');
    expect(directionOf(texts.headline)).toBe('ltr');
  });

  it('puts the dot of an Arabic bullet to the right of its words', async () => {
    const arabic = 'قال العمدة إنه صباح جيد.';
    await read({ sections: [section(null, arabic)] });
    const item = partWith(arabic).element();
    const dot = getComputedStyle(item, '::before');
    const room = item.getBoundingClientRect();
    const end = textOf(arabic).element().getBoundingClientRect().right;
    expect(dot.right).not.toBe('auto');
    expect(room.right - Number.parseFloat(dot.right)).toBeGreaterThan(end);
  });

  it('isolates a source that is written from right to left', async () => {
    await read({ source: 'بريد الميناء' });
    await expect.element(page.getByText('بريد الميناء')).toBeVisible();
    await expect
      .element(article)
      .toMatchTextContent(/بريد الميناء\s+4 Mar 2026\s+· date of the newest photo/);
  });
});
