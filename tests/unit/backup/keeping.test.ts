import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type BackupPlace, backupPlace } from '../../../electron/backup/backup-place.ts';
import { keepBackups } from '../../../electron/backup/keep-backups.ts';
import { listBackups } from '../../../electron/backup/list-backups.ts';
import type { RestorableNotes } from '../../../electron/backup/restorable-notes.ts';
import { noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { valueOf } from '../../support/notes/store-folder.ts';
import { filesIn, openProfile } from '../../support/backup/profile.ts';

const day = 24 * 60 * 60 * 1000;

let notes: RestorableNotes;
let place: BackupPlace;
let now = 1_770_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const opened = openProfile();
  notes = opened.notes;
  place = backupPlace(opened.profile, () => now);
});

afterEach(() => {
  vi.useRealTimers();
});

function save(): void {
  valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
}

/** The number of backups once nothing is being written. */
async function settled(count: number): Promise<void> {
  await vi.waitFor(async () => expect(await listBackups(place)).toHaveLength(count), {
    timeout: 5000,
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(filesIn(place)).toHaveLength(count);
}

/** Time goes on, in steps as the app looks. */
function pass(milliseconds: number): void {
  now += milliseconds;
  vi.advanceTimersByTime(milliseconds);
}

it('makes one at the start, and then one a day while the notes change', async () => {
  save();
  const stop = keepBackups(place, notes, () => undefined);
  await settled(1);
  save();
  pass(day / 2);
  await settled(1);
  pass(day / 2);
  await settled(2);
  pass(2 * day);
  await settled(2);
  save();
  pass(day);
  await settled(3);
  stop();
  save();
  pass(3 * day);
  await settled(3);
});

it('makes none at the start where the newest is of the same day or of the same notes', async () => {
  save();
  keepBackups(place, notes, () => undefined)();
  await settled(1);
  save();
  keepBackups(place, notes, () => undefined)();
  await settled(1);
  now += day;
  keepBackups(place, notes, () => undefined)();
  await settled(2);
  now += day;
  keepBackups(place, notes, () => undefined)();
  await settled(2);
});

it('makes none of notes without marks, which would push out those with some', async () => {
  const stop = keepBackups(place, notes, () => undefined);
  pass(3 * day);
  stop();
  await settled(0);
});

it('makes one after the clock was set back by years, and then one a day', async () => {
  save();
  keepBackups(place, notes, () => undefined)();
  await settled(1);
  now -= 1000 * day;
  save();
  const stop = keepBackups(place, notes, () => undefined);
  await settled(2);
  save();
  pass(day / 2);
  await settled(2);
  stop();
});

it('says once why none can be made', async () => {
  save();
  writeFileSync(place.folder, 'in the way');
  const problems: string[] = [];
  const stop = keepBackups(place, notes, ({ message }) => problems.push(message));
  await vi.waitFor(() => expect(problems).toHaveLength(1));
  pass(day);
  await new Promise((resolve) => setTimeout(resolve, 50));
  stop();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^No backup was made/);
});
