import { describe, expect, it } from 'vitest';
import { makeExport } from '../../../electron/export/make-export.ts';
import type { ExportScope } from '../../../electron/shared/model/export.ts';
import { annotationOf, briefingId, openedOf } from '../shared/marks.ts';
import { referenceTo, sourcesOf } from './sources.ts';

const marks = { annotations: [annotationOf(1)], bookmarks: [] };
const all: ExportScope = { kind: 'all' };
const first: ExportScope = { kind: 'briefing', briefingId: briefingId(1) };

function requestOf(scope: ExportScope) {
  return { scope, format: 'markdown' } as const;
}

describe('makeExport', () => {
  it('gives the text with the notes, and a name after the headline', async () => {
    const opened = openedOf(1, { headline: 'Ferries: a “second” chance?' });
    const sources = sourcesOf([opened], [{ reference: referenceTo(opened), marks }]);
    const made = await makeExport(requestOf(first), sources);
    if (!made.ok) throw new Error(made.problem.message);
    expect(made.value.text).toContain('Ask the harbour office.');
    expect(made.value.fileName).toBe('Ferries a “second” chance - notes.md');
    expect(made.value.briefingCount).toBe(1);
  });

  it('holds all briefings with marks, under one name', async () => {
    const library = [openedOf(1), openedOf(2)];
    const marked = library.map((opened) => ({ reference: referenceTo(opened), marks }));
    const made = await makeExport(requestOf(all), sourcesOf(library, marked));
    expect(made).toMatchObject({
      ok: true,
      value: { fileName: 'Readout notes.md', briefingCount: 2 },
    });
    if (made.ok)
      for (const { listing } of library) expect(made.value.text).toContain(listing.headline);
  });

  it('says that there is nothing to export', async () =>
    expect(await makeExport(requestOf(all), sourcesOf([openedOf(1)], []))).toEqual({
      ok: false,
      problem: {
        kind: 'missing',
        message: 'There are no notes and no bookmarks to export yet.',
      },
    }));

  it('hands on that a briefing is unknown', async () =>
    expect(await makeExport(requestOf(first), sourcesOf([], []))).toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    }));
});
