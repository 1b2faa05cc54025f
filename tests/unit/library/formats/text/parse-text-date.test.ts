import { describe, expect, it } from 'vitest';
import { parse } from '../../../../support/library/parsing.ts';

const head = 'Port Reopens\n\nAfter forty-four days ships are moving.\n\n';
const caption = 'A ship in Valmar, November 18, 2025. REUTERS/Marta Velling\n\n';
const overview = 'Overview\n\n  • One.\n  • Two.\n';
const story = `${head}${overview}`;

describe('the date', () => {
  const inferring = `${head}${caption}Overview\n\n• It reopened on Nov. 19 and grows until Dec. 30.\n`;

  it.each([
    [
      'the front matter',
      `---\ndate: 2025-11-21\n---\n${inferring}`,
      '2025-11-22.txt',
      '2025-11-21',
    ],
    ['the file name', inferring, '001_2025-11-22_port.txt', '2025-11-22'],
    ['inferred', inferring, 'a.txt', '2025-11-19'],
    [
      'inferred',
      `Port Reopens\n\nIt did on Nov. 17.\n\n${caption}${overview}`,
      'a.txt',
      '2025-11-17',
    ],
    ['caption', `${head}${caption}${overview}`, 'a.txt', '2025-11-18'],
    ['file time', story, 'a.txt', '2025-11-20'],
    ['file time', `${head}Overview\n\n• It reopened on Nov. 19, 2025.\n`, 'a.txt', '2025-11-20'],
  ])('comes from %s', (provenance, text, fileName, value) => {
    expect(parse(text, { fileName }).date).toMatchObject({
      value,
      provenance: provenance.replace('the ', ''),
    });
  });

  it.each([
    [
      'the oldest of two captions',
      'One, November 3, 2025. REUTERS/Ada Lorne\nTwo, November 18, 2025. REUTERS/Ada Lorne',
    ],
    [
      'a file photo',
      'FILE PHOTO: One, December 3, 2025. REUTERS/Ada Lorne\nTwo, November 18, 2025. Ada Lorne',
    ],
    [
      'a photo that its credit calls one of a file',
      'One, December 3, 2025. (AP Photo/Ada Lorne, File)\nTwo, November 18, 2025.',
    ],
    ['a caption without a year', 'One, December 3. REUTERS/Ada Lorne\nTwo, November 18, 2025.'],
  ])('is not that of %s', (_name, captions) => {
    expect(parse(`${head}${captions}\n\n${overview}`).date?.value).toBe('2025-11-18');
  });

  it('does not come from a section further down', () => {
    const text = `${head}${caption}${overview}\nThe 5 Ws\n\nWhen: on Nov. 19.\n`;
    expect(parse(text).date).toMatchObject({ value: '2025-11-18', provenance: 'caption' });
  });

  it('is none where even the file’s time is none', () => {
    expect(parse(story, { modifiedAt: Number.NaN }).date).toBeNull();
  });

  it.each([
    [
      'the newest caption',
      `${head}${caption}A pier, December 30. REUTERS/Ada Lorne\n\n${overview}`,
      1,
    ],
    [
      'the newest caption, and not to the story’s date',
      `---\ndate: 2020-01-05\n---\n${head}${caption}A pier, Dec. 30. REUTERS/Ada Lorne\n\n${overview}`,
      1,
    ],
    ['the story’s date', `---\ndate: 2026-01-02\n---\n${head}A pier, Dec. 30.\n\n${overview}`, 0],
  ])('gives a caption without a year the year next to %s', (_name, text, figure) => {
    expect(parse(text).figures[figure]?.date).toBe('2025-12-30');
  });
});
