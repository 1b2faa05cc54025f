import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, migrations, readPragma } from '../../../electron/notes/migrations.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import {
  briefingIdOf,
  highlightDraft,
  noteDraft,
  referenceOf,
} from '../../support/notes/drafts.ts';
import { openStore, temporaryFile, valueOf } from '../../support/notes/store-folder.ts';

const steps = [
  'CREATE TABLE first (value TEXT)',
  "INSERT INTO first VALUES ('old'); CREATE TABLE second (value TEXT)",
];

describe('migrations', () => {
  it('bring an empty database to the newest version', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database);
    expect(readPragma(database, 'user_version')).toBe(migrations.length);
    expect(database.prepare('SELECT count(*) AS count FROM annotation').get()).toEqual({
      count: 0,
    });
  });

  it('run each step once, from the version that is there', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, steps.slice(0, 1));
    expect(readPragma(database, 'user_version')).toBe(1);
    migrate(database, steps);
    migrate(database, steps);
    expect(readPragma(database, 'user_version')).toBe(2);
    expect(database.prepare('SELECT value FROM first').all()).toEqual([{ value: 'old' }]);
  });

  it('leave the last complete step when one fails', () => {
    const database = new DatabaseSync(':memory:');
    const failing = [...steps, "DELETE FROM first; INSERT INTO nowhere VALUES ('x')"];
    expect(() => migrate(database, failing)).toThrow('nowhere');
    expect(readPragma(database, 'user_version')).toBe(2);
    expect(database.prepare('SELECT value FROM first').all()).toEqual([{ value: 'old' }]);
    expect(database.isTransaction).toBe(false);
  });

  it('do not run a step that another process has run', () => {
    const file = temporaryFile();
    const other = new DatabaseSync(file);
    const database = new DatabaseSync(file);
    migrate(database, steps.slice(0, 1));
    migrate(other, steps);
    migrate(database, steps);
    expect(database.prepare('SELECT value FROM first').all()).toEqual([{ value: 'old' }]);
    other.close();
    database.close();
  });
});

/** A file of the first version with these rows, broken or not, on one briefing. */
function fileOfVersionOne(rows: readonly (readonly [target: string, tags: string])[]): string {
  const file = temporaryFile();
  const database = new DatabaseSync(file);
  migrate(database, migrations.slice(0, 1));
  const { id, path, fileName } = referenceOf(1);
  database
    .prepare('INSERT INTO briefing (id, path, file_name, headline) VALUES (?, ?, ?, ?)')
    .run(id, path, fileName, 'Über die Fähre');
  const insert = database.prepare(
    "INSERT INTO annotation VALUES (?, ?, ?, 'blue', ?, 'Groß', 1, ?)",
  );
  rows.forEach(([target, tags], index) => {
    insert.run(noteDraft().id, id, target, tags, index);
  });
  database
    .prepare(
      `INSERT INTO change (time, briefing_id, kind, mark_id, description, before, editing, state)
      VALUES (1, ?, 'annotation', ?, 'note deleted', ?, NULL, 'done')`,
    )
    .run(id, deleted.id, JSON.stringify(deleted));
  database.close();
  return file;
}

const deleted = { ...noteDraft(), createdAt: 1, modifiedAt: 1 };

describe('a file of version 1', () => {
  const { target } = highlightDraft();
  const rows = [
    [JSON.stringify(target), '["sea","sea","énergie/grid"]'],
    ['{"kind":"briefing"}', '[]'],
    ['{"kind":"part","part":"dek","quote":"Schön"}', '["sea"]'],
  ] as const;
  const query = { words: '', colors: [], tags: [], group: 'tag' } as const;
  const page = { offset: 0, limit: 10 };

  it('is searched, counted and grouped as if it had been written today', () => {
    const { notes, setAside } = openStore(fileOfVersionOne(rows), () => 2);
    expect(setAside).toBeNull();
    expect(notes.listTags()).toEqual([
      { tag: 'énergie/grid', count: 1 },
      { tag: 'sea', count: 2 },
    ]);
    expect(notes.outline(query, []).groups.map(({ key, count }) => [key, count])).toEqual([
      ['énergie/grid', 1],
      ['sea', 2],
      ['', 1],
    ]);
    const found = (words: string): number =>
      notes.query({ ...query, words, group: 'day' }, [], page).length;
    expect(['gross', 'fahre', 'schon', 'ferry', 'energie', 'other'].map(found)).toEqual([
      3, 3, 1, 1, 1, 0,
    ]);
  });

  it('keeps its history, which can be undone', () => {
    const { notes } = openStore(fileOfVersionOne(rows), () => 2);
    expect(notes.historyOf(deleted.id)).toMatchObject([{ description: 'note deleted' }]);
    expect(notes.trash(page).total).toBe(1);
    expect(valueOf(notes.undo())).toMatchObject({ description: 'note deleted' });
    expect(notes.marksOf(briefingIdOf(1)).annotations).toHaveLength(4);
  });

  it.each([
    ['tags that are no JSON', '{"kind":"briefing"}', '['],
    ['tags that are no list', '{"kind":"briefing"}', '"sea"'],
    ['tags that are no texts', '{"kind":"briefing"}', '[1, null]'],
    ['a target that is no JSON', '{', '[]'],
    ['a target with a quote of no kind', '{"quote":[1]}', '[]'],
  ])('is opened with %s', (_name, target, tags) => {
    const file = fileOfVersionOne([[target, tags]]);
    const opened = valueOf(openNotes({ file, now: () => 2 }));
    opened.notes.close();
    expect(opened.setAside).toBeNull();
    const database = new DatabaseSync(file);
    expect(database.prepare('SELECT target, tags FROM annotation').all()).toEqual([
      { target, tags },
    ]);
    expect(readPragma(database, 'user_version')).toBe(migrations.length);
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    database.close();
  });
});
