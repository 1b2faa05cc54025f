import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import * as realFiles from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type ExportRecord,
  openExportRecord,
} from '../../../../electron/export/folder/export-record.ts';
import type { ExportedFile } from '../../../../electron/export/folder/export-file.ts';
import {
  exportToFolder,
  type FolderExportRequest,
} from '../../../../electron/export/folder/export-to-folder.ts';
import { canMountDisks, mountSmallDisk } from '../../../support/notes/small-disk.ts';
import { temporaryFolder, valueOf } from '../../../support/notes/store-folder.ts';

const isPosix = process.platform !== 'win32';

function openRecord(folder: string): ExportRecord {
  const record = valueOf(openExportRecord(folder, () => 0));
  onTestFinished(() => record.close());
  return record;
}

function idOf(number: number): string {
  return String(number).padStart(32, '0');
}

/** One briefing with a note; its text says which briefing it is about. */
function briefing(number: number, note = 'note', name = `Story ${number}.md`): ExportedFile {
  const id = idOf(number);
  const text = `---\nreadout: ${id}\n---\n\n# Story ${number}\n\n- Place <!-- rd-aaaaaaaaaaa${number} -->\n\n  ${note}\n`;
  return { briefingId: id, name, text };
}

async function* oneByOne(files: readonly ExportedFile[]): AsyncGenerator<ExportedFile> {
  for (const file of files) yield await Promise.resolve(file);
}

type Options = Pick<FolderExportRequest, 'stop' | 'progress' | 'fileSystem'>;

interface Place {
  readonly folder: string;
  readonly profile: string;
  /** Answers `name: outcome` for each file, or the message of the problem. */
  readonly run: (files: readonly ExportedFile[], options?: Options) => Promise<unknown>;
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
}

function place(folder = temporaryFolder()): Place {
  const profile = temporaryFolder();
  return {
    folder,
    profile,
    run: async (files, options = {}) => {
      const record = valueOf(openExportRecord(profile, () => 0));
      const request = { ...options, folder, files: oneByOne(files), record };
      const result = await exportToFolder(request).finally(() => record.close());
      if (!result.ok) return result.problem.message;
      return result.value.map(({ name, outcome }) => `${name}: ${outcome}`);
    },
    read: (name) => readFileSync(path.join(folder, name), 'utf8'),
    write: (name, text) => writeFileSync(path.join(folder, name), text),
  };
}

function failing(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(`${code}: refused`), { code }));
}

