import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeExport } from '../../../electron/export/make-export.ts';
import { saveExport } from '../../../electron/export/save-export.ts';
import { temporaryFolder } from '../../support/notes/store-folder.ts';
import { annotationOf, openedOf } from '../shared/marks.ts';
import { referenceTo, sourcesOf } from './sources.ts';

const opened = openedOf(1);
const marks = { annotations: [annotationOf(1)], bookmarks: [] };
const sources = sourcesOf([opened], [{ reference: referenceTo(opened), marks }]);
const request = { scope: { kind: 'all' }, format: 'markdown' } as const;

describe('saveExport', () => {
  it('writes the very text of the preview where the reader says', async () => {
    const file = path.join(temporaryFolder(), 'Mine.md');
    const proposed: string[] = [];
    const saved = await saveExport(request, sources, (name) => {
      proposed.push(name);
      return Promise.resolve(file);
    });
    const preview = await makeExport(request, sources);
    const text = readFileSync(file, 'utf8');
    expect(preview).toMatchObject({ ok: true, value: { text } });
    expect(proposed).toEqual(['Readout notes.md']);
    const byteLength = Buffer.byteLength(text);
    expect(saved).toEqual({ ok: true, value: { kind: 'saved', path: file, byteLength } });
  });

  it('writes nothing after the reader cancelled', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'Mine.md'), 'old');
    const saved = await saveExport(request, sources, () => Promise.resolve(null));
    expect(saved).toEqual({ ok: true, value: { kind: 'cancelled' } });
    expect(readdirSync(folder)).toEqual(['Mine.md']);
    expect(readFileSync(path.join(folder, 'Mine.md'), 'utf8')).toBe('old');
  });

  it('does not ask where there is nothing to export', async () => {
    let asked = 0;
    const saved = await saveExport(request, sourcesOf([], []), () => {
      asked += 1;
      return Promise.resolve(null);
    });
    expect(saved).toMatchObject({ ok: false, problem: { kind: 'missing' } });
    expect(asked).toBe(0);
  });

  it('says that it could not be written', async () => {
    const file = path.join(temporaryFolder(), 'gone', 'Mine.md');
    const saved = await saveExport(request, sources, () => Promise.resolve(file));
    expect(saved).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
  });
});
