import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { briefingReferenceSchema, marksSchema } from '../../../electron/shared/model/annotation.ts';
import { briefingFolder, story, temporaryFolder } from '../../support/library/briefing-folder.ts';
import { markedLibrary } from './marked-library.ts';
import { run, runProgram } from './run.ts';

const answerSchema = z.array(z.object({ reference: briefingReferenceSchema, marks: marksSchema }));

describe('readout notes', () => {
  it('gives the marks in the order of the text', async () => {
    const { on } = await markedLibrary();
    expect(await run('notes', ...on)).toEqual({
      code: 0,
      output: [
        'The ferry runs again',
        '  The whole briefing: On the **whole** of it.',
        '  Headline: (highlight)',
        '  Overview, bullet 1: Who said so? Ask.',
        '  Bookmark: Headline',
        '',
      ].join('\n'),
      errors: '',
    });
  });

  it('gives them as JSON, verbatim', async () => {
    const { on, briefingId } = await markedLibrary();
    const { code, output } = await run('notes', ...on, '--json');
    const [entry, ...others] = answerSchema.parse(JSON.parse(output));
    expect([code, others]).toEqual([0, []]);
    expect(entry?.reference).toMatchObject({ id: briefingId, headline: 'The ferry runs again' });
    expect(entry?.marks.annotations.map(({ note }) => note)).toEqual([
      'Who said so?\n\nAsk.',
      'On the **whole** of it.',
      '',
    ]);
    expect(entry?.marks.bookmarks).toHaveLength(1);
  });

  it('keeps the marks of a file that is gone from the folder', async () => {
    const { on, folder } = await markedLibrary();
    rmSync(folder.at('ferry.txt'));
    const { code, output } = await run('notes', ...on);
    expect(code).toBe(0);
    expect(output).toContain('The ferry runs again');
    expect(output).toContain('Who said so? Ask.');
  });

  it('follows a file that was moved and edited', async () => {
    const { on, folder } = await markedLibrary();
    rmSync(folder.at('ferry.txt'));
    folder.write('sub/ferry.txt', `${story('The ferry runs again', '2026-03-04')}\n• Again.\n`);
    const { output } = await run('notes', ...on);
    expect(output.match(/The ferry runs again/g)).toHaveLength(1);
    expect(output).toContain('Who said so? Ask.');
  });

  it('has none where there is no profile, and makes none', async () => {
    const { folder } = await markedLibrary();
    const profile = path.join(temporaryFolder(), 'none');
    const on = ['--library', folder.root, '--profile', profile];
    expect(await run('notes', ...on)).toEqual({ code: 0, output: '', errors: '' });
    expect(JSON.parse((await run('notes', ...on, '--json')).output)).toEqual([]);
    expect(readdirSync(profile)).toEqual(['indexes']);
  });

  it('leaves out the marks on briefings of other folders', async () => {
    const { profile } = await markedLibrary();
    const other = briefingFolder();
    other.write('x.txt', story('Elsewhere'));
    const answer = await run('notes', '--library', other.root, '--profile', profile, '--json');
    expect(JSON.parse(answer.output)).toEqual([]);
  });

  it('finds the marks on a file that was renamed', async () => {
    const { folder, on } = await markedLibrary();
    renameSync(folder.at('ferry.txt'), folder.at('renamed.txt'));
    const { output } = await run('notes', ...on, '--json');
    const [entry] = answerSchema.parse(JSON.parse(output));
    expect(entry?.reference.fileName).toBe('renamed.txt');
    expect(entry?.marks.annotations).toHaveLength(3);
    expect(entry?.marks.annotations[0]?.briefingId).toBe(entry?.reference.id);
  });

  it('gives the marks on a copy of the folder, and leaves them where they are', async () => {
    const { folder, profile, notes, briefingId } = await markedLibrary();
    const copy = temporaryFolder();
    cpSync(folder.root, copy, { recursive: true });
    const { output } = await run('notes', '--library', copy, '--profile', profile);
    expect(output).toContain('The ferry runs again');
    expect(notes.marksOf(briefingId).annotations).toHaveLength(3);
    expect(notes.references().map(({ id }) => id)).toEqual([briefingId]);
  });

  it('takes the app’s own profile where none is named', async () => {
    const { folder, profile } = await markedLibrary();
    const config = temporaryFolder();
    cpSync(profile, path.join(config, 'Readout'), { recursive: true });
    const environment = { HOME: config, XDG_CONFIG_HOME: config };
    const answer = await runProgram(['notes', '--library', folder.root], environment);
    expect(answer.code).toBe(0);
    expect(process.platform === 'linux' ? answer.output : 'The ferry').toContain('The ferry');
  });
});