describe('exportToFolder', () => {
  it('writes new files, updates them, and says so', async () => {
    const { run, read, write } = place();
    expect(await run([briefing(1), briefing(2)])).toEqual(['Story 1.md: new', 'Story 2.md: new']);
    write('Story 1.md', `${read('Story 1.md')}\nMine.\n`);
    const files = [briefing(1, 'changed'), briefing(2), briefing(3)];
    expect(await run(files)).toEqual([
      'Story 1.md: updated',
      'Story 2.md: kept',
      'Story 3.md: new',
    ]);
    expect(read('Story 1.md')).toBe(`${briefing(1, 'changed').text}\nMine.\n`);
  });

  it('writes nothing when it is run again', async () => {
    const { folder, run, read, write } = place();
    await run([briefing(1)]);
    write('Story 1.md', read('Story 1.md').replace('  note', '  mine'));
    expect(await run([briefing(1, 'changed')])).toEqual(['Story 1.md: conflict']);
    const before = statSync(path.join(folder, 'Story 1.md'), { bigint: true });
    const text = read('Story 1.md');
    expect(await run([briefing(1, 'changed')])).toEqual(['Story 1.md: kept']);
    const after = statSync(path.join(folder, 'Story 1.md'), { bigint: true });
    expect(read('Story 1.md')).toBe(text);
    expect([after.mtimeNs, after.ino]).toEqual([before.mtimeNs, before.ino]);
    expect(readdirSync(folder)).toEqual(['Story 1.md']);
  });

  it('keeps the name of the first export', async () => {
    const { folder, run } = place();
    await run([briefing(1)]);
    const outcomes = await run([briefing(1, 'note', 'Another headline.md')]);
    expect(outcomes).toEqual(['Story 1.md: kept']);
    expect(readdirSync(folder)).toEqual(['Story 1.md']);
  });

  it('finds a file that the reader renamed', async () => {
    const { folder, run, read } = place();
    await run([briefing(1), briefing(2)]);
    renameSync(path.join(folder, 'Story 1.md'), path.join(folder, 'Mine.md'));
    expect(await run([briefing(1, 'changed')])).toEqual(['Mine.md: updated']);
    expect(read('Mine.md')).toBe(briefing(1, 'changed').text);
    expect(await run([briefing(1, 'changed')])).toEqual(['Mine.md: kept']);
  });

  it('finds files whose names the reader exchanged', async () => {
    const { folder, run, read } = place();
    await run([briefing(1), briefing(2)]);
    const [one, two, other] = ['Story 1.md', 'Story 2.md', 'x'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string];
    renameSync(one, other);
    renameSync(two, one);
    renameSync(other, two);
    expect(await run([briefing(1, 'a'), briefing(2, 'b')])).toEqual([
      'Story 2.md: updated',
      'Story 1.md: updated',
    ]);
    expect(read('Story 1.md')).toBe(briefing(2, 'b').text);
  });

  it('finds a renamed file by a comment or a property of Logseq', async () => {
    for (const mark of [`<!-- readout:${idOf(7)} -->`, `readout:: ${idOf(7)}`]) {
      const { folder, run } = place();
      const file = { briefingId: idOf(7), name: 'Story.md', text: `${mark}\n\n# Story\n` };
      await run([file]);
      renameSync(path.join(folder, 'Story.md'), path.join(folder, 'Mine.md'));
      expect(await run([file])).toEqual(['Mine.md: kept']);
    }
  });

  it('writes a file again that the reader deleted, under its name', async () => {
    const { folder, run } = place();
    await run([briefing(1)]);
    rmSync(path.join(folder, 'Story 1.md'));
    const outcomes = await run([briefing(1, 'note', 'Another headline.md')]);
    expect(outcomes).toEqual(['Story 1.md: new']);
  });

  it('never touches files of others, in upper or lower case', async () => {
    const { run, read, write } = place();
    write('STORY 1.md', 'the reader’s');
    write('Story 1 (2).md', 'the reader’s, too');
    expect(await run([briefing(1)])).toEqual(['Story 1 (3).md: new']);
    expect(await run([briefing(1, 'changed')])).toEqual(['Story 1 (3).md: updated']);
    expect(read('STORY 1.md')).toBe('the reader’s');
    expect(read('Story 1 (2).md')).toBe('the reader’s, too');
  });

  it('gives briefings with the same name one file each', async () => {
    const { run } = place();
    const files = [briefing(1, 'a', 'Same.md'), briefing(2, 'b', 'Same.md')];
    expect(await run(files)).toEqual(['Same.md: new', 'Same (2).md: new']);
    expect(await run(files)).toEqual(['Same.md: kept', 'Same (2).md: kept']);
  });

  it('does not take a file for its own that says it is about another briefing', async () => {
    const { run, read, write } = place();
    await run([briefing(1)]);
    write('Story 1.md', briefing(2, 'theirs').text);
    expect(await run([briefing(1, 'changed')])).toEqual(['Story 1 (2).md: new']);
    expect(read('Story 1.md')).toBe(briefing(2, 'theirs').text);
  });

  it('does not touch a file that is no UTF-8 any more', async () => {
    const { folder, run } = place();
    await run([briefing(1)]);
    const bytes = Buffer.from('Größe', 'latin1');
    writeFileSync(path.join(folder, 'Story 1.md'), bytes);
    expect(await run([briefing(1)])).toEqual(['Story 1 (2).md: new']);
    expect(readFileSync(path.join(folder, 'Story 1.md'))).toEqual(bytes);
  });

  it.runIf(isPosix)('does not follow links out of the folder', async () => {
    const { folder, run } = place();
    await run([briefing(1)]);
    const outside = path.join(temporaryFolder(), 'outside.md');
    writeFileSync(outside, briefing(1).text);
    rmSync(path.join(folder, 'Story 1.md'));
    symlinkSync(outside, path.join(folder, 'Story 1.md'));
    expect(await run([briefing(1, 'changed')])).toEqual(['Story 1 (2).md: new']);
    expect(readFileSync(outside, 'utf8')).toBe(briefing(1).text);
    expect(lstatSync(path.join(folder, 'Story 1.md')).isSymbolicLink()).toBe(true);
  });

  it.runIf(isPosix)('knows a folder by whatever link it is reached', async () => {
    const { folder, run, profile } = place();
    await run([briefing(1)]);
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(folder, link);
    const files = oneByOne([briefing(1, 'changed')]);
    const result = await exportToFolder({ folder: link, files, record: openRecord(profile) });
    expect(valueOf(result)).toEqual([{ name: 'Story 1.md', outcome: 'updated' }]);
  });

  it('tells how many files are done, and stops when it is told to', async () => {
    const { folder, run } = place();
    const stop = new AbortController();
    const done: number[] = [];
    const progress = (count: number): void => {
      done.push(count);
      if (count === 2) stop.abort();
    };
    const answer = await run(
      [1, 2, 3].map((number) => briefing(number)),
      {
        stop: stop.signal,
        progress,
      },
    );
    expect(answer).toBe(
      'The export was stopped. Files exported before: 2 new. Export again to go on.',
    );
    expect(done).toEqual([1, 2]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('removes what an interrupted export left long ago', async () => {
    const { folder, run, write } = place();
    write('.readout-0123456789abcdef.tmp', 'half');
    write('.readout-fedcba9876543210.tmp', 'being written');
    utimesSync(path.join(folder, '.readout-0123456789abcdef.tmp'), 0, 0);
    await run([briefing(1)]);
    expect(readdirSync(folder)).toEqual(['.readout-fedcba9876543210.tmp', 'Story 1.md']);
  });
});

describe('exportToFolder without its record', () => {
  it('keeps a file that is the new text, and goes on from there', async () => {
    const { run, profile, read, write } = place();
    await run([briefing(1)]);
    rmSync(profile, { recursive: true });
    expect(await run([briefing(1)])).toEqual(['Story 1.md: kept']);
    write('Story 1.md', `${read('Story 1.md')}Mine.\n`);
    expect(await run([briefing(1, 'changed')])).toEqual(['Story 1.md: updated']);
  });

  it('keeps both texts of a file that differs', async () => {
    const { run, profile, read, write } = place();
    await run([briefing(1)]);
    write('Story 1.md', read('Story 1.md').replace('  note', '  my note'));
    rmSync(profile, { recursive: true });
    expect(await run([briefing(1, 'changed')])).toEqual(['Story 1.md: conflict']);
    expect(read('Story 1.md')).toContain('> my note');
    expect(read('Story 1.md')).toContain('> changed');
    expect(await run([briefing(1, 'changed')])).toEqual(['Story 1.md: kept']);
  });

  it('records a file that was written and not recorded, though it does not say whose it is', async () => {
    const { folder, run, write } = place();
    const file = { briefingId: idOf(9), name: 'Story.md', text: '# Story\n' };
    write('Story.md', file.text);
    expect(await run([file])).toEqual(['Story.md: kept']);
    expect(await run([{ ...file, text: '# Tale\n' }])).toEqual(['Story.md: updated']);
    expect(readdirSync(folder)).toEqual(['Story.md']);
  });

  it('sets a damaged record aside', async () => {
    const { run, profile } = place();
    await run([briefing(1)]);
    for (const name of readdirSync(profile)) rmSync(path.join(profile, name));
    writeFileSync(
      path.join(profile, 'files.sqlite'),
      'this is no database, but long enough'.repeat(99),
    );
    expect(await run([briefing(1)])).toEqual(['Story 1.md: kept']);
    expect(readdirSync(profile).some((name) => name.includes('unreadable'))).toBe(true);
  });

  it('says that the record cannot be opened', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const opened = openExportRecord(path.join(file, 'exports'), () => 0);
    expect(opened.ok ? '' : opened.problem.message).toContain('could not be recorded');
  });
});

describe('exportToFolder, interrupted before a file is recorded', () => {
  it('knows the merge that it wrote, and repeats no conflict', async () => {
    const { folder, profile, run, read, write } = place();
    await run([briefing(1)]);
    write('Story 1.md', `${read('Story 1.md').replace('  note', '  mine')}\nMore of mine.\n`);
    const record = {
      ...openRecord(profile),
      save: () =>
        ({ ok: false, problem: { kind: 'unwritable', message: 'Not recorded.' } }) as const,
    };
    const files = oneByOne([briefing(1, 'changed')]);
    expect(await exportToFolder({ folder, files, record })).toMatchObject({ ok: false });
    const text = read('Story 1.md');
    expect(text).toContain('> changed');
    expect(await run([briefing(1, 'changed')])).toEqual(['Story 1.md: kept']);
    expect(read('Story 1.md')).toBe(text);
    expect(await run([briefing(1, 'changed again')])).toEqual(['Story 1.md: conflict']);
    expect(read('Story 1.md')).toBe(
      text.replace('> changed', '> changed again').replace(/readout-conflict \w+/, (mark) => {
        expect(read('Story 1.md')).not.toContain(mark);
        return /readout-conflict \w+/.exec(read('Story 1.md'))?.[0] ?? '';
      }),
    );
  });

  it('has old or new files wherever it fails, and goes on from there', async () => {
    let failedAt = 0;
    for (let point = 1; point <= 24; point += 1) {
      const { folder, run, read, write } = place();
      await run([briefing(1), briefing(2)]);
      write('Story 2.md', `${read('Story 2.md')}Mine.\n`);
      let calls = 0;
      const counted =
        <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
        (...given: Given): Promise<Answer> => {
          calls += 1;
          return calls === point ? failing('ENOSPC') : call(...given);
        };
      const fileSystem = {
        ...realFiles,
        open: counted(realFiles.open),
        rename: counted(realFiles.rename),
        link: counted(realFiles.link),
      };
      const files = [briefing(1, 'a'), briefing(2, 'b'), briefing(3, 'c')];
      const answer = await run(files, { fileSystem });
      if (typeof answer === 'string') failedAt += 1;
      const own = ['', 'Mine.\n', ''];
      for (const name of readdirSync(folder)) {
        const index = Number(/\d/.exec(name)?.[0]) - 1;
        const end = own[index] ?? '';
        expect([briefing(index + 1).text + end, `${files[index]?.text}${end}`]).toContain(
          read(name),
        );
      }
      await run(files);
      expect(files.map(({ name }) => read(name))).toEqual(
        files.map(({ text }, index) => text + (own[index] ?? '')),
      );
    }
    expect(failedAt).toBeGreaterThan(5);
  }, 120_000);
});

describe('exportToFolder, when something fails', () => {
  it('says that the folder is not there', async () => {
    const folder = path.join(temporaryFolder(), 'gone');
    const { run } = place(folder);
    expect(await run([briefing(1)])).toContain('The folder is not there.');
  });

  it('says which file it was when the folder vanishes, and what was done', async () => {
    const { folder, run } = place();
    const progress = (): void => rmSync(folder, { recursive: true });
    const message = await run([briefing(1), briefing(2)], { progress });
    expect(message).toContain('Story 2.md was not written');
    expect(message).toContain('Files exported before: 1 new. Export again to go on.');
  });

  it.each(['ENOSPC', 'EACCES', 'EROFS', 'EIO'])('leaves old files whole at %s', async (code) => {
    const { folder, run, read } = place();
    await run([briefing(1), briefing(2)]);
    const fileSystem = { ...realFiles, rename: () => failing(code) };
    const message = await run([briefing(1), briefing(2, 'changed')], { fileSystem });
    expect(message).toContain('Story 2.md was not written, and nothing was changed.');
    expect(message).toContain('Files exported before: 1 kept.');
    expect(read('Story 2.md')).toBe(briefing(2).text);
    expect(readdirSync(folder)).toEqual(['Story 1.md', 'Story 2.md']);
    expect(await run([briefing(2, 'changed')])).toEqual(['Story 2.md: updated']);
  });

  it('says which file may not be read', async () => {
    const { run } = place();
    await run([briefing(1)]);
    const open: typeof realFiles.open = (...given) =>
      String(given[0]).endsWith('Story 1.md') ? failing('EACCES') : realFiles.open(...given);
    const message = await run([briefing(1, 'changed')], { fileSystem: { ...realFiles, open } });
    expect(message).toContain('Story 1.md could not be read');
  });

  it('merges again when the reader saves the file at the same time', async () => {
    const { folder, run, read, write } = place();
    await run([briefing(1)]);
    let isFirst = true;
    const open: typeof realFiles.open = async (...given) => {
      if (isFirst && String(given[0]).endsWith('.tmp')) {
        isFirst = false;
        write('Story 1.md', `${read('Story 1.md')}Saved just now.\n`);
      }
      return realFiles.open(...given);
    };
    const outcomes = await run([briefing(1, 'changed')], { fileSystem: { ...realFiles, open } });
    expect(outcomes).toEqual(['Story 1.md: updated']);
    expect(read('Story 1.md')).toBe(`${briefing(1, 'changed').text}Saved just now.\n`);
    expect(readdirSync(folder)).toEqual(['Story 1.md']);
  });

  it('gives up on a file that another program keeps writing to', async () => {
    const { run, read, write } = place();
    await run([briefing(1)]);
    const open: typeof realFiles.open = async (...given) => {
      if (String(given[0]).endsWith('.tmp')) write('Story 1.md', `${read('Story 1.md')}x\n`);
      return realFiles.open(...given);
    };
    const message = await run([briefing(1, 'changed')], { fileSystem: { ...realFiles, open } });
    expect(message).toContain('Another program keeps writing to it');
    expect(read('Story 1.md')).toContain('x\nx\n');
  });

  it.runIf(canMountDisks())('has old or new files on a disk that is full', async () => {
    const disk = path.join(mountSmallDisk(64), 'folder');
    mkdirSync(disk);
    const { run, read } = place(disk);
    const long = 'words '.repeat(2000);
    await run([1, 2, 3].map((number) => briefing(number)));
    const files = [1, 2, 3, 4, 5, 6].map((number) => briefing(number, `${long}${number}`));
    expect(await run(files)).toContain('The disk is full.');
    const names = readdirSync(disk);
    expect(names.every((name) => name.endsWith('.md'))).toBe(true);
    for (const name of names) {
      const number = Number(/\d/.exec(name)?.[0]);
      expect([briefing(number).text, files[number - 1]?.text]).toContain(read(name));
    }
  });
});
