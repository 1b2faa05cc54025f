import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../../electron/backup/list-backups.ts';
import { makeBackup } from '../../../electron/backup/make-backup.ts';
import { previewRestore } from '../../../electron/backup/preview-restore.ts';
import { restoreBackup } from '../../../electron/backup/restore-backup.ts';
import {
  bookmarkDraft,
  briefingIdOf,
  highlightDraft,
  listingOf,
  noteDraft,
  referenceOf,
} from '../../support/notes/drafts.ts';
import { canMountDisks, mountSmallDisk } from '../../support/notes/small-disk.ts';
import { valueOf } from '../../support/notes/store-folder.ts';
import {
  type BackupProfile,
  fillUpTo,
  filesIn,
  marksIn,
  openProfile,
} from '../../support/backup/profile.ts';

interface Changed extends BackupProfile {
  readonly name: string;
  readonly ids: Readonly<Record<'kept' | 'edited' | 'deleted' | 'later', string>>;
}

/** Notes with a backup, of which one was edited since, one deleted, and one added. */
async function changedSince(): Promise<Changed> {
  const opened = openProfile();
  const { notes, place } = opened;
  const drafts = {
    kept: noteDraft({ note: 'Kept.' }),
    edited: noteDraft({ note: 'First words.' }),
    deleted: highlightDraft({ tags: ['ferry'] }),
    later: noteDraft({ note: 'Later.', briefingId: briefingIdOf(2) }),
  };
  for (const draft of [drafts.kept, drafts.edited, drafts.deleted])
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
  const bookmark = bookmarkDraft();
  valueOf(notes.addBookmark(bookmark, referenceOf(1)));
  const { backup } = valueOf(await makeBackup(place, 'asked for'));
  valueOf(notes.saveAnnotation({ ...drafts.edited, note: 'Other words.' }, referenceOf(1)));
  valueOf(notes.removeAnnotation(drafts.deleted.id));
  valueOf(notes.removeBookmark(bookmark.id));
  valueOf(notes.saveAnnotation(drafts.later, referenceOf(2)));
  const { kept, edited, deleted, later } = drafts;
  const ids = { kept: kept.id, edited: edited.id, deleted: deleted.id, later: later.id };
  return { ...opened, name: backup.name, ids };
}

describe('a preview', () => {
  it('says what would come back, go and change, and changes nothing', async () => {
    const { place, notes, name } = await changedSince();
    const before = [marksIn(notes), notes.revision(), filesIn(place)];
    const preview = valueOf(await previewRestore(place, name));
    expect(preview).toMatchObject({ added: 2, removed: 1, changed: 1, backup: { name } });
    expect(preview.items).toHaveLength(4);
    const headline = 'Ferries of Norland, part 1';
    expect(preview.items).toEqual(
      expect.arrayContaining([
        { difference: 'added', briefing: headline, excerpt: 'ferry' },
        { difference: 'added', briefing: headline, excerpt: 'Bookmark' },
        { difference: 'changed', briefing: headline, excerpt: 'First words.' },
        { difference: 'removed', briefing: 'Ferries of Norland, part 2', excerpt: 'Later.' },
      ]),
    );
    expect([marksIn(notes), notes.revision(), filesIn(place)]).toEqual(before);
  });

  it('cuts long notes to a line, and names 200 of each difference', async () => {
    const { place, notes } = openProfile();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const { backup } = valueOf(await makeBackup(place, 'asked for'));
    const drafts = Array.from({ length: 1203 }, () => ({
      draft: noteDraft({ note: 'a line\n'.repeat(100) }),
      reference: referenceOf(1),
    }));
    valueOf(notes.saveAnnotations(drafts));
    const preview = valueOf(await previewRestore(place, backup.name));
    expect(preview).toMatchObject({ added: 0, removed: 1203, changed: 0 });
    expect(preview.items).toHaveLength(200);
    expect(preview.items[0]?.excerpt).toMatch(/^a line a line.{140,150}…$/);
  });

  it('finds nothing to change right after a backup', async () => {
    const { place, notes, name } = await changedSince();
    const { backup } = valueOf(await makeBackup(place, 'asked for'));
    expect(valueOf(await previewRestore(place, backup.name))).toMatchObject({
      added: 0,
      removed: 0,
      changed: 0,
      items: [],
    });
    expect(valueOf(await restoreBackup(place, notes, backup.name)).changed).toBe(0);
    expect(valueOf(notes.undo())).not.toMatchObject({ description: 'backup restored' });
    expect(name).not.toBe(backup.name);
  });
});

