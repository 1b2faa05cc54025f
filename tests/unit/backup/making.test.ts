import {
  chmodSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { backupPlace } from '../../../electron/backup/backup-place.ts';
import { listBackups } from '../../../electron/backup/list-backups.ts';
import { makeBackup } from '../../../electron/backup/make-backup.ts';
import { bookmarkDraft, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { canMountDisks, mountSmallDisk } from '../../support/notes/small-disk.ts';
import { openStore, temporaryFolder, valueOf } from '../../support/notes/store-folder.ts';
import { fillUpTo, filesIn, marksIn, openProfile } from '../../support/backup/profile.ts';

describe('a backup', () => {
  it('is a file of its own that holds what the notes hold, and says so', async () => {
    const { place, notes } = openProfile();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    valueOf(notes.addBookmark(bookmarkDraft(), referenceOf(1)));
    const { backup, revision } = valueOf(await makeBackup(place, 'asked for'));
    expect(backup).toMatchObject({ annotations: 2, bookmarks: 1, reason: 'asked for' });
    expect(backup.name).toBe('notes-2026-02-02T03-40-00.000Z-asked-for.sqlite');
    expect(new Date(backup.madeAt).toISOString()).toBe('2026-02-02T03:40:00.000Z');
    expect(revision).toBe(notes.revision());
    expect(filesIn(place)).toEqual([backup.name]);
    const { size, mode } = statSync(path.join(place.folder, backup.name));
    expect(backup.byteLength).toBe(size);
    expect(mode & 0o777).toBe(0o600);
    expect(await listBackups(place)).toEqual([backup]);
    const copy = path.join(temporaryFolder(), 'notes.sqlite');
    cpSync(path.join(place.folder, backup.name), copy);
    const opened = openStore(copy);
    expect(opened.setAside).toBeNull();
    expect(marksIn(opened.notes)).toEqual(marksIn(notes));
  });

  it('can be made and listed without a byte beside it', async () => {
    const { place, notes } = openProfile();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const { backup } = valueOf(await makeBackup(place, 'automatic'));
    const bytes = readFileSync(path.join(place.folder, backup.name));
    await listBackups(place);
    expect(filesIn(place)).toEqual([backup.name]);
    expect(readFileSync(path.join(place.folder, backup.name))).toEqual(bytes);
  });

  it('is complete while notes are saved', async () => {
    const { place, notes } = openProfile();
    valueOf(notes.saveAnnotation(noteDraft({ note: 'x'.repeat(900_000) }), referenceOf(1)));
    const making = makeBackup(place, 'asked for');
    const during = noteDraft();
    valueOf(notes.saveAnnotation(during, referenceOf(1)));
    const { backup } = valueOf(await making);
    expect([1, 2]).toContain(backup.annotations);
    expect(Object.values(marksIn(notes))[0]?.annotations).toHaveLength(2);
  });

  it('gives two of the same moment different names', async () => {
    const { profile, notes } = openProfile();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const place = backupPlace(profile, () => 1_770_000_000_000);
    const made = [await makeBackup(place, 'automatic'), await makeBackup(place, 'automatic')];
    expect(new Set(made.map((one) => valueOf(one).backup.name)).size).toBe(2);
    expect(await listBackups(place)).toHaveLength(2);
  });

  it('is refused where there are no notes, and nothing is made', async () => {
    const place = backupPlace(temporaryFolder());
    expect(await makeBackup(place, 'asked for')).toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    });
    expect(readdirSync(path.dirname(place.notes))).toEqual([]);
  });

  it('is not made of damaged notes, and the others stay', async () => {
    const { place, notes } = openProfile();
    for (let count = 0; count < 40; count += 1)
      valueOf(notes.saveAnnotation(noteDraft({ note: 'x'.repeat(2000) }), referenceOf(1)));
    const { backup } = valueOf(await makeBackup(place, 'asked for'));
    notes.close();
    const bytes = readFileSync(place.notes);
    bytes.fill(0x5a, 4096 * 3, 4096 * 9);
    writeFileSync(place.notes, bytes);
    const made = await makeBackup(place, 'asked for');
    expect(made).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
    expect(filesIn(place)).toEqual([backup.name]);
  });

  it('is not made of notes with a trigger', async () => {
    const { place, notes } = openProfile();
    notes.close();
    const database = new DatabaseSync(place.notes);
    database.exec('CREATE TRIGGER foul AFTER INSERT ON annotation BEGIN DELETE FROM bookmark; END');
    database.close();
    expect((await makeBackup(place, 'asked for')).ok).toBe(false);
    expect(filesIn(place)).toEqual([]);
  });
});

