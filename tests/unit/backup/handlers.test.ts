import path from 'node:path';
import { expect, it } from 'vitest';
import {
  type BackupHandlers,
  createBackupHandlers,
} from '../../../electron/backup/backup-handlers.ts';
import { noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { valueOf } from '../../support/notes/store-folder.ts';
import { type BackupProfile, marksIn, openProfile } from '../../support/backup/profile.ts';

function handlersFor(
  { place, notes }: BackupProfile,
  askFile: () => Promise<string | null> = () => Promise.resolve(null),
): BackupHandlers {
  return createBackupHandlers(place, notes, askFile);
}

it('make, list, compare and restore', async () => {
  const opened = openProfile();
  const handlers = handlersFor(opened);
  const draft = noteDraft();
  valueOf(opened.notes.saveAnnotation(draft, referenceOf(1)));
  const marks = marksIn(opened.notes);
  const made = valueOf(await handlers.backUpNow());
  expect(valueOf(await handlers.listBackups())).toEqual([made]);
  valueOf(opened.notes.removeAnnotation(draft.id));
  expect(valueOf(await handlers.previewRestore({ name: made.name }))).toMatchObject({ added: 1 });
  expect(valueOf(await handlers.restoreBackup())).toMatchObject({ reason: 'restore' });
  expect(marksIn(opened.notes)).toEqual(marks);
});

it('restore nothing that was not looked at', async () => {
  const opened = openProfile();
  const handlers = handlersFor(opened);
  valueOf(opened.notes.saveAnnotation(noteDraft(), referenceOf(1)));
  const made = valueOf(await handlers.backUpNow());
  expect(await handlers.restoreBackup()).toMatchObject({ ok: false, problem: { kind: 'missing' } });
  valueOf(await handlers.previewRestore({ name: made.name }));
  const gone = 'notes-2026-01-01T00-00-00.000Z-automatic.sqlite';
  expect((await handlers.previewRestore({ name: gone })).ok).toBe(false);
  expect((await handlers.restoreBackup()).ok).toBe(false);
});

it('take no path from the page', async () => {
  const opened = openProfile();
  const other = openProfile();
  valueOf(other.notes.saveAnnotation(noteDraft(), referenceOf(1)));
  const { name } = valueOf(await handlersFor(other).backUpNow());
  const file = path.join(other.place.folder, name);
  for (const given of [file, path.relative(opened.place.folder, file), opened.place.notes])
    expect((await handlersFor(opened).previewRestore({ name: given })).ok).toBe(false);
});

it('ask for a file, and keep what was chosen before if none is given', async () => {
  const opened = openProfile();
  const other = openProfile();
  valueOf(other.notes.saveAnnotation(noteDraft(), referenceOf(1)));
  const { name } = valueOf(await handlersFor(other).backUpNow());
  const answers = [path.join(other.place.folder, name), null];
  const handlers = handlersFor(opened, () => Promise.resolve(answers.shift() ?? null));
  expect(valueOf(await handlers.previewRestore({ name: null }))).toMatchObject({ added: 1 });
  expect(valueOf(await handlers.previewRestore({ name: null }))).toBeNull();
  valueOf(await handlers.restoreBackup());
  expect(marksIn(opened.notes)).toEqual(marksIn(other.notes));
});

it('keep to what was asked for last, whichever is ready first', async () => {
  const opened = openProfile();
  const handlers = handlersFor(opened);
  valueOf(opened.notes.saveAnnotation(noteDraft(), referenceOf(1)));
  const first = valueOf(await handlers.backUpNow());
  valueOf(opened.notes.saveAnnotation(noteDraft(), referenceOf(1)));
  const second = valueOf(await handlers.backUpNow());
  await Promise.all([
    handlers.previewRestore({ name: second.name }),
    handlers.previewRestore({ name: first.name }),
  ]);
  valueOf(await handlers.restoreBackup());
  expect(Object.values(marksIn(opened.notes))[0]?.annotations).toHaveLength(1);
});
