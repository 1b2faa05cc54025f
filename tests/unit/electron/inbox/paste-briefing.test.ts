import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInbox } from '../../../../electron/inbox/inbox.ts';
import { pasteBriefing } from '../../../../electron/inbox/paste-briefing.ts';
import {
  type ReadableClipboard,
  readClipboard,
} from '../../../../electron/inbox/read-clipboard.ts';
import { success } from '../../../../electron/shared/result.ts';

let profile: string;
let folder: string;

beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'readout-inbox-'));
  folder = path.join(profile, 'inbox');
});

afterEach(() => rmSync(profile, { recursive: true }));

const roots = [{ id: 'a'.repeat(16), path: '/news', include: [], exclude: [] }];

function paste(text: string, id: string | null = 'the id') {
  const library = {
    readNow: vi.fn<(file: string) => Promise<string | null>>(() => Promise.resolve(id)),
    setRoots: vi.fn(() => Promise.resolve()),
  };
  const readText = () => Promise.resolve(text);
  const inbox = createInbox(folder);
  return { library, pasted: pasteBriefing({ readText, inbox, library, roots: () => roots }) };
}

describe('pasting', () => {
  it('makes a file of the text, named after its first line, and reads it', async () => {
    const text = '\n  Ferries: back “on time”?\r\nBy A. Writer\nÄnderung 👍\n';
    const { library, pasted } = paste(text);
    await expect(pasted).resolves.toEqual(success({ id: 'the id' }));
    const file = path.join(folder, 'Ferries back “on time”.txt');
    expect(readdirSync(folder)).toEqual([path.basename(file)]);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(library.readNow).toHaveBeenCalledExactlyOnceWith(file);
  });

  it('tells the library of the inbox when it makes it, and only then', async () => {
    const first = paste('One');
    await first.pasted;
    expect(first.library.setRoots).toHaveBeenCalledExactlyOnceWith(roots);
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
    const second = paste('Two');
    await second.pasted;
    expect(second.library.setRoots).not.toHaveBeenCalled();
  });

  it('never writes over a file, also where much is pasted at once', async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'Same.txt'), 'there before');
    await Promise.all([1, 2, 3].map((number) => paste(`Same\n${number}`).pasted));
    expect(readdirSync(folder).toSorted()).toEqual([
      'Same 2.txt',
      'Same 3.txt',
      'Same 4.txt',
      'Same.txt',
    ]);
    const contents = readdirSync(folder).map((name) =>
      readFileSync(path.join(folder, name), 'utf8'),
    );
    expect(contents.toSorted()).toEqual(['Same\n1', 'Same\n2', 'Same\n3', 'there before']);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'CON', '...', '\u202e\u2066', 'x'.repeat(1000)])(
    'stays in the inbox with the first line %j',
    async (text) => {
      await expect(paste(text).pasted).resolves.toMatchObject({ ok: true });
      expect(readdirSync(folder)).toHaveLength(1);
      expect(readdirSync(profile)).toEqual(['inbox']);
    },
  );

  it.each(['', ' \n\t'])('is a problem without a text (%j), and makes no inbox', async (text) => {
    await expect(paste(text).pasted).resolves.toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    });
    expect(readdirSync(profile)).toEqual([]);
  });

  it('is a problem with a text that is too long', async () => {
    await expect(paste('x'.repeat(20_000_001)).pasted).resolves.toMatchObject({ ok: false });
    expect(readdirSync(profile)).toEqual([]);
  });

  it('is a problem where the inbox cannot be made', async () => {
    writeFileSync(folder, 'in the way');
    const outcome = await paste('One').pasted;
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
  });

  it('says where the text is when the library does not read it', async () => {
    const outcome = await paste('One', null).pasted;
    expect(outcome.ok ? '' : outcome.problem.message).toContain(path.join(folder, 'One.txt'));
  });
});

describe('the clipboard', () => {
  function holding(text: string, html: string | null): ReadableClipboard {
    const item = {
      types: html === null ? ['image/png'] : ['text/html'],
      getType: () => Promise.resolve(new Blob([html ?? ''])),
    };
    return {
      readText: () => Promise.resolve(text),
      read: () =>
        Promise.resolve([item] as unknown as Awaited<ReturnType<ReadableClipboard['read']>>),
    };
  }

  it.each([
    ['its text', holding('Text', '<p>HTML</p>'), 'Text'],
    [
      'the text of HTML where there is only that',
      holding('', '<p>One</p><p>Two</p>'),
      'One\n\nTwo',
    ],
    ['nothing where there is neither', holding('', null), ''],
  ])('gives %s', (_, clipboard, text) => expect(readClipboard(clipboard)).resolves.toBe(text));
});
