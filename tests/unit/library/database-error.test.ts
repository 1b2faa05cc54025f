import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { isDamage, isPassing } from '../../../electron/library/database-error.ts';
import { temporaryFolder } from '../../support/library/briefing-folder.ts';

function errorOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

describe('an error of SQLite', () => {
  it('that the file is no database is damage', () => {
    const file = path.join(temporaryFolder(), 'catalog.sqlite');
    writeFileSync(file, 'Not a database at all. '.repeat(500));
    const database = new DatabaseSync(file);
    const error = errorOf(() => {
      database.exec('SELECT * FROM sqlite_schema');
    });
    database.close();
    expect([isDamage(error), isPassing(error)]).toEqual([true, false]);
  });

  it('that another program has the file passes', () => {
    const file = path.join(temporaryFolder(), 'catalog.sqlite');
    const one = new DatabaseSync(file);
    const other = new DatabaseSync(file);
    one.exec('CREATE TABLE briefing (id TEXT); BEGIN EXCLUSIVE');
    const error = errorOf(() => {
      other.exec('SELECT * FROM briefing');
    });
    one.close();
    other.close();
    expect([isDamage(error), isPassing(error)]).toEqual([false, true]);
  });

  it('of the statement is neither', () => {
    const database = new DatabaseSync(':memory:');
    const error = errorOf(() => {
      database.exec('SELECT * FROM nothing');
    });
    database.close();
    expect([isDamage(error), isPassing(error)]).toEqual([false, false]);
    expect(isDamage(new Error('It is damaged.'))).toBe(false);
  });
});
