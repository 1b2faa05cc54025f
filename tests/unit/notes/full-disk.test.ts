import { cpSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../electron/notes/migrations.ts';
import type { Notes } from '../../../electron/notes/notes.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import { createNotes } from '../../../electron/notes/store.ts';
import { briefingIdOf, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { canMountDisks, mountSmallDisk } from '../../support/notes/small-disk.ts';
import {
  openStore,
  temporaryFile,
  temporaryFolder,
  valueOf,
} from '../../support/notes/store-folder.ts';

const briefingId = briefingIdOf(1);

interface Filled {
  readonly acknowledged: readonly string[];
  readonly message: string | null;
}

/** Saves notes of 3 KB until one fails, 400 at most. */
function fill(notes: Notes): Filled {
  const acknowledged: string[] = [];
  for (let count = 0; count < 400; count += 1) {
    const draft = noteDraft({ note: `${count} `.repeat(800) });
    const saved = notes.saveAnnotation(draft, referenceOf(1));
    if (!saved.ok) {
      expect(saved.problem.kind).toBe('unwritable');
      return { acknowledged, message: saved.problem.message };
    }
    acknowledged.push(draft.id);
  }
  return { acknowledged, message: null };
}

function storedIds(notes: Notes): readonly string[] {
  return notes.marksOf(briefingId).annotations.map(({ id }) => id);
}

/** Notes over a database that is opened in another way than the app opens it. */
function openOver(database: DatabaseSync, file: string): Notes {
  const notes = createNotes(database, { file, now: Date.now });
  onTestFinished(() => notes.close());
  return notes;
}

describe('a store that may not grow', () => {
  it.each(Array.from({ length: 12 }, (_value, index) => 14 + index * 3))(
    'of %i pages reports the failure, keeps the rest, and takes the note later',
    (pages) => {
      const file = temporaryFile();
      const database = new DatabaseSync(file);
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
      migrate(database);
      database.exec(`PRAGMA max_page_count = ${pages}`);
      const notes = openOver(database, file);
      const { acknowledged, message } = fill(notes);
      expect(message).toContain('disk that holds them is full');
      const sorted = [...acknowledged].sort();
      expect([...storedIds(notes)].sort()).toEqual(sorted);
      const steps = acknowledged.length;
      database.exec('PRAGMA max_page_count = 100000');
      const late = noteDraft({ note: 'Late. '.repeat(600) });
      expect(notes.saveAnnotation(late, referenceOf(1)).ok).toBe(true);
      notes.close();
      const again = openStore(file).notes;
      expect([...storedIds(again)].sort()).toEqual([...sorted, late.id].sort());
      // A failed save has left no step of undo either.
      for (let step = 0; step <= steps; step += 1) {
        expect(valueOf(again.undo()).kind).toBe('changed');
      }
      expect(valueOf(again.undo()).kind).toBe('nothing');
      expect(storedIds(again)).toEqual([]);
    },
  );
});

describe('a store that cannot be written', () => {
  it('because another process holds it reports that, and takes the note later', () => {
    const file = temporaryFile();
    const first = openStore(file).notes;
    const saved = noteDraft();
    valueOf(first.saveAnnotation(saved, referenceOf(1)));
    const notes = openOver(new DatabaseSync(file, { timeout: 20 }), file);
    const other = new DatabaseSync(file);
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const draft = noteDraft();
    const outcome = notes.saveAnnotation(draft, referenceOf(1));
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
    expect(outcome.ok ? '' : outcome.problem.message).toContain('another program');
    expect(storedIds(notes)).toEqual([saved.id]);
    other.exec('ROLLBACK');
    expect(notes.saveAnnotation(draft, referenceOf(1)).ok).toBe(true);
    expect(storedIds(first)).toHaveLength(2);
  });

  it('because it may only be read reports that for every change, and can still be read', () => {
    const file = temporaryFile();
    const { notes: writable } = openStore(file);
    const saved = noteDraft();
    valueOf(writable.saveAnnotation(saved, referenceOf(1)));
    const notes = openOver(new DatabaseSync(file, { readOnly: true }), file);
    const changes = [
      notes.saveAnnotation(noteDraft(), referenceOf(1)),
      notes.removeAnnotation(saved.id),
      notes.undo(),
    ];
    for (const outcome of changes) {
      expect(outcome).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
      expect(outcome.ok ? '' : outcome.problem.message).toContain('may not be written');
    }
    expect(storedIds(notes)).toEqual([saved.id]);
  });
});

describe.skipIf(!canMountDisks())('a full disk', () => {
  it.each([16, 48, 80, 112, 144, 176, 208, 272, 400, 720, 1040])(
    'of %i KiB loses no acknowledged note',
    (kibibytes) => {
      const disk = mountSmallDisk(kibibytes);
      const file = path.join(disk, 'notes.sqlite');
      const opened = openNotes({ file });
      if (!opened.ok) {
        expect(opened.problem.kind).toBe('unreadable');
        expect(opened.problem.message).toContain('free');
        return;
      }
      const { notes } = opened.value;
      const { acknowledged, message } = fill(notes);
      expect(message).toMatch(/full|free space/);
      expect([...storedIds(notes)].sort()).toEqual([...acknowledged].sort());

      const killed = path.join(temporaryFolder(), 'killed');
      cpSync(disk, killed, { recursive: true });
      const restored = openStore(path.join(killed, 'notes.sqlite'));
      expect(restored.setAside).toBeNull();
      expect(storedIds(restored.notes)).toEqual(expect.arrayContaining([...acknowledged]));

      notes.close();
      const kept = path.join(temporaryFolder(), 'kept');
      cpSync(disk, kept, { recursive: true });
      const again = openStore(path.join(kept, 'notes.sqlite'));
      expect(again.setAside).toBeNull();
      expect(storedIds(again.notes)).toEqual(expect.arrayContaining([...acknowledged]));
    },
  );

  it('takes the note when there is space again', () => {
    const disk = mountSmallDisk(1024);
    const filler = path.join(disk, 'filler');
    writeFileSync(filler, Buffer.alloc(600 * 1024));
    const { notes } = openStore(path.join(disk, 'notes.sqlite'));
    const { acknowledged, message } = fill(notes);
    expect(message).not.toBeNull();
    rmSync(filler);
    const late = noteDraft();
    expect(notes.saveAnnotation(late, referenceOf(1)).ok).toBe(true);
    expect([...storedIds(notes)].sort()).toEqual([...acknowledged, late.id].sort());
  });

  it('leaves an unreadable store where it is while a new one cannot be made', () => {
    const disk = mountSmallDisk(64);
    const file = path.join(disk, 'notes.sqlite');
    writeFileSync(file, 'noise '.repeat(100));
    writeFileSync(path.join(disk, 'filler'), Buffer.alloc(statSync(disk).blksize * 12));
    expect(openNotes({ file })).toMatchObject({ ok: false });
    expect(readdirSync(disk).filter((name) => name.includes('unreadable'))).toEqual([]);
    rmSync(path.join(disk, 'filler'));
  });
});
