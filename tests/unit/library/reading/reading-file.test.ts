import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { openReadingDatabase } from '../../../../electron/library/reading/open-reading.ts';
import { temporaryFolder } from '../../../support/library/briefing-folder.ts';

describe('the file of what was read', () => {
  it.each<[string, (file: string) => void]>([
    ['is no database', (file) => writeFileSync(file, 'Not a database at all. '.repeat(500))],
    [
      'is of a newer version',
      (file) => {
        const database = new DatabaseSync(file);
        database.exec('CREATE TABLE state (id TEXT); PRAGMA user_version = 99;');
        database.close();
      },
    ],
  ])('that %s is set aside with its date, as it is', (_, make) => {
    const report = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const folder = temporaryFolder();
    const file = path.join(folder, 'reading.sqlite');
    make(file);
    const before = readFileSync(file);
    const database = openReadingDatabase(file);
    expect(database.prepare('SELECT count(*) AS count FROM state').get()).toEqual({ count: 0 });
    database.close();
    const aside = readdirSync(folder).find((name) => /^reading-unreadable-.*\.sqlite$/.test(name));
    expect(readFileSync(path.join(folder, aside ?? ''))).toEqual(before);
    expect(report).toHaveBeenCalledTimes(1);
    report.mockRestore();
  });
});
