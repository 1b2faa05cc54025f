import { describe, expect, it } from 'vitest';
import {
  briefingIdSchema,
  fingerprintSchema,
  libraryFilterSchema,
  libraryRowSchema,
  libraryStatusSchema,
  listingSchema,
  openedBriefingSchema,
  pictureSchema,
  rootSchema,
} from '../../../../electron/shared/model/listing.ts';
import { listingOf, openedOf } from '../marks.ts';

describe('briefingIdSchema', () => {
  it('accepts 32 hexadecimal digits', () =>
    expect(briefingIdSchema.parse('0123456789abcdef'.repeat(2))).toBe(
      '0123456789abcdef'.repeat(2),
    ));

  it.each([
    '',
    '0',
    'A'.repeat(32),
    'g'.repeat(32),
    'a'.repeat(33),
    `${'a'.repeat(32)}\n`,
    '../a',
    5,
    null,
  ])('refuses %j', (id) => expect(briefingIdSchema.safeParse(id).success).toBe(false));
});

describe('fingerprintSchema', () => {
  it('accepts 64 hexadecimal digits and no fewer', () => {
    expect(fingerprintSchema.safeParse('0f'.repeat(32)).success).toBe(true);
    expect(fingerprintSchema.safeParse('0f'.repeat(31)).success).toBe(false);
  });
});

describe('listingSchema', () => {
  it.each([
    ['a briefing', listingOf(1)],
    ['an undated one without a source', listingOf(1, { date: null, source: null })],
    [
      'a file that cannot be read',
      listingOf(1, { fingerprint: null, problem: 'It is larger than 50 MB.', wordCount: 0 }),
    ],
    ['a headline in another script', listingOf(1, { headline: 'العبارة 👩‍🚒 תחזור' })],
  ])('accepts %s as it is', (_, listing) => expect(listingSchema.parse(listing)).toEqual(listing));

  it.each<[string, Readonly<Record<string, unknown>>]>([
    [
      'a date that is no day',
      { date: { value: '4 March', provenance: 'caption', evidence: null } },
    ],
    ['a date from nowhere', { date: { value: '2026-03-04', provenance: 'dream', evidence: null } }],
    ['no headline', { headline: null }],
    ['a word count in words', { wordCount: 'many' }],
    ['no problem field', { problem: undefined }],
  ])('refuses %s', (_, changes) =>
    expect(listingSchema.safeParse({ ...listingOf(1), ...changes }).success).toBe(false),
  );
});

describe('libraryRowSchema', () => {
  const row = {
    ...listingOf(1),
    reading: 'unread',
    isPinned: false,
    isChanged: true,
    copyCount: 2,
    excerpts: [{ part: null, text: 'my words', hits: [{ start: 3, end: 8 }] }],
  };

  it('accepts a row with an excerpt of a note', () =>
    expect(libraryRowSchema.parse(row)).toEqual(row));

  it.each([
    ['a reading of no kind', { reading: 'skimmed' }],
    ['an excerpt of no part', { excerpts: [{ part: 'nowhere', text: '', hits: [] }] }],
    ['half a hit', { excerpts: [{ part: null, text: 'x', hits: [{ start: 0.5, end: 1 }] }] }],
    ['no standing', { isPinned: undefined }],
  ])('refuses %s', (_, changes) =>
    expect(libraryRowSchema.safeParse({ ...row, ...changes }).success).toBe(false),
  );
});

describe('libraryFilterSchema', () => {
  const filter = { view: 'is:unread', text: 'ferry', order: 'newest' };

  it.each([filter, { ...filter, view: '' }, { ...filter, order: 'relevance' }])(
    'accepts %o',
    (given) => expect(libraryFilterSchema.parse(given)).toEqual(given),
  );

  it.each([
    { text: 'ferry', view: '' },
    { ...filter, text: 'x'.repeat(1001) },
    { ...filter, view: 'x'.repeat(1001) },
    { ...filter, order: 'oldest' },
  ])('refuses %o', (given) => expect(libraryFilterSchema.safeParse(given).success).toBe(false));
});

describe('rootSchema', () => {
  const root = { id: '0123456789abcdef', path: '/news', include: [], exclude: ['old/**'] };

  it('accepts a folder as it is', () => expect(rootSchema.parse(root)).toEqual(root));

  it.each([
    { id: '/news' },
    { id: 'A'.repeat(16) },
    { include: Array.from({ length: 51 }, () => '*') },
    { exclude: ['x'.repeat(201)] },
    { path: 7 },
  ])('refuses %o', (changes) =>
    expect(rootSchema.safeParse({ ...root, ...changes }).success).toBe(false),
  );
});

describe('libraryStatusSchema', () => {
  const root = { id: 'a'.repeat(16), path: '/library', include: [], exclude: [] };
  const status = {
    roots: [{ ...root, state: 'present', message: null, briefingCount: 3 }],
    briefingCount: 3,
    problemCount: 1,
  };

  it.each([
    { kind: 'idle' },
    { kind: 'scanning', done: 4, total: 9, remaining: null },
    { kind: 'scanning', done: 4, total: 9, remaining: 1500 },
    { kind: 'stopped', done: 4, total: 9 },
    { kind: 'failed', message: 'The disk is gone.' },
  ])('accepts a library that is $kind', (activity) =>
    expect(libraryStatusSchema.parse({ ...status, activity })).toEqual({ ...status, activity }),
  );

  it.each([{ kind: 'asleep' }, { kind: 'scanning', done: 4, total: 9 }, { kind: 'failed' }])(
    'refuses the activity %o',
    (activity) =>
      expect(libraryStatusSchema.safeParse({ ...status, activity }).success).toBe(false),
  );
});

describe('openedBriefingSchema', () => {
  it('accepts a briefing with its row as it is', () =>
    expect(openedBriefingSchema.parse(openedOf(1))).toEqual(openedOf(1)));

  it('refuses one whose briefing lacks a field', () =>
    expect(
      openedBriefingSchema.safeParse({ ...openedOf(1), briefing: { headline: 'x' } }).success,
    ).toBe(false));
});

describe('pictureSchema', () => {
  it('accepts bytes of the four formats', () => {
    for (const mediaType of ['image/jpeg', 'image/png', 'image/webp', 'image/gif'])
      expect(pictureSchema.safeParse({ mediaType, bytes: new Uint8Array(3) }).success).toBe(true);
  });

  it.each([
    { mediaType: 'image/svg+xml', bytes: new Uint8Array(3) },
    { mediaType: 'image/png', bytes: [1, 2, 3] },
    { mediaType: 'image/png', bytes: 'data' },
  ])('refuses %o', (picture) => expect(pictureSchema.safeParse(picture).success).toBe(false));
});
