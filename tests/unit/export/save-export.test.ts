import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewExport } from '../../../electron/export/preview-export.ts';
import type { ExportRun } from '../../../electron/export/export-run.ts';
import { saveExport } from '../../../electron/export/save-export.ts';
import type { ExportFormat, ExportProgress } from '../../../electron/shared/model/export.ts';
import { temporaryFolder } from '../../support/notes/store-folder.ts';
import { annotationOf, openedOf } from '../shared/marks.ts';
import { plainForm, referenceTo, sourcesOf, toolsOver } from './sources.ts';

const opened = openedOf(1);
const marks = { annotations: [annotationOf(1)], bookmarks: [] };
const tools = toolsOver(sourcesOf([opened], [{ reference: referenceTo(opened), marks }]));
const request = { ...plainForm, scope: { kind: 'all' } } as const;
const run: ExportRun = { stop: new AbortController().signal, progress: () => undefined };

describe('saveExport', () => {
  it('writes the very text of the preview where the reader says', async () => {
    const file = path.join(temporaryFolder(), 'Mine.md');
    const proposed: string[] = [];
    const saved = await saveExport(
      request,
      tools,
      (_, name) => {
        proposed.push(name);
        return Promise.resolve(file);
      },
      run,
    );
    const preview = await previewExport(request, tools);
    const text = readFileSync(file, 'utf8');
    expect(preview).toMatchObject({ ok: true, value: { content: text } });
    expect(proposed).toEqual(['Readout notes.md']);
    const byteLength = Buffer.byteLength(text);
    expect(saved).toEqual({
      ok: true,
      value: { kind: 'saved', path: file, byteLength, briefingCount: 1, files: [] },
    });
  });

  it('writes nothing after the reader cancelled', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'Mine.md'), 'old');
    const saved = await saveExport(request, tools, () => Promise.resolve(null), run);
    expect(saved).toEqual({ ok: true, value: { kind: 'cancelled' } });
    expect(readdirSync(folder)).toEqual(['Mine.md']);
    expect(readFileSync(path.join(folder, 'Mine.md'), 'utf8')).toBe('old');
  });

  it('does not ask where there is nothing to export', async () => {
    let asked = 0;
    const saved = await saveExport(
      request,
      toolsOver(sourcesOf([], [])),
      () => {
        asked += 1;
        return Promise.resolve(null);
      },
      run,
    );
    expect(saved).toMatchObject({ ok: false, problem: { kind: 'missing' } });
    expect(asked).toBe(0);
  });

  it('says that it could not be written', async () => {
    const file = path.join(temporaryFolder(), 'gone', 'Mine.md');
    const saved = await saveExport(request, tools, () => Promise.resolve(file), run);
    expect(saved).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
  });
});

describe('an export that is stopped', () => {
  const many = Array.from({ length: 50 }, (_, index) => openedOf(index + 1));
  const marked = many.map((one) => ({ reference: referenceTo(one), marks }));

  it('tells how far it is, and leaves what was there', async () => {
    const file = path.join(temporaryFolder(), 'Mine.md');
    writeFileSync(file, 'old');
    const stopping = new AbortController();
    const told: ExportProgress[] = [];
    const progress = (one: ExportProgress): void => {
      told.push(one);
      stopping.abort();
    };
    const stopped = await saveExport(
      request,
      toolsOver(sourcesOf(many, marked)),
      () => Promise.resolve(file),
      { stop: stopping.signal, progress },
    );
    expect(stopped).toMatchObject({ ok: false, problem: { kind: 'stopped' } });
    expect(told).toEqual([{ done: 1, total: 50 }]);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(path.dirname(file))).toEqual(['Mine.md']);
  });
});

describe('an export into a folder', () => {
  const two = [openedOf(1), openedOf(2)];
  const marked = two.map((one) => ({ reference: referenceTo(one), marks }));
  const into = (folder: string, format: ExportFormat) =>
    saveExport(
      { ...plainForm, scope: { kind: 'all' }, format, layout: 'folder' },
      toolsOver(sourcesOf(two, marked), folder),
      () => Promise.resolve(folder),
      run,
    );
  const outcomes = async (folder: string, format: ExportFormat): Promise<readonly string[]> => {
    const saved = await into(folder, format);
    if (!saved.ok || saved.value.kind !== 'saved') throw new Error(JSON.stringify(saved));
    expect(saved.value.byteLength).toBeGreaterThan(0);
    return saved.value.files.map(({ outcome }) => outcome);
  };

  it('keeps what the reader wrote into the Markdown, and changes nothing the second time', async () => {
    const folder = temporaryFolder();
    expect(await outcomes(folder, 'markdown')).toEqual(['new', 'new']);
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.md'));
    const file = path.join(folder, name);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nMy own line.\n`);
    expect(await outcomes(folder, 'markdown')).toEqual(['kept', 'kept']);
    expect(readFileSync(file, 'utf8')).toContain('My own line.');
  });

  it.each(['html', 'txt', 'docx'] as const)(
    'never takes the place of a file: %s',
    async (format) => {
      const folder = temporaryFolder();
      expect(await outcomes(folder, format)).toEqual(['new', 'new']);
      expect(await outcomes(folder, format)).toEqual(['kept', 'kept']);
      const [name = ''] = readdirSync(folder);
      writeFileSync(path.join(folder, name), 'mine');
      expect((await outcomes(folder, format)).toSorted()).toEqual(['kept', 'new']);
      expect((await outcomes(folder, format)).toSorted()).toEqual(['kept', 'kept']);
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe('mine');
    },
  );
});
