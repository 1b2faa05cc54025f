import { describe, expect, test } from 'vitest';
import { type Block, noFacts } from '../../../../electron/library/formats/document.ts';
import { toBriefing } from '../../../../electron/library/formats/document-briefing.ts';
import { fileOf, textsOf } from '../../../support/formats/parsed.ts';

const file = fileOf('', 'notes.md');

function heading(rank: number, text: string): Block {
  return { kind: 'heading', rank, words: { text, links: [] } };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', words: { text, links: [] } };
}

function figure(caption: string): Block {
  return { kind: 'figure', caption, picture: null };
}

describe('toBriefing', () => {
  test('the first heading of the highest rank is the headline, whatever stands before it', () => {
    const blocks = [paragraph('before'), heading(2, 'Two'), heading(1, 'One'), paragraph('after')];
    const briefing = toBriefing(blocks, noFacts, file);
    expect(briefing.headline).toBe('One');
    expect(textsOf(briefing)).toEqual(['One', 'before', 'Two', 'after']);
  });

  test('further headings of its rank push all others down', () => {
    const blocks = [1, 1, 2, 6].map((rank) => heading(rank, `Rank ${rank}`));
    const levels = toBriefing(blocks, noFacts, file).sections.map(({ level }) => level);
    expect(levels).toEqual([undefined, 3, 6]);
  });

  test('a heading that says the headline that is stated is the headline', () => {
    const blocks = [heading(2, 'Talks “resumed”'), paragraph('words')];
    const briefing = toBriefing(blocks, { ...noFacts, headline: 'Talks "resumed"' }, file);
    expect(textsOf(briefing)).toEqual(['Talks “resumed”', 'words']);
  });

  test('only the outermost level is left out', () => {
    const blocks: readonly Block[] = [1, 2].map((level) => ({
      kind: 'quote',
      level,
      words: { text: 'words', links: [] },
    }));
    const [section] = toBriefing(blocks, noFacts, file).sections;
    expect(section?.items).toEqual([
      { kind: 'quote', text: 'words', marker: null },
      { kind: 'quote', text: 'words', marker: null, level: 2 },
    ]);
  });

  test('captions are taken apart, and the newest dates the text', () => {
    const blocks = [
      heading(1, 'Title'),
      figure('The port, Nov. 17, 2025. REUTERS/Valentyn Ogirenko'),
      figure('FILE PHOTO: The bridge, Nov. 20, 2025. (AP Photo/Ada Lorne)'),
      figure(''),
    ];
    const briefing = toBriefing(blocks, noFacts, file);
    expect(briefing.figures).toMatchObject([
      { caption: 'The port, Nov. 17, 2025.', credit: { agency: 'Reuters' }, date: '2025-11-17' },
      { caption: 'The bridge, Nov. 20, 2025.', credit: { agency: 'AP' }, filePhoto: true },
      { caption: null, credit: null, date: null },
    ]);
    expect(briefing.date).toMatchObject({ value: '2025-11-17', provenance: 'caption' });
  });

  test('a picture of the media folder is that of the figure with its number and no other', () => {
    const blocks: readonly Block[] = [
      { kind: 'figure', caption: 'one', picture: './own.png' },
      figure('two'),
      figure('three'),
    ];
    const pictures = ['1.jpg', '2.webp', '4.png', 'notes.txt'];
    const { figures } = toBriefing(blocks, noFacts, { ...file, pictures });
    expect(figures.map(({ picture }) => picture)).toEqual(['./own.png', '2.webp', null]);
  });

  test('the language is what is stated, else what the letters tell', () => {
    const blocks = [heading(1, 'Переговоры возобновились'), paragraph('Это было вчера вечером.')];
    expect(toBriefing(blocks, noFacts, file).language).toBe('ru');
    expect(toBriefing(blocks, { ...noFacts, language: 'de-at' }, file).language).toBe('de-AT');
  });

  test('says where there is no text, and where there is no headline', () => {
    const kindsOf = (blocks: readonly Block[]): readonly string[] =>
      toBriefing(blocks, noFacts, file).warnings.map(({ kind }) => kind);
    expect(kindsOf([])).toEqual(['empty']);
    expect(kindsOf([paragraph('words')])).toEqual(['no headline']);
    expect(kindsOf([heading(1, 'Title')])).toEqual([]);
  });
});
