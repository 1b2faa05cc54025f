import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { backupName } from '../../../electron/backup/backup-name.ts';
import { listBackups } from '../../../electron/backup/list-backups.ts';
import { makeBackup } from '../../../electron/backup/make-backup.ts';
import { newestGoodBackup } from '../../../electron/backup/newest-good-backup.ts';
import { previewRestore } from '../../../electron/backup/preview-restore.ts';
import { restoreBackup } from '../../../electron/backup/restore-backup.ts';
import { migrate, migrations } from '../../../electron/notes/migrations.ts';
import { briefingIdOf, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { openStore, temporaryFolder, valueOf } from '../../support/notes/store-folder.ts';
import { filesIn, marksIn, openProfile } from '../../support/backup/profile.ts';

/** What can stand where a backup is looked for, made from the bytes of a good one. */
const kinds: Readonly<Record<string, (file: string, good: Buffer) => void>> = {
  'an empty file': (file) => writeFileSync(file, ''),
  'a file of NULs': (file, good) => writeFileSync(file, Buffer.alloc(good.length)),
  'half a file': (file, good) => writeFileSync(file, good.subarray(0, good.length / 2)),
  'a file after a BOM': (file, good) =>
    writeFileSync(file, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good])),
  'another SQLite file': (file) => {
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE annotation (id TEXT); CREATE TABLE bookmark (id TEXT)');
    database.close();
  },
  'a file of a newer version': (file, good) => {
    writeFileSync(file, good);
    const database = new DatabaseSync(file);
    database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    database.close();
  },
  'noise within a file': (file, good) => {
    const bytes = Buffer.from(good);
    bytes.fill(0x5a, 4096 * 3, 4096 * 12);
    writeFileSync(file, bytes);
  },
  'noise alone': (file) => writeFileSync(file, 'noise '.repeat(2000)),
  'a folder': (file) => mkdirSync(file),
  'a file with a view in a table’s place': (file, good) => {
    writeFileSync(file, good);
    const database = new DatabaseSync(file);
    database.exec('DROP TABLE bookmark; CREATE VIEW bookmark AS SELECT * FROM annotation');
    database.close();
  },
};

async function openWithBackup() {
  const opened = openProfile();
  for (let count = 0; count < 30; count += 1)
    valueOf(opened.notes.saveAnnotation(noteDraft({ note: 'x'.repeat(1000) }), referenceOf(1)));
  const { backup } = valueOf(await makeBackup(opened.place, 'asked for'));
  const good = readFileSync(path.join(opened.place.folder, backup.name));
  return { ...opened, backup, good };
}

describe.each(Object.entries(kinds))('%s', (_kind, make) => {
  it('is refused with a sentence, and changes nothing', async () => {
    const { place, notes, good, backup } = await openWithBackup();
    const file = path.join(temporaryFolder(), 'given.sqlite');
    make(file, good);
    const before = [marksIn(notes), statSync(file).size, readdirSync(path.dirname(file))];
    for (const attempt of [
      await previewRestore(place, file),
      await restoreBackup(place, notes, file),
    ]) {
      expect(attempt).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
      expect(attempt.ok ? '' : attempt.problem.message).toMatch(
        /given\.sqlite was not restored: .*(Choose|install)/,
      );
    }
    expect([marksIn(notes), statSync(file).size, readdirSync(path.dirname(file))]).toEqual(before);
    expect(filesIn(place)).toEqual([backup.name]);
  });

  it('among the backups is passed over for an older one that is good', async () => {
    const { place, profile, good, backup } = await openWithBackup();
    make(path.join(place.folder, backupName(backup.madeAt + 60_000, 'automatic')), good);
    expect(newestGoodBackup(profile)).toEqual(backup);
  });
});

describe('a backup that is not there', () => {
  it.each(['notes-2026-01-01T00-00-00.000Z-automatic.sqlite', '../notes.sqlite', '', '/none/x'])(
    'by the name “%s” is refused',
    async (name) => {
      const { place, notes } = await openWithBackup();
      expect(await restoreBackup(place, notes, name)).toMatchObject({
        ok: false,
        problem: { kind: 'missing' },
      });
    },
  );
});

describe('a backup of an older version', () => {
  it('is restored, and stays as it was', async () => {
    const { place, notes } = openProfile();
    const file = path.join(temporaryFolder(), 'old.sqlite');
    const database = new DatabaseSync(file);
    migrate(database, migrations.slice(0, 1));
    database.exec(`
      INSERT INTO briefing (id, path, file_name, headline)
        VALUES ('${briefingIdOf(1)}', '/a.txt', 'a.txt', 'Old');
      INSERT INTO annotation VALUES ('00000000-0000-4000-8000-000000000001', '${briefingIdOf(1)}',
        '{"kind":"briefing"}', NULL, '["ferry"]', 'Old words.', 1, 2)`);
    database.close();
    const bytes = readFileSync(file);
    expect(valueOf(await restoreBackup(place, notes, file)).added).toBe(1);
    expect(notes.marksOf(briefingIdOf(1)).annotations).toMatchObject([{ note: 'Old words.' }]);
    expect(notes.listTags()).toEqual([{ tag: 'ferry', count: 1 }]);
    expect(readFileSync(file)).toEqual(bytes);
  });
});

describe('notes in use, or set aside with their log', () => {
  it('are restored with what is only in the log', async () => {
    const { place, notes } = openProfile();
    const other = openProfile();
    valueOf(other.notes.saveAnnotation(noteDraft({ note: 'In the log.' }), referenceOf(1)));
    expect(valueOf(await restoreBackup(place, notes, other.place.notes)).added).toBe(1);
    expect(marksIn(notes)).toEqual(marksIn(other.notes));
  });
});

describe('notes that cannot be opened', () => {
  it('are set aside, and the newest good backup with marks is offered and restored', async () => {
    const { place, notes, backup, good } = await openWithBackup();
    const marks = marksIn(notes);
    notes.close();
    writeFileSync(place.notes, 'noise');
    writeFileSync(
      path.join(place.folder, backupName(backup.madeAt + 60_000, 'automatic')),
      good.subarray(0, good.length / 2),
    );
    const opened = openStore(place.notes);
    expect(opened.setAside).not.toBeNull();
    expect(opened.newestBackup).toEqual(backup);
    valueOf(await restoreBackup(place, opened.notes, opened.newestBackup?.name ?? ''));
    expect(marksIn(opened.notes)).toEqual(marks);
    opened.notes.close();
    expect(openStore(place.notes)).toMatchObject({ setAside: null, newestBackup: null });
  });

  it('because they are gone are begun anew, and the backup is offered', async () => {
    const { place, notes, backup } = await openWithBackup();
    notes.close();
    rmSync(place.notes);
    expect(openStore(place.notes)).toMatchObject({ setAside: null, newestBackup: backup });
  });

  it('offer none where there is none, or only one without marks', async () => {
    const { place, notes } = openProfile();
    valueOf(await makeBackup(place, 'asked for'));
    notes.close();
    writeFileSync(place.notes, 'noise');
    expect(openStore(place.notes).newestBackup).toBeNull();
    expect(await listBackups(place)).toHaveLength(1);
  });
});
