import type { DatabaseSync } from 'node:sqlite';
import { connect } from '../notes/connection.ts';
import { migrate, migrations, readPragma } from '../notes/migrations.ts';

function readSchema(database: DatabaseSync): string {
  const rows = database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').all();
  return rows
    .map((row) => JSON.stringify(row))
    .toSorted()
    .join('\n');
}

/**
 * `true` for a database with exactly the tables and indexes of its version of the notes. A view or
 * a trigger in a file from elsewhere would run with what reads it.
 *
 * @throws SQLite's error.
 */
export function hasSoundSchema(database: DatabaseSync): boolean {
  const expected = connect(':memory:');
  try {
    migrate(expected, migrations.slice(0, readPragma(database, 'user_version')));
    return readSchema(expected) === readSchema(database);
  } finally {
    expected.close();
  }
}
