import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  type AnnotationDraft,
  briefingReferenceSchema,
  marksSchema,
} from '../../../electron/shared/model/annotation.ts';
import {
  briefingFolder,
  listingsOf,
  scannedLibrary,
  story,
  temporaryFolder,
} from '../../support/library/briefing-folder.ts';
import { bookmarkDraft, highlightDraft, noteDraft } from '../../support/notes/drafts.ts';
import { openStore, valueOf } from '../../support/notes/store-folder.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import { run, runProgram } from './run.ts';

const answerSchema = z.array(z.object({ reference: briefingReferenceSchema, marks: marksSchema }));

/** Two stories, and a profile with three marks on the first one. */
async function markedLibrary() {
  const folder = briefingFolder();
  folder.write('ferry.txt', story('The ferry runs again', '2026-03-04'));
  folder.write('other.txt', story('Nothing marked', '2026-03-03'));
  const profile = path.join(temporaryFolder(), 'profile');
  const library = await scannedLibrary([folder.root]);
  const [listing] = await listingsOf(library);
  if (listing === undefined) throw new Error('The story is not in the library.');
  const reference = referenceTo(listing);
  const { notes } = openStore(path.join(profile, 'notes.sqlite'));
  const briefingId = listing.id;
  const drafts: readonly Partial<AnnotationDraft>[] = [
    {
      target: { kind: 'part', part: 'sections/0/items/0', quote: '' },
      note: 'Who said so?\n\nAsk.',
    },
    { note: 'On the **whole** of it.' },
  ];
  for (const draft of drafts)
    valueOf(notes.saveAnnotation(noteDraft({ ...draft, briefingId }), reference));
  const dek = { kind: 'part', part: 'headline', quote: '' } as const;
  valueOf(notes.saveAnnotation(highlightDraft({ briefingId, target: dek }), reference));
  valueOf(notes.addBookmark(bookmarkDraft({ briefingId, place: dek }), reference));
  return {
    folder,
    profile,
    notes,
    briefingId,
    on: ['--library', folder.root, '--profile', profile],
  };
}

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

describe('readout export', () => {
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
    const taken = path.join(temporaryFolder(), 'folder');
    mkdirSync(taken);
    const { code, output, errors } = await run(
      'export',
      ...on,
      '--format',
      'markdown',
      '--out',
      taken,
    );
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^readout: [^\n]*A folder has that name[^\n]*\n$/);
    expect(statSync(taken).isDirectory()).toBe(true);
  });

  it('says that there is nothing to export, and writes no file', async () => {
    const folder = briefingFolder();
    folder.write('x.txt', story('Unmarked'));
    const out = path.join(temporaryFolder(), 'notes.md');
    const on = ['--library', folder.root, '--profile', path.join(temporaryFolder(), 'none')];
    expect(await run('export', ...on, '--format', 'markdown', '--out', out)).toEqual({
      code: 1,
      output: '',
      errors: 'readout: There are no notes and no bookmarks on these briefings.\n',
    });
    expect(existsSync(out)).toBe(false);
  });

  it('knows no other format', async () => {
    const { on } = await markedLibrary();
    const { code, errors } = await run('export', ...on, '--format', 'pdf', '--out', '-');
    expect(code).toBe(2);
    expect(errors).toMatch(/^readout: There is no format “pdf”\.[^\n]*\n$/);
  });
});
