import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import { keepRelinking } from '../../../electron/relinking.ts';
import type { LibraryStatus, Listing } from '../../../electron/shared/model/listing.ts';
import { success } from '../../../electron/shared/result.ts';
import { briefingId, fakeLibrary, fakeNotes, listing, pageOf, statusWith } from './fakes.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const idle = statusWith({ kind: 'idle' });
const scanning = statusWith({ kind: 'scanning', done: 0, total: 9 });

/** A library with `listings`, notes on the briefing `marked`, and what happened to them. */
function open(listings: readonly Listing[], marked: number, more: Partial<Library> = {}) {
  let tell: (status: LibraryStatus) => void = () => undefined;
  const relink = vi.fn<(listings: readonly Listing[]) => ReturnType<typeof success<null>>>(() =>
    success(null),
  );
  const library = fakeLibrary({
    query: (query) => Promise.resolve(pageOf(listings, query)),
    find: (ids) => Promise.resolve(listings.filter(({ id }) => ids.includes(id))),
    status: () => Promise.resolve(scanning),
    onChanged: (listener) => {
      tell = listener;
      return () => {
        tell = () => undefined;
      };
    },
    ...more,
  });
  const { id, fingerprint, path, fileName, headline, source, date } = listing(marked);
  const reference = { id, fingerprint, path, fileName, headline, source, date };
  const stop = keepRelinking(library, fakeNotes({ references: () => [reference], relink }));
  return { relink, stop, tell: (status: LibraryStatus) => tell(status) };
}

const many = Array.from({ length: 1203 }, (_, index) => listing(index + 10));

describe('keepRelinking', () => {
  it('hands over all listings when a file with marks is missing and the library is at rest', async () => {
    const { relink, tell } = open(many, 1);
    tell(idle);
    await vi.runAllTimersAsync();
    expect(relink).toHaveBeenCalledExactlyOnceWith(many);
  });

  it('reads nothing while every file with marks is there', async () => {
    const { relink, tell } = open(many, 10);
    tell(idle);
    await vi.runAllTimersAsync();
    expect(relink).not.toHaveBeenCalled();
  });

  it('waits until the scan is over', async () => {
    const { relink, tell } = open(many, 1);
    tell(idle);
    tell(scanning);
    await vi.runAllTimersAsync();
    expect(relink).not.toHaveBeenCalled();
    tell(idle);
    await vi.runAllTimersAsync();
    expect(relink).toHaveBeenCalledTimes(1);
  });

  it('throws away what it read when the library changed meanwhile', async () => {
    const opened = open(many, 1, {
      query: (query) => {
        opened.tell(scanning);
        return Promise.resolve(pageOf(many, query));
      },
    });
    opened.tell(idle);
    await vi.runAllTimersAsync();
    expect(opened.relink).not.toHaveBeenCalled();
  });

  it('looks once at a library that was at rest before', async () => {
    const { relink } = open([listing(2)], 1, { status: () => Promise.resolve(idle) });
    await vi.runAllTimersAsync();
    expect(relink).toHaveBeenCalledExactlyOnceWith([
      expect.objectContaining({ id: briefingId(2) }),
    ]);
  });

  it('stops', async () => {
    const { relink, stop, tell } = open(many, 1);
    tell(idle);
    stop();
    tell(idle);
    await vi.runAllTimersAsync();
    expect(relink).not.toHaveBeenCalled();
  });
});
