import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withOpeningLock } from '../../../electron/notes/opening-lock.ts';
import { briefingIdOf, bookmarkDraft, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { openStore, temporaryFile, valueOf } from '../../support/notes/store-folder.ts';
import { startWriting } from '../../support/notes/writer.ts';

const briefingId = briefingIdOf(1);

describe('two openings of the same notes', () => {
  it('see the changes of each other', () => {
    const file = temporaryFile();
    const [first, second] = [openStore(file).notes, openStore(file).notes];
    const draft = noteDraft();
    valueOf(first.saveAnnotation(draft, referenceOf(1)));
    expect(second.marksOf(briefingId)).toEqual(first.marksOf(briefingId));
    valueOf(second.saveAnnotation({ ...draft, note: 'Of the second.' }, referenceOf(1)));
    expect(first.marksOf(briefingId).annotations[0]?.note).toBe('Of the second.');
    valueOf(second.addBookmark(bookmarkDraft(), referenceOf(1)));
    valueOf(first.undo());
    expect(second.marksOf(briefingId).bookmarks).toEqual([]);
    valueOf(second.redo());
    expect(first.marksOf(briefingId).bookmarks).toHaveLength(1);
  });

  it('go on when one of them closes', () => {
    const file = temporaryFile();
    const [first, second] = [openStore(file).notes, openStore(file).notes];
    valueOf(first.saveAnnotation(noteDraft(), referenceOf(1)));
    first.close();
    valueOf(second.saveAnnotation(noteDraft(), referenceOf(1)));
    second.close();
    expect(openStore(file).notes.marksOf(briefingId).annotations).toHaveLength(2);
  });
});

describe('the lock of an opening', () => {
  it('excludes others for as long as the work takes, and ends when it fails', () => {
    const file = temporaryFile();
    const other = new DatabaseSync(`${file}-opening`);
    const lock = (): void => other.exec('BEGIN EXCLUSIVE; ROLLBACK');
    withOpeningLock(file, () => expect(lock).toThrow('locked'));
    expect(lock).not.toThrow();
    expect(() =>
      withOpeningLock(file, () => {
        throw new Error('failed work');
      }),
    ).toThrow('failed work');
    expect(lock).not.toThrow();
    other.close();
  });
});

describe('several processes', () => {
  it(
    'open one after another, so that none sees a half-made file',
    { timeout: 60_000 },
    async () => {
      const file = temporaryFile();
      const lock = new DatabaseSync(`${file}-opening`);
      lock.exec('BEGIN EXCLUSIVE');
      const writer = startWriting(file);
      await Promise.race([writer.wrote(1), sleep(1000)]);
      expect(existsSync(file)).toBe(false);
      lock.close();
      await writer.wrote(1);
      const { acknowledged, errors } = await writer.kill();
      expect(errors).toBe('');
      expect(acknowledged.size).toBeGreaterThanOrEqual(1);
    },
  );

  it('open, write and keep everything at once', { timeout: 60_000 }, async () => {
    const file = temporaryFile();
    const writers = [1, 2, 3].map(() => startWriting(file));
    await Promise.all(writers.map((writer) => writer.wrote(20)));
    const results = await Promise.all(writers.map((writer) => writer.kill()));
    const { notes, setAside } = openStore(file);
    expect(setAside).toBeNull();
    const stored = new Set(notes.marksOf(briefingId).annotations.map(({ id }) => id));
    for (const { acknowledged, errors } of results) {
      expect(errors).toBe('');
      expect(acknowledged.size).toBeGreaterThanOrEqual(13);
      for (const id of acknowledged.keys()) expect(stored).toContain(id);
    }
  });
});