describe('the backups that are kept', () => {
  it('are the ten newest of each reason', async () => {
    const { place, notes } = openProfile();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const made: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      for (const reason of ['automatic', 'asked for', 'restore'] as const) {
        if (reason === 'automatic' || round < 11 || reason === 'restore')
          made.push(valueOf(await makeBackup(place, reason)).backup.name);
      }
    }
    const newest = (word: string): readonly string[] =>
      made.filter((name) => name.endsWith(`-${word}.sqlite`)).slice(-10);
    const kept = [...newest('automatic'), ...newest('asked-for'), ...newest('restore')];
    expect(filesIn(place)).toEqual(kept.toSorted());
    const listed = await listBackups(place);
    expect(listed.map(({ name }) => name)).toEqual(kept.toSorted().toReversed());
  });

  it('are listed without what is no backup or cannot be read', async () => {
    const { place, notes } = openProfile();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const { backup } = valueOf(await makeBackup(place, 'asked for'));
    writeFileSync(path.join(place.folder, 'notes-2026-01-01T00-00-00.000Z-automatic.sqlite'), '');
    writeFileSync(path.join(place.folder, 'notes-2026-99-01T00-00-00.000Z-automatic.sqlite'), 'x');
    writeFileSync(path.join(place.folder, 'unfinished-0011.sqlite'), 'x');
    writeFileSync(path.join(place.folder, 'letter.txt'), 'x');
    expect(await listBackups(place)).toEqual([backup]);
  });

  it('are none where there is no folder', async () => {
    expect(await listBackups(backupPlace(temporaryFolder()))).toEqual([]);
  });
});

describe('a backup that cannot be written', () => {
  it.skipIf(process.getuid?.() === 0)('for want of permission says so', async () => {
    const { place, notes } = openProfile();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    valueOf(await makeBackup(place, 'asked for'));
    chmodSync(place.folder, 0o500);
    const made = await makeBackup(place, 'asked for');
    chmodSync(place.folder, 0o700);
    expect(made).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
  });

  it('because a file stands in the folder’s place says so', async () => {
    const { place, notes } = openProfile();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    writeFileSync(place.folder, 'mine');
    const made = await makeBackup(place, 'asked for');
    expect(made).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
    expect(readFileSync(place.folder, 'utf8')).toBe('mine');
  });
});

describe.skipIf(!canMountDisks())('a full disk', () => {
  it.each([4, 40, 120, 260])('with %i KiB left keeps the old backups whole', async (free) => {
    const disk = mountSmallDisk(3000);
    const { notes, place: own } = openProfile();
    const place = { ...own, folder: path.join(disk, 'backups') };
    valueOf(notes.saveAnnotation(noteDraft({ note: 'x'.repeat(150_000) }), referenceOf(1)));
    const { backup } = valueOf(await makeBackup(place, 'automatic'));
    const bytes = readFileSync(path.join(place.folder, backup.name));
    valueOf(notes.saveAnnotation(noteDraft({ note: 'y'.repeat(250_000) }), referenceOf(1)));
    fillUpTo(disk, free);
    const made = await makeBackup(place, 'automatic');
    expect(made.ok).toBe(false);
    expect(made.ok ? '' : made.problem.message).toMatch(/disk.*(full|free space)/);
    expect(filesIn(place)).toEqual([backup.name]);
    expect(readFileSync(path.join(place.folder, backup.name))).toEqual(bytes);
    rmSync(path.join(disk, 'filler'));
    valueOf(await makeBackup(place, 'automatic'));
    expect(await listBackups(place)).toHaveLength(2);
  });
});
