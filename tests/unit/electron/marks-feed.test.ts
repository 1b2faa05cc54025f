import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IndexedMarks, MarkUpdate } from '../../../electron/library/library.ts';
import { keepMarksIndexed } from '../../../electron/marks-feed.ts';
import type { Notes } from '../../../electron/notes/notes.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import { bookmarkDraft, briefingIdOf, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { valueOf } from '../../support/notes/store-folder.ts';
import { statusWith } from './fakes.ts';

let folder: string;
let notes: Notes;
let stop: () => void;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'readout-feed-'));
  notes = valueOf(openNotes({ file: path.join(folder, 'notes.sqlite') })).notes;
  stop = () => undefined;
});

afterEach(() => {
  stop();
  notes.close();
  rmSync(folder, { recursive: true });
});

/** The index as the library keeps it. */
class FakeIndex {
  readonly updates: MarkUpdate[] = [];
  readonly marks = new Map<string, IndexedMarks>();
  revision: string | null = null;
  /** While set, the library does not answer. */
  isGone = false;
  tell: () => void = () => undefined;

  readonly library = {
    marksRevision: async () => {
      await this.#answer();
      return this.revision;
    },
    indexMarks: async (update: MarkUpdate) => {
      await this.#answer();
      this.updates.push(update);
      if (update.isComplete) this.marks.clear();
      for (const marks of update.marks) this.marks.set(marks.briefingId, marks);
      this.revision = update.revision;
    },
    onChanged: (listener: (status: ReturnType<typeof statusWith>) => void) => {
      this.tell = () => listener(statusWith({ kind: 'idle' }));
      return () => {
        this.tell = () => undefined;
      };
    },
  };

  forget(): void {
    this.updates.length = 0;
    this.marks.clear();
    this.revision = null;
  }

  async #answer(): Promise<void> {
    await Promise.resolve();
    if (this.isGone) throw new Error('The library is gone.');
  }
}

function start(): FakeIndex {
  const index = new FakeIndex();
  stop = keepMarksIndexed(index.library, notes);
  return index;
}

async function settled(index: FakeIndex): Promise<void> {
  await vi.waitFor(() => expect(index.revision).toBe(notes.revision()), { timeout: 5000 });
}

function add(number: number, changes: Parameters<typeof noteDraft>[0] = {}): string {
  const draft = noteDraft({ briefingId: briefingIdOf(number), ...changes });
  valueOf(notes.saveAnnotation(draft, referenceOf(number)));
  return draft.id;
}

/** What an index must hold, read in the usual way. */
function expected(): readonly IndexedMarks[] {
  return notes.countMarks().map(({ briefingId, annotations, bookmarks }) => {
    const all = notes.marksOf(briefingId).annotations;
    return {
      briefingId,
      notes: all.map(({ note }) => note).filter((note) => note !== ''),
      tags: [...new Set(all.flatMap(({ tags }) => tags))],
      colors: [...new Set(all.flatMap(({ color }) => color ?? []))],
      annotationCount: annotations,
      bookmarkCount: bookmarks,
    };
  });
}

function marked(index: FakeIndex): readonly IndexedMarks[] {
  return [...index.marks.values()]
    .filter(({ annotationCount, bookmarkCount }) => annotationCount + bookmarkCount > 0)
    .toSorted((one, other) => (one.briefingId < other.briefingId ? -1 : 1));
}

