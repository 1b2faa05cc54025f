import { describe, expect, it } from 'vitest';
import { findBriefings } from '../../../electron/import/find-briefings.ts';
import type { ImportedSource } from '../../../electron/import/imported-mark.ts';
import { briefingIdOf } from '../../../electron/library/briefing-id.ts';
import type { BriefingReference } from '../../../electron/shared/model/annotation.ts';
import type { Listing } from '../../../electron/shared/model/listing.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import { fakeNotes } from '../electron/fakes.ts';
import { briefingOf } from '../shared/briefings.ts';
import { briefingId, listingOf } from '../shared/marks.ts';
import { libraryOf, sourceOf } from './importing.ts';

/** A listing whose id is the one of its path, as in a real library. */
function listingAt(path: string, changes: Partial<Listing> = {}): Listing {
  const fileName = path.split('/').at(-1) ?? '';
  return listingOf(1, { id: briefingIdOf(path), path, fileName, ...changes });
}

const storm = listingAt('/news/storm.txt', {
  headline: 'Storm  over Valmar',
  fingerprint: 'a'.repeat(64),
});
const zoo = listingAt('/news/zoo.txt', {
  headline: 'Zoo closes',
  source: 'Norland Post',
  fingerprint: 'b'.repeat(64),
});
const daily = [4, 5].map((day) =>
  listingAt(`/news/daily-${day}.txt`, {
    headline: 'Daily news',
    fingerprint: `${day}`.repeat(64),
    date: { value: `2026-03-0${day}`, provenance: 'front matter', evidence: null },
  }),
);
const listings = [storm, zoo, ...daily];

async function find(
  given: Partial<ImportedSource>,
  {
    known = [],
    all = listings,
    copies = [],
  }: {
    readonly known?: readonly BriefingReference[];
    readonly all?: readonly Listing[];
    readonly copies?: readonly string[];
  } = {},
) {
  const source = sourceOf(given);
  const library = libraryOf(
    all.map((listing) => ({ listing, briefing: briefingOf() })),
    copies,
  );
  const notes = fakeNotes({ knownBriefings: () => known });
  const found = await findBriefings([source], { library, notes });
  return found(source);
}

async function findsStorm(given: Partial<ImportedSource>): Promise<void> {
  expect(await find(given)).toEqual({ reference: referenceTo(storm), isInLibrary: true });
}

describe('a briefing is found', () => {
  it('by its id, before anything else', async () => {
    await findsStorm({ briefingId: storm.id, headline: 'Zoo closes' });
  });

  it('by the fingerprint of its file, whatever its headline was', async () => {
    await findsStorm({ fingerprint: storm.fingerprint, headline: 'Zoo closes' });
  });

  it('by headline and publication, whatever their case, accents and spaces', async () => {
    await findsStorm({ headline: 'STORM OVER valmar', source: 'harbour pöst' });
    await findsStorm({ headline: 'Störm over Valmar' });
  });

  it('by its path or its file name', async () => {
    await findsStorm({ address: '/news/storm.txt' });
    await findsStorm({ address: 'file:///news/storm.txt' });
    await findsStorm({ address: 'storm.txt' });
    await findsStorm({ address: String.raw`C:\Briefings\storm.txt`, headline: 'Another' });
  });

  it('as the copy that is listed', async () => {
    const copies = ['/a/storm.txt', '/b/storm.txt', '/c/storm.txt'].map((path) =>
      listingAt(path, { headline: 'Storm', fingerprint: 'a'.repeat(64) }),
    );
    const [first, second, third] = copies;
    const hidden = [first?.id ?? '', third?.id ?? ''];
    const found = await find({ headline: 'Storm' }, { all: copies, copies: hidden });
    expect(found?.reference.id).toBe(second?.id);
    const stated = { fingerprint: 'a'.repeat(64), address: '/c/storm.txt' };
    expect((await find(stated, { all: copies, copies: hidden }))?.reference.id).toBe(third?.id);
  });

  it('by its day, where several have the headline', async () => {
    const [fourth, fifth] = daily;
    const found = await find({ headline: 'Daily news', date: fifth?.date ?? null });
    expect(found?.reference.id).toBe(fifth?.id);
    const open = await find({ headline: 'Daily news' });
    expect(open?.isInLibrary).toBe(false);
    expect([fourth?.id, fifth?.id]).not.toContain(open?.reference.id);
  });

  it('among those that have marks already, if it is not in the library', async () => {
    const known = [referenceTo(listingOf(7, { headline: 'Old news' }))];
    expect(await find({ headline: 'old news' }, { known })).toEqual({
      reference: known[0],
      isInLibrary: false,
    });
  });

  it('under the headline that it had when it was marked', async () => {
    const known = [{ ...referenceTo(storm), headline: 'Calm before Valmar' }];
    expect(await find({ headline: 'Calm before Valmar' }, { known })).toEqual({
      reference: referenceTo(storm),
      isInLibrary: true,
    });
  });
});

describe('a briefing that is nowhere', () => {
  it('is not taken for one of another publication, or for a page of the web', async () => {
    for (const given of [
      { headline: 'Zoo closes', source: 'Harbour Post' },
      { headline: 'Another', address: 'https://example.org/zoo.txt' },
    ]) {
      expect(await find(given)).toMatchObject({ isInLibrary: false });
    }
  });

  it('gets a reference that is always the same', async () => {
    const given = { headline: 'Not here', source: 'Post', address: 'https://example.org/a' };
    const found = await find(given);
    expect(found).toEqual({
      isInLibrary: false,
      reference: {
        id: briefingIdOf('https://example.org/a'),
        fingerprint: null,
        path: 'https://example.org/a',
        fileName: '',
        headline: 'Not here',
        source: 'Post',
        date: null,
      },
    });
    const byHeadline = await find({ headline: 'Not here', source: 'Post' });
    expect(byHeadline?.reference.id).toMatch(/^[\da-f]{32}$/);
    expect(await find({ headline: 'not hère', source: 'POST' })).toMatchObject({
      reference: { id: byHeadline?.reference.id },
    });
    expect(byHeadline?.reference.id).not.toBe((await find({ headline: 'Else' }))?.reference.id);
  });

  it('keeps the id that the file has for it, if it is one', async () => {
    const headline = 'Not here';
    const kept = await find({ briefingId: briefingId(9), headline });
    expect(kept?.reference.id).toBe(briefingId(9));
    const made = await find({ briefingId: '../x', headline });
    expect(made?.reference.id).toMatch(/^[\da-f]{32}$/);
  });

  it('has the name of its file where it has no headline, and else is none', async () => {
    expect((await find({ address: '/a/b.txt' }))?.reference.headline).toBe('b.txt');
    expect(await find({ headline: ' ', briefingId: briefingId(9), source: 'Post' })).toBeNull();
  });
});
