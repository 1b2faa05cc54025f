import { describe, expect, it } from 'vitest';
import {
  collectEntries,
  type EntryRequest,
  type ExportSources,
} from '../../../electron/export/collect-entries.ts';
import type { ExportEntry } from '../../../electron/shared/export/entry.ts';
import type { Problem } from '../../../electron/shared/model/problem.ts';
import { everyMark } from '../../../electron/shared/export/filter-marks.ts';
import type { ExportScope } from '../../../electron/shared/model/export.ts';
import { type Result, success } from '../../../electron/shared/result.ts';
import { annotationOf, bookmarkOf, briefingId, openedOf } from '../shared/marks.ts';
import { referenceTo, sourcesOf } from './sources.ts';

const marks = { annotations: [annotationOf(1)], bookmarks: [] };

/** Collects, and reads all that there is. */
async function collect(
  scope: ExportScope,
  sources: ExportSources,
  changes: Partial<EntryRequest> = {},
): Promise<Result<readonly ExportEntry[], Problem>> {
  const request = { scope, filter: everyMark, withText: false, ...changes };
  const collected = await collectEntries(request, sources);
  if (!collected.ok) return collected;
  const read: ExportEntry[] = [];
  for await (const entry of collected.value.entries()) read.push(entry);
  return success(read);
}

function headlines(collected: Result<readonly ExportEntry[], Problem>): readonly string[] {
  if (!collected.ok) throw new Error(collected.problem.message);
  return collected.value.map(({ reference }) => reference.headline);
}

describe('collectEntries of one briefing', () => {
  const scope = { kind: 'briefing', briefingId: briefingId(1) } as const;

  it('gives the briefing with its marks', async () => {
    const opened = openedOf(1);
    const reference = referenceTo(opened);
    const collected = await collect(scope, sourcesOf([opened], [{ reference, marks }]));
    expect(collected).toEqual({
      ok: true,
      value: [{ reference, briefing: opened.briefing, marks }],
    });
  });

  it('gives a briefing that has no marks', async () => {
    const opened = openedOf(1);
    const collected = await collect(scope, sourcesOf([opened], []));
    const none = { annotations: [], bookmarks: [] };
    expect(collected).toMatchObject({
      ok: true,
      value: [{ briefing: opened.briefing, marks: none }],
    });
  });

  it('gives the headline as it is in the file now', async () => {
    const opened = openedOf(1, { headline: 'Corrected headline' });
    const reference = { ...referenceTo(opened), headline: 'Old headline' };
    const collected = await collect(scope, sourcesOf([opened], [{ reference, marks }]));
    expect(headlines(collected)).toEqual(['Corrected headline']);
  });

  it('keeps the marks of a briefing whose file is gone', async () => {
    const reference = referenceTo(openedOf(1));
    const collected = await collect(scope, sourcesOf([], [{ reference, marks }]));
    expect(collected).toEqual({ ok: true, value: [{ reference, briefing: null, marks }] });
  });

  it('says that a briefing is unknown', async () =>
    expect(await collect(scope, sourcesOf([openedOf(2)], []))).toEqual({
      ok: false,
      problem: { kind: 'missing', message: 'This briefing is not in the library any more.' },
    }));
});

describe('collectEntries of all briefings', () => {
  const day = (value: string) => ({ value, provenance: 'caption', evidence: null }) as const;

  it('gives those with marks, newest first, undated last, then by headline', async () => {
    const library = [
      openedOf(1, { headline: 'Undated', date: null }),
      openedOf(2, { headline: 'Older', date: day('2025-12-31') }),
      openedOf(3, { headline: 'Zebra', date: day('2026-01-02') }),
      openedOf(4, { headline: 'Anchor', date: day('2026-01-02') }),
      openedOf(5, { headline: 'Without marks', date: day('2026-05-01') }),
    ];
    const marked = library.slice(0, 4).map((opened) => ({ reference: referenceTo(opened), marks }));
    const collected = await collect({ kind: 'all' }, sourcesOf(library, marked));
    expect(headlines(collected)).toEqual(['Anchor', 'Zebra', 'Older', 'Undated']);
  });

  it('keeps those whose file is gone among the others', async () => {
    const gone = referenceTo(openedOf(1, { headline: 'Gone', date: day('2026-01-03') }));
    const there = openedOf(2, { headline: 'There', date: day('2026-01-02') });
    const marked = [
      { reference: referenceTo(there), marks },
      { reference: gone, marks },
    ];
    const collected = await collect({ kind: 'all' }, sourcesOf([there], marked));
    expect(headlines(collected)).toEqual(['Gone', 'There']);
  });

  it('gives nothing where there are no marks', async () =>
    expect(await collect({ kind: 'all' }, sourcesOf([openedOf(1)], []))).toEqual({
      ok: true,
      value: [],
    }));
});

describe('collectEntries of a list', () => {
  const scope = { kind: 'list', filter: { view: '', text: 'ferry', order: 'newest' } } as const;
  const library = Array.from({ length: 1200 }, (_, index) => openedOf(index + 1));
  const [first, second] = library.slice(700, 702);
  if (first === undefined || second === undefined) throw new Error('There are too few.');
  const sources = sourcesOf(library, [
    { reference: referenceTo(second), marks },
    { reference: referenceTo(first), marks },
  ]);

  it('gives those with marks in the order of the list, however long it is', async () =>
    expect(headlines(await collect(scope, sources))).toEqual([
      first.listing.headline,
      second.listing.headline,
    ]));

  it('gives all of them where their text is wanted', async () =>
    expect(headlines(await collect(scope, sources, { withText: true }))).toHaveLength(1200));
});

describe('collectEntries of a list of notes', () => {
  it('gives the annotations of the list alone, and no bookmarks', async () => {
    const opened = openedOf(1);
    const all = { annotations: [annotationOf(1), annotationOf(2)], bookmarks: [bookmarkOf(3)] };
    const sources = sourcesOf(
      [opened, openedOf(2)],
      [{ reference: referenceTo(opened), marks: all }],
    );
    const query = { words: 'harbour', colors: [], tags: [], group: 'day' } as const;
    const row = { briefing: referenceTo(opened), annotation: annotationOf(2), isMissing: false };
    const notes = { ...sources.notes, query: () => [row] };
    expect(await collect({ kind: 'notes', query }, { ...sources, notes })).toMatchObject({
      ok: true,
      value: [{ marks: { annotations: [annotationOf(2)], bookmarks: [] } }],
    });
  });
});

describe('collectEntries with a filter', () => {
  it('leaves briefings out of which no mark is wanted, but for one that was asked for', async () => {
    const opened = openedOf(1);
    const sources = sourcesOf([opened], [{ reference: referenceTo(opened), marks }]);
    const filter = { ...everyMark, tags: ['elsewhere'] };
    expect(headlines(await collect({ kind: 'all' }, sources, { filter }))).toEqual([]);
    const one = { kind: 'briefing', briefingId: briefingId(1) } as const;
    expect(await collect(one, sources, { filter })).toMatchObject({
      ok: true,
      value: [{ marks: { annotations: [], bookmarks: [] } }],
    });
  });
});
