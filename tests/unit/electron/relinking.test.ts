import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import { keepRelinking } from '../../../electron/relinking.ts';
import type {
  BriefingChanges,
  LibraryStatus,
  Listing,
} from '../../../electron/shared/model/listing.ts';
import { success } from '../../../electron/shared/result.ts';
import { briefingId, fakeLibrary, fakeNotes, listing, pageOf, statusWith } from './fakes.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const idle = statusWith({ kind: 'idle' });
const scanning = statusWith({ kind: 'scanning', done: 0, total: 9, remaining: null });

/** A library with `listings`, notes on the briefing `marked`, and what happened to them. */
function open(listings: readonly Listing[], marked: number, more: Partial<Library> = {}) {
  let tell: (status: LibraryStatus) => void = () => undefined;
  let tellMoved: (changes: BriefingChanges) => void = () => undefined;
  const relink = vi.fn<(listings: readonly Listing[]) => ReturnType<typeof success<null>>>(() =>
    success(null),
  );
  const library = fakeLibrary({
    page: (after, limit) => Promise.resolve(pageOf(listings, after, limit)),
    find: (ids) => Promise.resolve(listings.filter(({ id }) => ids.includes(id))),
    status: () => Promise.resolve(scanning),
    onChanged: (listener) => {
      tell = listener;
      return () => {
        tell = () => undefined;
      };
    },
    onBriefingsChanged: (listener) => {
      tellMoved = listener;
      return () => {
        tellMoved = () => undefined;
      };
    },
    ...more,
  });
  const { id, fingerprint, path, fileName, headline, source, date } = listing(marked);
  const reference = { id, fingerprint, path, fileName, headline, source, date };
  const references = () => [reference];
  const notes = fakeNotes({ references, knownBriefings: references, relink });
  const stop = keepRelinking(library, notes);
  return {
    relink,
    stop,
    tell: (status: LibraryStatus) => tell(status),
    tellMoved: (changes: BriefingChanges) => tellMoved(changes),
  };
}

/** The file of the first briefing, where it stands now. */
const moved = { ...listing(700), fingerprint: listing(1).fingerprint };
const edited = { ...listing(900), fileName: '1.txt', headline: 'Headline 1' };
const many = Array.from({ length: 1203 }, (_, index) => listing(index + 10)).map(
  (one) => [moved, edited].find(({ id }) => id === one.id) ?? one,
);

describe('keepRelinking', () => {
  it('hands over what a missing file with marks could be when the library is at rest', async () => {
    const { relink, tell } = open(many, 1);
    tell(idle);
    await vi.runAllTimersAsync();
    expect(relink).toHaveBeenCalledExactlyOnceWith([moved, edited]);
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
      page: (after, limit) => {
        opened.tell(scanning);
        return Promise.resolve(pageOf(many, after, limit));
      },
    });
    opened.tell(idle);
    await vi.runAllTimersAsync();
    expect(opened.relink).not.toHaveBeenCalled();
  });

  it('looks once at a library that was at rest before', async () => {
    const { relink } = open([moved], 1, { status: () => Promise.resolve(idle) });
    await vi.runAllTimersAsync();
    expect(relink).toHaveBeenCalledExactlyOnceWith([moved]);
  });

  it('looks again when a file was moved, unless a scan goes on', async () => {
    let status = idle;
    const { relink, tellMoved } = open(many, 1, { status: () => Promise.resolve(status) });
    await vi.runAllTimersAsync();
    tellMoved({ changed: [], moved: [{ from: briefingId(1), to: moved.id }] });
    await vi.runAllTimersAsync();
    expect(relink).toHaveBeenCalledTimes(2);
    tellMoved({ changed: [briefingId(10)], moved: [] });
    status = scanning;
    tellMoved({ changed: [], moved: [{ from: briefingId(1), to: moved.id }] });
    await vi.runAllTimersAsync();
    expect(relink).toHaveBeenCalledTimes(2);
  });

  it('stops', async () => {
    const { relink, stop, tell, tellMoved } = open(many, 1);
    tell(idle);
    stop();
    tell(idle);
    tellMoved({ changed: [], moved: [{ from: briefingId(1), to: moved.id }] });
    await vi.runAllTimersAsync();
    expect(relink).not.toHaveBeenCalled();
  });
});
