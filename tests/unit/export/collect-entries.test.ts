import { describe, expect, it } from 'vitest';
import { collectEntries } from '../../../electron/export/collect-entries.ts';
import type { ExportEntry } from '../../../electron/shared/export/entry.ts';
import type { Problem } from '../../../electron/shared/model/problem.ts';
import type { Result } from '../../../electron/shared/result.ts';
import { annotationOf, briefingId, openedOf } from '../shared/marks.ts';
import { referenceTo, sourcesOf } from './sources.ts';

const marks = { annotations: [annotationOf(1)], bookmarks: [] };

function headlines(collected: Result<readonly ExportEntry[], Problem>): readonly string[] {
  if (!collected.ok) throw new Error(collected.problem.message);
  return collected.value.map(({ reference }) => reference.headline);
}

describe('collectEntries of one briefing', () => {
  const scope = { kind: 'briefing', briefingId: briefingId(1) } as const;

  it('gives the briefing with its marks', async () => {
    const opened = openedOf(1);
    const reference = referenceTo(opened);
    const collected = await collectEntries(scope, sourcesOf([opened], [{ reference, marks }]));
    expect(collected).toEqual({
      ok: true,
      value: [{ reference, briefing: opened.briefing, marks }],
    });
  });

  it('gives a briefing that has no marks', async () => {
    const opened = openedOf(1);
    const collected = await collectEntries(scope, sourcesOf([opened], []));
    const none = { annotations: [], bookmarks: [] };
    expect(collected).toMatchObject({
      ok: true,
      value: [{ briefing: opened.briefing, marks: none }],
    });
  });

  it('gives the headline as it is in the file now', async () => {
    const opened = openedOf(1, { headline: 'Corrected headline' });
    const reference = { ...referenceTo(opened), headline: 'Old headline' };
    const collected = await collectEntries(scope, sourcesOf([opened], [{ reference, marks }]));
    expect(headlines(collected)).toEqual(['Corrected headline']);
  });

  it('keeps the marks of a briefing whose file is gone', async () => {
    const reference = referenceTo(openedOf(1));
    const collected = await collectEntries(scope, sourcesOf([], [{ reference, marks }]));
    expect(collected).toEqual({ ok: true, value: [{ reference, briefing: null, marks }] });
  });

  it('says that a briefing is unknown', async () =>
    expect(await collectEntries(scope, sourcesOf([openedOf(2)], []))).toEqual({
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
    const collected = await collectEntries({ kind: 'all' }, sourcesOf(library, marked));
    expect(headlines(collected)).toEqual(['Anchor', 'Zebra', 'Older', 'Undated']);
  });

  it('keeps those whose file is gone among the others', async () => {
    const gone = referenceTo(openedOf(1, { headline: 'Gone', date: day('2026-01-03') }));
    const there = openedOf(2, { headline: 'There', date: day('2026-01-02') });
    const marked = [
      { reference: referenceTo(there), marks },
      { reference: gone, marks },
    ];
    const collected = await collectEntries({ kind: 'all' }, sourcesOf([there], marked));
    expect(headlines(collected)).toEqual(['Gone', 'There']);
  });

  it('gives nothing where there are no marks', async () =>
    expect(await collectEntries({ kind: 'all' }, sourcesOf([openedOf(1)], []))).toEqual({
      ok: true,
      value: [],
    }));
});
