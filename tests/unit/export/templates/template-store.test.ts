import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TemplateStore } from '../../../../electron/export/templates/template-store.ts';
import type { Template } from '../../../../electron/shared/model/template.ts';
import { markId } from '../../shared/marks.ts';

let parent = '';
let folder = '';
let store = new TemplateStore('');

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'readout-templates-'));
  folder = path.join(parent, 'profile', 'templates');
  store = new TemplateStore(folder);
});

afterEach(() => rm(parent, { recursive: true }));

function templateOf(number: number, changes: Partial<Template> = {}): Template {
  return { id: markId(number), name: `Template ${number}`, source: '{{ tags }}\n', ...changes };
}

describe('TemplateStore', () => {
  it('is empty before anything is saved', async () => {
    expect(await store.list()).toEqual({ ok: true, value: { templates: [], broken: [] } });
  });

  it('lists what was saved, by name', async () => {
    const one = templateOf(1, { name: 'Weekly' });
    const other = templateOf(2, { name: 'Daily', source: '“é” \u2028 {{ tags }}' });
    await store.save(one);
    await store.save(other);
    const listed = await new TemplateStore(folder).list();
    expect(listed).toEqual({ ok: true, value: { templates: [other, one], broken: [] } });
    expect(await readdir(folder)).toEqual([`${one.id}.json`, `${other.id}.json`]);
  });

  it('replaces the template with the same id', async () => {
    await store.save(templateOf(1));
    await store.save(templateOf(1, { name: 'New' }));
    expect(await store.list()).toMatchObject({ value: { templates: [{ name: 'New' }] } });
  });

  it('removes a template, and takes one that is gone', async () => {
    await store.save(templateOf(1));
    expect((await store.remove(markId(1))).ok).toBe(true);
    expect((await store.remove(markId(1))).ok).toBe(true);
    expect(await store.list()).toEqual({ ok: true, value: { templates: [], broken: [] } });
  });

  it('names files that hold no template, and leaves them as they are', async () => {
    await store.save(templateOf(1));
    await writeFile(path.join(folder, 'cut.json'), '{"id":"');
    await writeFile(path.join(folder, `${markId(3)}.json`), JSON.stringify(templateOf(4)));
    await writeFile(path.join(folder, `${markId(5)}.json`), JSON.stringify({ id: markId(5) }));
    await writeFile(path.join(folder, 'notes.txt'), 'not ours');
    await mkdir(path.join(folder, 'folder.json'));
    expect(await store.list()).toEqual({
      ok: true,
      value: {
        templates: [templateOf(1)],
        broken: [`${markId(3)}.json`, `${markId(5)}.json`, 'cut.json', 'folder.json'],
      },
    });
    expect(await readFile(path.join(folder, 'cut.json'), 'utf8')).toBe('{"id":"');
  });

  it('says where it cannot write or read', async () => {
    await writeFile(path.join(parent, 'profile'), 'a file');
    expect(await store.save(templateOf(1))).toMatchObject({
      ok: false,
      problem: { kind: 'unwritable', message: expect.stringContaining(markId(1)) as string },
    });
    expect(await store.list()).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
  });

  it('takes no path for an id', async () => {
    await expect(store.remove('../../notes')).rejects.toThrow();
    await expect(store.save(templateOf(1, { id: '../evil' }))).rejects.toThrow();
    expect(await readdir(parent)).toEqual([]);
  });
});
