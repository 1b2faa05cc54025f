import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { briefingFolder, story, temporaryFolder } from '../../support/library/briefing-folder.ts';
import { markedLibrary } from './marked-library.ts';
import { run } from './run.ts';

// Each run reads the folder anew.
const patience = { timeout: 60_000 };

describe('readout export', patience, () => {
  it('writes the notes as Markdown on standard output', async () => {
    const { on } = await markedLibrary();
    const { code, output, errors } = await run(
      'export',
      ...on,
      '--format',
      'markdown',
      '--out',
      '-',
    );
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain('The ferry runs again');
    expect(output).toContain('On the **whole** of it.');
    expect(output).not.toContain('Nothing marked');
    expect(output.endsWith('\n')).toBe(true);
  });

  it('writes the same into a file, and nothing else', async () => {
    const { on } = await markedLibrary();
    const file = path.join(temporaryFolder(), 'notes.md');
    const shown = await run('export', ...on, '--format', 'markdown', '--out', '-');
    const written = await run('export', ...on, '--format', 'markdown', '--out', file);
    expect(written).toEqual({ code: 0, output: '', errors: '' });
    expect(readFileSync(file, 'utf8')).toBe(shown.output);
    expect(readdirSync(path.dirname(file))).toEqual(['notes.md']);
  });

  it('replaces a file', async () => {
    const { on } = await markedLibrary();
    const file = path.join(temporaryFolder(), 'notes.md');
    writeFileSync(file, 'old');
    await run('export', ...on, '--format', 'markdown', '--out', file);
    expect(readFileSync(file, 'utf8')).toContain('The ferry runs again');
  });

  it('says in one line that it could not write, and leaves what is there', async () => {
    const { on } = await markedLibrary();
    const file = path.join(temporaryFolder(), 'gone', 'notes.csv');
    const { code, output, errors } = await run('export', ...on, '--format', 'csv', '--out', file);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^readout: [^\n]*The folder is not there[^\n]*\n$/);
    expect(existsSync(path.dirname(file))).toBe(false);
  });

  it('says that there is nothing to export, and writes no file', async () => {
    const folder = briefingFolder();
    folder.write('x.txt', story('Unmarked'));
    const out = path.join(temporaryFolder(), 'notes.md');
    const on = ['--library', folder.root, '--profile', path.join(temporaryFolder(), 'none')];
    expect(await run('export', ...on, '--format', 'markdown', '--out', out)).toEqual({
      code: 1,
      output: '',
      errors: 'readout: There are no notes and no bookmarks to export yet.\n',
    });
    expect(existsSync(out)).toBe(false);
  });

  it('knows no other format', async () => {
    const { on } = await markedLibrary();
    const { code, errors } = await run('export', ...on, '--format', 'exe', '--out', '-');
    expect(code).toBe(2);
    expect(errors).toMatch(/^readout: [^\n]*There is no format “exe”\.[^\n]*\n$/);
  });

  it('writes every format that is text, with the notes or the briefing in it', async () => {
    const { on } = await markedLibrary();
    const formats = [
      'obsidian',
      'logseq',
      'html',
      'csv',
      'readwise',
      'json',
      'bibtex',
      'csl',
      'txt',
    ];
    for (const format of formats) {
      const { code, output, errors } = await run(
        ...['export', ...on, '--format', format, '--out', '-'],
      );
      expect([format, code, errors]).toEqual([format, 0, '']);
      expect(output).toMatch(/ferry/i);
    }
  });

  it.each(['docx', 'zip'] as const)('writes %s, which is an archive', async (format) => {
    const { on } = await markedLibrary();
    const file = path.join(temporaryFolder(), `notes.${format}`);
    expect(await run('export', ...on, '--format', format, '--out', file)).toMatchObject({
      code: 0,
    });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  it('says that pages are printed by the app, where there is no browser', async () => {
    const { on } = await markedLibrary();
    const { code, errors } = await run('export', ...on, '--format', 'pdf', '--out', '-');
    expect(code).toBe(1);
    expect(errors).toMatch(/^readout: PDF is printed by the app\.[^\n]*\n$/);
  });

  it('leaves marks out by query, colour, tag and day', async () => {
    const { on } = await markedLibrary();
    const json = async (...options: readonly string[]): Promise<string> =>
      (await run('export', ...on, '--format', 'txt', '--out', '-', ...options)).output;
    expect(await json('--query', 'ferry')).toContain('The ferry runs again');
    expect(await json('--query', 'zebra')).toBe('');
    expect(await json('--colors', 'yellow')).not.toContain('Who said so?');
    expect(await json('--to', '2001-01-01')).toBe('');
    const wrong = await run('export', ...on, '--format', 'txt', '--out', '-', '--colors', 'mauve');
    expect(wrong.code).toBe(2);
  });

  it('writes a file for each briefing into a folder, and keeps it the next time', async () => {
    const { on } = await markedLibrary();
    const folder = path.join(temporaryFolder(), 'vault/');
    const first = await run('export', ...on, '--format', 'obsidian', '--out', folder);
    expect(first).toEqual({ code: 0, output: 'new  The ferry runs again.md\n', errors: '' });
    const second = await run('export', ...on, '--format', 'obsidian', '--out', folder);
    expect(second.output).toBe('kept  The ferry runs again.md\n');
    expect(readdirSync(folder)).toEqual(['The ferry runs again.md']);
    const table = await run('export', ...on, '--format', 'csv', '--out', folder);
    expect(table).toMatchObject({ code: 1, output: '' });
  });

  it('is made by a template of the reader’s, whose faults are said', async () => {
    const { on } = await markedLibrary();
    const file = path.join(temporaryFolder(), 'mine.liquid');
    writeFileSync(file, 'On {{ briefing.headline }}: {{ annotations.size }}');
    const given = ['export', ...on, '--format', 'markdown', '--out', '-', '--template', file];
    expect((await run(...given)).output).toBe('On The ferry runs again: 3\n');
    writeFileSync(file, '{% if %}');
    const { code, errors } = await run(...given);
    expect([code, errors.split('\n').length]).toEqual([1, 2]);
    expect(errors).toMatch(/template/i);
  });
});

describe('readout import', patience, () => {
  it('brings what was exported into another profile, of which the same is exported', async () => {
    const { on, folder } = await markedLibrary();
    const file = path.join(temporaryFolder(), 'notes.json');
    await run('export', ...on, '--format', 'json', '--out', file);
    const other = ['--library', folder.root, '--profile', path.join(temporaryFolder(), 'other')];
    const dry = await run('import', file, ...other, '--dry-run');
    expect(dry).toMatchObject({ code: 0, errors: '' });
    expect(dry.output).toContain('4 new');
    expect((await run('export', ...other, '--format', 'json', '--out', '-')).code).toBe(1);
    expect((await run('import', file, ...other)).output).toContain('4 new');
    expect((await run('import', file, ...other)).output).toContain('4 known');
    const again = await run('export', ...other, '--format', 'json', '--out', '-');
    expect(again.output).toBe(readFileSync(file, 'utf8'));
  });

  it('says what is wrong with a file, and changes nothing', async () => {
    const { on } = await markedLibrary();
    const file = path.join(temporaryFolder(), 'x.json');
    writeFileSync(file, '\0\0\0');
    const { code, errors } = await run('import', file, ...on);
    expect(code).toBe(1);
    expect(errors).toMatch(/^readout: x\.json[^\n]*\n$/);
  });
});
