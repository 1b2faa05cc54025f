import { describe, expect, it } from 'vitest';
import { previewExport } from '../../../electron/export/preview-export.ts';
import { everyMark } from '../../../electron/shared/export/filter-marks.ts';
import type {
  ExportForm,
  ExportFormat,
  ExportRequest,
  ExportScope,
} from '../../../electron/shared/model/export.ts';
import { annotationOf, briefingId, openedOf } from '../shared/marks.ts';
import { plainForm, referenceTo, sourcesOf, toolsOver } from './sources.ts';

const marks = { annotations: [annotationOf(1)], bookmarks: [] };
const all: ExportScope = { kind: 'all' };
const first: ExportScope = { kind: 'briefing', briefingId: briefingId(1) };

function requestOf(scope: ExportScope, changes: Partial<ExportForm> = {}): ExportRequest {
  return { ...plainForm, scope, ...changes };
}

describe('previewExport', () => {
  it('gives the text with the notes, and a name after the headline', async () => {
    const opened = openedOf(1, { headline: 'Ferries: a “second” chance?' });
    const sources = sourcesOf([opened], [{ reference: referenceTo(opened), marks }]);
    const made = await previewExport(requestOf(first), toolsOver(sources));
    if (!made.ok) throw new Error(made.problem.message);
    expect(made.value.content).toContain('Ask the harbour office.');
    expect(made.value.fileName).toBe('Ferries a “second” chance - notes.md');
    expect(made.value.briefingCount).toBe(1);
  });

  it('holds all briefings with marks, under one name', async () => {
    const library = [openedOf(1), openedOf(2)];
    const marked = library.map((opened) => ({ reference: referenceTo(opened), marks }));
    const made = await previewExport(requestOf(all), toolsOver(sourcesOf(library, marked)));
    expect(made).toMatchObject({
      ok: true,
      value: { fileName: 'Readout notes.md', briefingCount: 2 },
    });
    if (made.ok)
      for (const { listing } of library) expect(made.value.content).toContain(listing.headline);
  });

  it('says that there is nothing to export', async () =>
    expect(await previewExport(requestOf(all), toolsOver(sourcesOf([openedOf(1)], [])))).toEqual({
      ok: false,
      problem: {
        kind: 'missing',
        message: 'There are no notes and no bookmarks to export yet.',
      },
    }));

  it('hands on that a briefing is unknown', async () =>
    expect(await previewExport(requestOf(first), toolsOver(sourcesOf([], [])))).toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    }));

  it('shows pages for what is printed or opened in Word, and the text of all others', async () => {
    const opened = openedOf(1);
    const tools = toolsOver(sourcesOf([opened], [{ reference: referenceTo(opened), marks }]));
    const kindOf = async (format: ExportFormat): Promise<string> => {
      const made = await previewExport(requestOf(all, { format }), tools);
      return made.ok ? made.value.kind : made.problem.message;
    };
    expect(await kindOf('html')).toBe('page');
    expect(await kindOf('docx')).toBe('page');
    for (const format of ['obsidian', 'csv', 'json', 'bibtex', 'csl', 'txt', 'zip'] as const) {
      expect(await kindOf(format)).toBe('text');
    }
  });

  it('shows the beginning of what is long, and says so', async () => {
    const library = Array.from({ length: 30 }, (_, index) => openedOf(index + 1));
    const marked = library.map((opened) => ({ reference: referenceTo(opened), marks }));
    const made = await previewExport(requestOf(all), toolsOver(sourcesOf(library, marked)));
    expect(made).toMatchObject({
      ok: true,
      value: { briefingCount: 30, markCount: 30, isCut: true },
    });
  });

  it('says that no marks are as they were asked for', async () => {
    const opened = openedOf(1);
    const tools = toolsOver(sourcesOf([opened], [{ reference: referenceTo(opened), marks }]));
    const filter = { ...everyMark, colors: ['pink'] as const };
    expect(await previewExport(requestOf(all, { filter }), tools)).toMatchObject({
      ok: false,
      problem: { message: 'No marks have these colours, tags and days. Choose others.' },
    });
  });

  it('says that a template is gone', async () => {
    const opened = openedOf(1);
    const tools = toolsOver(sourcesOf([opened], [{ reference: referenceTo(opened), marks }]));
    const templateId = '00000000-0000-4000-8000-000000000001';
    expect(await previewExport(requestOf(all, { templateId }), tools)).toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    });
  });
});
