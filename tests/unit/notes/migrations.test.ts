import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, migrations, readPragma } from '../../../electron/notes/migrations.ts';
import { temporaryFile } from '../../support/notes/store-folder.ts';

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