describe('a restore', () => {
  it('brings the marks to what they were, and tells the listeners', async () => {
    const { place, notes, name, ids } = await changedSince();
    const told: (readonly string[])[] = [];
    notes.onChanged((briefingIds) => told.push(briefingIds));
    const restored = valueOf(await restoreBackup(place, notes, name));
    expect(restored).toMatchObject({ added: 2, removed: 1, changed: 1 });
    const { annotations, bookmarks } = notes.marksOf(briefingIdOf(1));
    expect(annotations.map(({ id, note }) => [id, note])).toEqual([
      [ids.kept, 'Kept.'],
      [ids.edited, 'First words.'],
      [ids.deleted, ''],
    ]);
    expect(bookmarks).toHaveLength(1);
    expect(notes.marksOf(briefingIdOf(2)).annotations).toEqual([]);
    expect(notes.listTags()).toEqual([{ tag: 'ferry', count: 1 }]);
    expect(told.map((one) => one.toSorted())).toEqual([[briefingIdOf(1), briefingIdOf(2)]]);
    expect(valueOf(await previewRestore(place, name)).items).toEqual([]);
  });

  it('is undone and done again as one step', async () => {
    const { place, notes, name } = await changedSince();
    const before = marksIn(notes);
    valueOf(await restoreBackup(place, notes, name));
    const after = marksIn(notes);
    expect(valueOf(notes.undo())).toMatchObject({ description: 'backup restored' });
    expect(marksIn(notes)).toEqual(before);
    expect(valueOf(notes.redo())).toMatchObject({ description: 'backup restored' });
    expect(marksIn(notes)).toEqual(after);
  });

  it('is undone by restoring what was there before it', async () => {
    const { place, notes, name } = await changedSince();
    const marks = marksIn(notes);
    const { before } = valueOf(await restoreBackup(place, notes, name));
    expect(before).toMatchObject({ reason: 'restore', annotations: 3, bookmarks: 0 });
    expect((await listBackups(place))[0]).toEqual(before);
    expect(marksIn(notes)).not.toEqual(marks);
    valueOf(await restoreBackup(place, notes, before.name));
    expect(marksIn(notes)).toEqual(marks);
  });

  it('puts what goes into the trash, and keeps every state that a note had', async () => {
    const { place, notes, name, ids } = await changedSince();
    valueOf(await restoreBackup(place, notes, name));
    const { items } = notes.trash({ offset: 0, limit: 10 });
    expect(items.map(({ annotation }) => annotation.note)).toEqual(['Later.']);
    const states = notes.historyOf(ids.edited).map(({ annotation }) => annotation?.note);
    expect(states[0]).toBe('First words.');
    expect(states).toContain('Other words.');
    valueOf(notes.restoreAnnotations([ids.later]));
    expect(notes.marksOf(briefingIdOf(2)).annotations).toHaveLength(1);
  });

  it('into empty notes brings history and trash along', async () => {
    const old = await changedSince();
    const { backup } = valueOf(await makeBackup(old.place, 'asked for'));
    const { place, notes } = openProfile();
    const file = path.join(old.place.folder, backup.name);
    valueOf(await restoreBackup(place, notes, file));
    expect(marksIn(notes)).toEqual(marksIn(old.notes));
    const { items } = notes.trash({ offset: 0, limit: 10 });
    expect(items.map(({ annotation }) => annotation.id)).toEqual([old.ids.deleted]);
    const states = notes.historyOf(old.ids.edited).map(({ annotation }) => annotation?.note);
    expect(states).toContain('First words.');
    expect(states).toContain('Other words.');
    valueOf(notes.undo());
    expect(marksIn(notes)).toEqual({});
    expect(notes.trash({ offset: 0, limit: 10 }).items).toEqual([]);
    expect(valueOf(notes.undo()).kind).toBe('nothing');
    valueOf(notes.redo());
    expect(marksIn(notes)).toEqual(marksIn(old.notes));
  });

  it('keeps marks with a file that was moved since', async () => {
    const { place, notes } = openProfile();
    const [stays, comesBack] = [noteDraft({ note: 'Stays.' }), noteDraft({ note: 'Comes back.' })];
    valueOf(notes.saveAnnotation(stays, referenceOf(1)));
    valueOf(notes.saveAnnotation(comesBack, referenceOf(1)));
    const { backup } = valueOf(await makeBackup(place, 'asked for'));
    valueOf(notes.relink([listingOf(7, { fingerprint: referenceOf(1).fingerprint })]));
    valueOf(notes.removeAnnotation(comesBack.id));
    expect(valueOf(await restoreBackup(place, notes, backup.name))).toMatchObject({
      added: 1,
      removed: 0,
      changed: 0,
    });
    const { annotations } = notes.marksOf(briefingIdOf(7));
    expect(annotations.map(({ note }) => note)).toEqual(['Stays.', 'Comes back.']);
    expect(notes.marksOf(briefingIdOf(1)).annotations).toEqual([]);
  });

  it('restores the oldest of ten that were made before restores', async () => {
    const { place, notes } = openProfile();
    const first = noteDraft();
    valueOf(notes.saveAnnotation(first, referenceOf(1)));
    const made: string[] = [];
    for (let count = 0; count < 10; count += 1)
      made.push(valueOf(await makeBackup(place, 'restore')).backup.name);
    valueOf(notes.removeAnnotation(first.id));
    valueOf(await restoreBackup(place, notes, made[0] ?? ''));
    expect(notes.marksOf(briefingIdOf(1)).annotations).toHaveLength(1);
    expect(filesIn(place)).toHaveLength(10);
  });

  it('backs up also what is written while it prepares', async () => {
    const { place, notes, name } = await changedSince();
    const written = noteDraft({ note: 'Written meanwhile.' });
    const restoring = restoreBackup(
      place,
      {
        bringBack: (backup, revision) => {
          if (notes.marksOf(briefingIdOf(3)).annotations.length === 0) {
            const draft = { ...written, briefingId: briefingIdOf(3) };
            valueOf(notes.saveAnnotation(draft, referenceOf(3)));
          }
          return notes.bringBack(backup, revision);
        },
      },
      name,
    );
    const { before } = valueOf(await restoring);
    expect(notes.marksOf(briefingIdOf(3)).annotations).toEqual([]);
    expect(filesIn(place)).toEqual([name, before.name]);
    valueOf(await restoreBackup(place, notes, before.name));
    expect(notes.marksOf(briefingIdOf(3)).annotations).toHaveLength(1);
  });
});

