import type { IndexedMarks, Library } from './library/library.ts';
import { marksOfBriefing } from './marks-of-briefing.ts';
import type { Notes } from './notes/notes.ts';
import { createPace } from './pace.ts';

/** At most this many briefings are in one update where there are several. */
const largestBatch = 2000;

/** So many briefings are told as a whole, in one update. */
const largestWhole = 5000;

/** At most about this much of notes is in one update, in UTF-16 code units. */
const largestText = 500_000;

/** How long to wait between two looks at what the index has, in milliseconds. */
const lookInterval = 1000;

/** The revision of an index that does not have all marks yet. */
const unfinished = '';

type Source = Pick<Notes, 'annotationsToIndex' | 'countBookmarks' | 'nextMarked' | 'revision'>;

type Index = Pick<Library, 'indexMarks' | 'marksRevision'>;

function lengthOf({ notes }: IndexedMarks): number {
  return notes.reduce((sum, { length }) => sum + length, 0);
}

function* allMarked(notes: Source): Generator<string> {
  for (let id = notes.nextMarked(null); id !== null; id = notes.nextMarked(id)) yield id;
}

/** Gathers marks into batches that are small enough to be handed over without holding anything up. */
async function* batchesOf(
  notes: Source,
  ids: Iterable<string>,
  largest: number,
): AsyncGenerator<readonly IndexedMarks[]> {
  const pace = createPace();
  let batch: IndexedMarks[] = [];
  let length = 0;
  for (const id of ids) {
    const marks = await marksOfBriefing(notes, id, pace);
    if (batch.length >= largest || (length > 0 && length + lengthOf(marks) > largestText)) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(marks);
    length += lengthOf(marks);
  }
  yield batch;
}

/** Tells the index of all marks: in one update or, where there are many, after it forgot the old. */
async function tellAll(library: Index, notes: Source, revision: string): Promise<void> {
  let held: readonly IndexedMarks[] | null = null;
  let isComplete = true;
  for await (const batch of batchesOf(notes, allMarked(notes), largestWhole)) {
    if (held !== null) {
      if (isComplete) await library.indexMarks({ isComplete, marks: [], revision: unfinished });
      isComplete = false;
      await tellSome(library, held, unfinished);
    }
    held = batch;
  }
  if (isComplete) await library.indexMarks({ isComplete, marks: held ?? [], revision });
  else await tellSome(library, held ?? [], revision);
}

/** Tells the index of some briefings. The revision is only reached with the last of them. */
async function tellSome(
  library: Index,
  marks: readonly IndexedMarks[],
  revision: string,
): Promise<void> {
  let start = 0;
  do {
    const end = start + largestBatch;
    await library.indexMarks({
      isComplete: false,
      marks: marks.slice(start, end),
      revision: end < marks.length ? unfinished : revision,
    });
    start = end;
  } while (start < marks.length);
}

async function tellChanged(
  library: Index,
  notes: Source,
  ids: Iterable<string>,
  revision: string,
): Promise<void> {
  let held: readonly IndexedMarks[] | null = null;
  for await (const batch of batchesOf(notes, ids, largestBatch)) {
    if (held !== null) await tellSome(library, held, unfinished);
    held = batch;
  }
  await tellSome(library, held ?? [], revision);
}

/** Keeps what the library's index knows of the marks the same as the notes. */
class MarksFeed {
  readonly #library: Index;
  readonly #notes: Source;
  readonly #changed = new Set<string>();
  /** What the index has, as far as is known; `null` where it has to be asked. */
  #told: string | null = null;
  #isLookDue = true;
  #isRunning = false;
  #isStopped = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(library: Index, notes: Source) {
    this.#library = library;
    this.#notes = notes;
  }

  readonly changed = (briefingIds: readonly string[]): void => {
    for (const id of briefingIds) this.#changed.add(id);
    void this.run();
  };

  /** The library may have been started again, or its catalog made anew. */
  readonly lookSoon = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#isLookDue = true;
      void this.run();
    }, lookInterval);
  };

  async run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (!this.#isStopped && (this.#isLookDue || this.#changed.size > 0)) await this.#step();
    } catch (error) {
      // The library tells of itself when it is there again, and then the index is looked at.
      this.#told = null;
      if (!this.#isStopped) console.error(`Notes were not put into the index: ${String(error)}`);
    } finally {
      this.#isRunning = false;
    }
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #step(): Promise<void> {
    const isLook = this.#isLookDue || this.#told === null;
    this.#isLookDue = false;
    const found = isLook ? await this.#library.marksRevision() : this.#told;
    // What changes from here on is told by the next step, whether it is read already or not.
    const revision = this.#notes.revision();
    const ids = [...this.#changed];
    this.#changed.clear();
    const isOther = found !== (this.#told ?? revision);
    // Another process may have changed the notes.
    const isUnexplained = found !== revision && ids.length === 0;
    if (isOther || isUnexplained) {
      await tellAll(this.#library, this.#notes, revision);
    } else if (ids.length > 0) {
      await tellChanged(this.#library, this.#notes, ids, revision);
    }
    this.#told = revision;
  }
}

/** Puts all marks into the library's index once, if it has others. */
export async function indexMarksOnce(
  library: Index,
  notes: Source & Pick<Notes, 'onChanged'>,
): Promise<void> {
  const revision = notes.revision();
  if ((await library.marksRevision()) !== revision) await tellAll(library, notes, revision);
}

/**
 * Puts the marks into the library's index: all of them where the index has others than there are, or
 * none, and those of a briefing whenever they change. They are read and sent in pieces, so that
 * nothing waits for it.
 *
 * @returns the function that stops it.
 */
export function keepMarksIndexed(
  library: Index & Pick<Library, 'onChanged'>,
  notes: Source & Pick<Notes, 'onChanged'>,
): () => void {
  const feed = new MarksFeed(library, notes);
  const unsubscribe = [notes.onChanged(feed.changed), library.onChanged(feed.lookSoon)];
  void feed.run();
  return () => {
    feed.stop();
    for (const end of unsubscribe) end();
  };
}
