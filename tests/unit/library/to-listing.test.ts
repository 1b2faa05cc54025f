import { describe, expect, it } from 'vitest';
import { listingSchema } from '../../../electron/shared/model/listing.ts';
import { briefingIdOf } from '../../../electron/library/briefing-id.ts';
import { toListing, toProblemListing } from '../../../electron/library/to-listing.ts';
import { parse } from '../../support/library/parsing.ts';

const fingerprint = 'a'.repeat(64);

function wordsOf(text: string): number {
  const read = { briefing: parse(text), format: 'txt' as const, fingerprint };
  return toListing('/news/a.txt', read).wordCount;
}

describe('toListing', () => {
  it('says of a briefing what the list shows', () => {
    const briefing = parse(
      '---\nsource: Desk\ndate: 2025-11-20\n---\nPort Reopens\n\n• One two.\n',
    );
    const read = { briefing, format: 'txt' as const, fingerprint };
    const listing = toListing('/news/port/a b.txt', read);
    expect(listing).toEqual({
      id: briefingIdOf('/news/port/a b.txt'),
      headline: 'Port Reopens',
      source: 'Desk',
      date: { value: '2025-11-20', provenance: 'front matter', evidence: '2025-11-20' },
      wordCount: 4,
      fileName: 'a b.txt',
      path: '/news/port/a b.txt',
      format: 'txt',
      fingerprint,
      problem: null,
    });
    expect(listingSchema.safeParse(listing).success).toBe(true);
  });

  it.each([
    [
      'headline, dek, heading and bullets',
      'One Two\n\nThree four.\n\nOverview\n\n• Six seven.\n',
      7,
    ],
    [
      'a caption without its credit',
      'One\n\nA b c. REUTERS/Ada Lorne\nImage\n\nOverview\n• Six.\n',
      6,
    ],
    ['words between any white space', 'One\u00a0two  three\tfour\n\n• five.\n', 5],
    ['no furniture', 'Particle.news\n\nOne\n\n• two\n\nHero image\n', 2],
  ])('counts the words of %s', (_name, text, count) => {
    expect(wordsOf(text)).toBe(count);
  });
});

describe('toProblemListing', () => {
  it('has the file’s name for a headline', () => {
    const listing = toProblemListing('/news/a.txt', 'It cannot be read.');
    expect(listing).toEqual({
      id: briefingIdOf('/news/a.txt'),
      headline: 'a.txt',
      source: null,
      date: null,
      wordCount: 0,
      fileName: 'a.txt',
      path: '/news/a.txt',
      format: null,
      fingerprint: null,
      problem: 'It cannot be read.',
    });
    expect(listingSchema.safeParse(listing).success).toBe(true);
  });
});

describe('briefingIdOf', () => {
  it('is the same for one place, however its path is written', () => {
    expect(briefingIdOf('C:\\news\\a.txt')).toBe(briefingIdOf('C:/news/a.txt'));
    expect(briefingIdOf('/news/é.txt')).toBe(briefingIdOf('/news/e\u0301.txt'));
    expect(briefingIdOf('/news/a.txt')).not.toBe(briefingIdOf('/news/A.txt'));
    expect(briefingIdOf('/news/a.txt')).toMatch(/^[0-9a-f]{32}$/);
  });
});