describe.skipIf(!canMountDisks())('a restore on a full disk', () => {
  it.each([0, 60, 250, 600, 1000, 1600])(
    'with %i KiB left changes all or nothing, and loses no backup',
    async (free) => {
      const disk = mountSmallDisk(6000);
      const { notes, place } = openProfile(disk);
      const draft = noteDraft({ note: 'x'.repeat(150_000) });
      valueOf(notes.saveAnnotation(draft, referenceOf(1)));
      const { backup } = valueOf(await makeBackup(place, 'asked for'));
      valueOf(notes.saveAnnotation({ ...draft, note: 'y'.repeat(150_000) }, referenceOf(1)));
      const before = marksIn(notes);
      fillUpTo(disk, free);
      const restored = await restoreBackup(place, notes, backup.name);
      expect(restored.ok).toBe(false);
      expect(restored.ok ? '' : restored.problem.message).toMatch(
        /(Nothing was restored|not saved).*disk.*(full|free space)/,
      );
      expect(marksIn(notes)).toEqual(before);
      expect(filesIn(place)).toContain(backup.name);
      rmSync(path.join(disk, 'filler'));
      valueOf(await restoreBackup(place, notes, backup.name));
      expect(notes.marksOf(briefingIdOf(1)).annotations).toMatchObject([{ note: draft.note }]);
    },
  );
});
