import { describe, expect, it } from 'vitest';
import { type DateSources, dateOf } from '../../../../electron/library/formats/date.ts';

const none: DateSources = {
  frontMatter: null,
  fileName: 'valmar.txt',
  newestCaption: null,
  texts: [],
  modifiedAt: Number.NaN,
};
const caption = { day: '2025-11-18', evidence: 'November 18, 2025' };

describe('dateOf', () => {
  it('takes the most reliable source that there is', () => {
    const all: DateSources = {
      frontMatter: '2025-11-20',
      fileName: '2025-11-21 valmar.txt',
      newestCaption: caption,
      texts: ['The port reopens on Nov. 19.'],
      modifiedAt: Date.UTC(2025, 11, 1, 12),
    };
    const steps = [
      all,
      { ...all, frontMatter: null },
      { ...all, frontMatter: null, fileName: 'valmar.txt' },
      { ...all, frontMatter: null, fileName: 'valmar.txt', texts: [] },
      { ...none, modifiedAt: all.modifiedAt },
      none,
    ];
    expect(steps.map(dateOf)).toEqual([
      { value: '2025-11-20', provenance: 'front matter', evidence: '2025-11-20' },
      { value: '2025-11-21', provenance: 'file name', evidence: '2025-11-21' },
      { value: '2025-11-19', provenance: 'inferred', evidence: 'Nov. 19' },
      { value: '2025-11-18', provenance: 'caption', evidence: 'November 18, 2025' },
      { value: '2025-12-01', provenance: 'file time', evidence: null },
      null,
    ]);
  });

  it.each(['2025-11-20T08:30:00Z', '2025-11-20 08:30', 'November 20, 2025', '20 November 2025'])(
    'reads the front matter date "%s"',
    (frontMatter) => {
      expect(dateOf({ ...none, frontMatter })?.value).toBe('2025-11-20');
    },
  );

  it.each(['2025-13-40', 'yesterday', 'Nov. 20', '2025-11-200'])(
    'passes over the front matter date "%s"',
    (frontMatter) => {
      expect(dateOf({ ...none, frontMatter })).toBeNull();
    },
  );

  it.each(['valmar-2025-11-20.txt', '20251120.txt', 'story_20251120_1.txt', '2025_11_20.txt'])(
    'reads the file name %s',
    (fileName) => {
      expect(dateOf({ ...none, fileName })).toMatchObject({
        value: '2025-11-20',
        provenance: 'file name',
      });
    },
  );

  it.each(['000_55588bc237036906.txt', '000_5558bc20251120a6.txt', '2025-11-31.txt', '2025.txt'])(
    'reads no day in the file name %s',
    (fileName) => {
      expect(dateOf({ ...none, fileName })).toBeNull();
    },
  );

  it.each([
    [
      'the nearest of several',
      ['Run-off on Nov. 23.', 'Count ended Nov. 19, law of Jan. 15.'],
      '2025-11-19',
    ],
    ['the later of two as near', ['Closed on Nov. 17, open on Nov. 19.'], '2025-11-19'],
    ['none that is far ahead', ['It opens on Dec. 1.'], '2025-11-18'],
    ['none that is long ago', ['It closed on October 4.'], '2025-11-18'],
    ['none of another year', ['It closed on Nov. 19, 2021.'], '2025-11-18'],
  ])('infers %s', (_name, texts, value) => {
    expect(dateOf({ ...none, newestCaption: caption, texts })?.value).toBe(value);
  });
});