describe('at the start', () => {
  it('all marks are told in one update', async () => {
    add(1, { tags: ['sea', 'port'], color: 'yellow', note: 'First' });
    add(1, { tags: ['sea'], color: 'yellow', note: '' });
    add(2, { note: 'Second' });
    valueOf(notes.addBookmark(bookmarkDraft({ briefingId: briefingIdOf(3) }), referenceOf(3)));
    const index = start();
    await settled(index);
    expect(index.updates).toHaveLength(1);
    expect(index.updates[0]).toMatchObject({ isComplete: true });
    expect(marked(index)).toEqual(expected());
    expect(marked(index)[0]).toEqual({
      briefingId: briefingIdOf(1),
      notes: ['First'],
      tags: ['sea', 'port'],
      colors: ['yellow'],
      annotationCount: 2,
      bookmarkCount: 0,
    });
  });

  it('nothing is told to an index that has them', async () => {
    add(1);
    const index = new FakeIndex();
    index.revision = notes.revision();
    stop = keepMarksIndexed(index.library, notes);
    await wait(20);
    expect(index.updates).toEqual([]);
  });

  it('what was removed is not told', async () => {
    const id = add(1);
    add(2);
    valueOf(notes.removeAnnotation(id));
    const index = start();
    await settled(index);
    expect(marked(index).map(({ briefingId }) => briefingId)).toEqual([briefingIdOf(2)]);
  });

  it('many are told in parts after the old ones were forgotten, the revision with the last', async () => {
    const saves = Array.from({ length: 5200 }, (_, index) => ({
      draft: noteDraft({ briefingId: briefingIdOf(index), note: `Note ${index}` }),
      reference: referenceOf(index),
    }));
    valueOf(notes.saveAnnotations(saves));
    const index = start();
    index.marks.set('old', { ...saved, briefingId: 'old' });
    await settled(index);
    const [first, ...others] = index.updates;
    expect(first).toEqual({ isComplete: true, marks: [], revision: '' });
    expect(others.every(({ isComplete }) => !isComplete)).toBe(true);
    expect(others.every(({ marks }) => marks.length <= 2000)).toBe(true);
    expect(others.slice(0, -1).every(({ revision }) => revision === '')).toBe(true);
    expect(index.marks.size).toBe(5200);
  });

  it('long notes are told in parts, too', async () => {
    for (const number of [1, 2, 3]) add(number, { note: 'x'.repeat(300_000) });
    const index = start();
    await settled(index);
    expect(index.updates.map(({ marks }) => marks.length)).toEqual([0, 1, 1, 1]);
  });

  it('more annotations on one briefing than are read at once are told whole', async () => {
    const saves = Array.from({ length: 1001 }, (_, index) => ({
      draft: noteDraft({ note: `Note ${index}` }),
      reference: referenceOf(1),
    }));
    valueOf(notes.saveAnnotations(saves));
    const index = start();
    await settled(index);
    expect(new Set(marked(index)[0]?.notes).size).toBe(1001);
    expect(marked(index)[0]?.annotationCount).toBe(1001);
  });
});

const saved: IndexedMarks = {
  briefingId: briefingIdOf(1),
  notes: [],
  tags: [],
  colors: [],
  annotationCount: 1,
  bookmarkCount: 0,
};

describe('a change', () => {
  it('is told of its briefings alone', async () => {
    add(1);
    add(2);
    const index = start();
    await settled(index);
    index.updates.length = 0;
    const id = add(2, { note: 'Another' });
    await settled(index);
    expect(index.updates).toEqual([
      expect.objectContaining({
        isComplete: false,
        marks: [expect.objectContaining({ briefingId: briefingIdOf(2), annotationCount: 2 })],
      }),
    ]);
    valueOf(notes.removeAnnotation(id));
    valueOf(notes.undo());
    await settled(index);
    expect(marked(index)).toEqual(expected());
  });

  it('that takes the last mark away is told as none', async () => {
    const id = add(1);
    const index = start();
    await settled(index);
    valueOf(notes.removeAnnotation(id));
    await settled(index);
    expect(index.marks.get(briefingIdOf(1))).toEqual({ ...saved, annotationCount: 0 });
  });

  it('that comes while all are told is told afterwards', async () => {
    for (let number = 1; number <= 50; number += 1) add(number);
    const index = start();
    add(7, { note: 'Meanwhile' });
    await settled(index);
    expect(marked(index)).toEqual(expected());
  });
});

describe('an index that was made anew', () => {
  it('is told all again when the library tells of a change', async () => {
    add(1);
    const index = start();
    await settled(index);
    index.forget();
    index.tell();
    await settled(index);
    expect(index.updates[0]).toMatchObject({ isComplete: true });
    expect(marked(index)).toEqual(expected());
  });

  it('is told all when the library is there again', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const index = new FakeIndex();
    index.isGone = true;
    stop = keepMarksIndexed(index.library, notes);
    add(1);
    await vi.waitFor(() => expect(complain).toHaveBeenCalled());
    index.isGone = false;
    index.tell();
    await settled(index);
    expect(marked(index)).toEqual(expected());
    complain.mockRestore();
  });
});

it('stops', async () => {
  const index = start();
  await settled(index);
  index.updates.length = 0;
  stop();
  add(1);
  index.tell();
  await wait(20);
  expect(index.updates).toEqual([]);
});
