import type { Handlers } from '../../electron/shared/ipc.ts';
import type {
  Annotation,
  AnnotationDraft,
  Bookmark,
  BriefingReference,
  HistoryStep,
} from '../../electron/shared/model/annotation.ts';
import { trashDays } from '../../electron/shared/model/note-list.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import { isWithinTag, tagSchema } from '../../electron/shared/model/tag.ts';
import { failure, type Result, success } from '../../electron/shared/result.ts';
import {
  describeChange,
  describeChanges,
  type FakeChange,
  FakeHistory,
  type FakeStep,
  isSameContent,
} from './fake-history.ts';
import { fakeNoteOutline, fakeNoteRows, fakeTags, type NoteListSources } from './fake-note-list.ts';

type MarkHandlers = Pick<
  Handlers,
  | 'marksOf'
  | 'countMarks'
  | 'saveAnnotation'
  | 'removeAnnotation'
  | 'saveAnnotations'
  | 'removeAnnotations'
  | 'listTags'
  | 'renameTag'
  | 'removeTag'
  | 'outlineNotes'
  | 'queryNotes'
  | 'historyOf'
  | 'restoreVersion'
  | 'listTrash'
  | 'restoreAnnotations'
  | 'addBookmark'
  | 'removeBookmark'
  | 'undo'
  | 'redo'
>;

/** What the marks in memory stand in. */
export interface MarksSurroundings {
  /** The failure of every change of a mark, while there is one. */
  readonly problem: () => Problem | null;
  /** Whether the library has a briefing; nothing can be saved on another one. */
  readonly has: (briefingId: string) => boolean;
  /** What is known of a briefing, even if its file is gone. */
  readonly referenceTo: (briefingId: string) => BriefingReference;
  readonly changed: (briefingIds: readonly string[]) => void;
}

/** The reader's marks in memory, with undo and redo. */
export interface FakeMarks {
  readonly annotations: Map<string, Annotation>;
  readonly bookmarks: Map<string, Bookmark>;
  readonly handlers: MarkHandlers;
}

const unknownBriefing: Problem = {
  kind: 'missing',
  message: 'The briefing is not in the library any more, so nothing could be saved on it.',
};

const unknownVersion: Problem = {
  kind: 'missing',
  message: 'This version of the note is not stored any more, so nothing was restored.',
};

const longTag: Problem = {
  kind: 'unwritable',
  message: 'A tag would become too long, so none was renamed; choose a shorter name.',
};

/** How long a deleted annotation stays in the trash, in milliseconds. */
const trashTime = trashDays * 24 * 60 * 60 * 1000;

/** Marks in memory that save, refuse and undo as the app's own do. */
export function fakeMarks(surroundings: MarksSurroundings): FakeMarks {
  const marks = new MarksInMemory(surroundings);
  const { annotations, bookmarks } = marks;
  const handlers: MarkHandlers = {
    marksOf: ({ briefingId }) => ({
      annotations: ofBriefing(annotations, briefingId),
      bookmarks: ofBriefing(bookmarks, briefingId),
    }),
    countMarks: () => countMarks(annotations, bookmarks),
    saveAnnotation: (draft) => marks.guarded(() => marks.save(draft)),
    removeAnnotation: ({ id }) => marks.guarded(() => marks.remove([id])),
    saveAnnotations: ({ drafts }) => marks.guarded(() => marks.saveAll(drafts)),
    removeAnnotations: ({ ids }) => marks.guarded(() => marks.remove(ids)),
    listTags: () => fakeTags([...annotations.values()]),
    renameTag: ({ from, to }) => marks.guarded(() => marks.renameTag(from, to)),
    removeTag: ({ tag }) => marks.guarded(() => marks.removeTag(tag)),
    outlineNotes: (query) => fakeNoteOutline(query, marks.listSources()),
    queryNotes: ({ query, offset, limit }) =>
      fakeNoteRows(query, marks.listSources()).slice(offset, offset + limit),
    historyOf: ({ id }) => marks.history.versionsOf(id),
    restoreVersion: ({ id, sequence }) => marks.guarded(() => marks.restoreVersion(id, sequence)),
    listTrash: ({ offset, limit }) => marks.listTrash(offset, limit),
    restoreAnnotations: ({ ids }) => marks.guarded(() => marks.restore(ids)),
    addBookmark: ({ id, briefingId, place }) =>
      marks.guarded(() => {
        if (!surroundings.has(briefingId)) return failure(unknownBriefing);
        const existing = ofBriefing(bookmarks, briefingId).find(
          (one) => one.id === id || JSON.stringify(one.place) === JSON.stringify(place),
        );
        if (existing !== undefined) return success(existing);
        const after = { id, briefingId, place, createdAt: Date.now() };
        const change = { id, briefingId, description: 'bookmark added', before: null, after };
        marks.apply([{ kind: 'bookmark', ...change, editing: null }]);
        return success(after);
      }),
    removeBookmark: ({ id }) =>
      marks.guarded(() => {
        const before = bookmarks.get(id);
        if (before === undefined) return success(null);
        const { briefingId } = before;
        const change = { id, briefingId, description: 'bookmark removed', before, after: null };
        marks.apply([{ kind: 'bookmark', ...change, editing: null }]);
        return success(null);
      }),
    undo: () => marks.guarded(() => success(marks.undo())),
    redo: () => marks.guarded(() => success(marks.redo())),
  };
  return { annotations, bookmarks, handlers };
}

type AnnotationChange = Extract<FakeChange, { readonly kind: 'annotation' }>;

function changeOf(
  before: Annotation | null,
  after: Annotation | null,
  editing: string | null = null,
): AnnotationChange | null {
  const { id, briefingId } = after ?? before ?? { id: null, briefingId: null };
  if (id === null) return null;
  const description = describeChange(before, after);
  return { kind: 'annotation', id, briefingId, description, before, after, editing };
}

class MarksInMemory {
  readonly annotations = new Map<string, Annotation>();
  readonly bookmarks = new Map<string, Bookmark>();
  readonly history = new FakeHistory();
  readonly #surroundings: MarksSurroundings;

  constructor(surroundings: MarksSurroundings) {
    this.#surroundings = surroundings;
  }

  guarded<Value>(act: () => Result<Value, Problem>): Result<Value, Problem> {
    const current = this.#surroundings.problem();
    return current === null ? act() : failure(current);
  }

  /** Makes the changes as one step of undo. */
  apply(changes: readonly FakeChange[], description = describeStep(changes)): void {
    this.history.record(changes, description);
    this.#put(changes, 'after');
  }

  save(draft: AnnotationDraft): Result<Annotation, Problem> {
    if (!this.#isKnown(draft.briefingId)) return failure(unknownBriefing);
    const before = this.annotations.get(draft.id) ?? null;
    const after = stateOf(draft, before);
    if (before !== null && isSameContent(before, after)) return success(before);
    const change = changeOf(before, after, draft.editing);
    if (change !== null) this.apply([change]);
    return success(after);
  }

  saveAll(drafts: readonly AnnotationDraft[]): Result<readonly Annotation[], Problem> {
    if (!drafts.every(({ briefingId }) => this.#isKnown(briefingId))) {
      return failure(unknownBriefing);
    }
    const states = new Map(this.annotations);
    const changes: FakeChange[] = [];
    const saved = drafts.map((draft) => {
      const before = states.get(draft.id) ?? null;
      const after = stateOf(draft, before);
      if (before !== null && isSameContent(before, after)) return before;
      const change = changeOf(before, after);
      if (change !== null) changes.push(change);
      states.set(draft.id, after);
      return after;
    });
    this.apply(changes);
    return success(saved);
  }

  remove(ids: readonly string[]): Result<null, Problem> {
    const existing = [...new Set(ids)].map((id) => this.annotations.get(id) ?? null);
    this.apply(existing.flatMap((before) => changeOf(before, null) ?? []));
    return success(null);
  }

  renameTag(from: string, to: string): Result<{ readonly changed: number }, Problem> {
    const rename = (tag: string): string =>
      isWithinTag(tag, from) ? `${to}${tag.slice(from.length)}` : tag;
    const tags = fakeTags([...this.annotations.values()]).map(({ tag }) => rename(tag));
    if (!tags.every((tag) => tagSchema.safeParse(tag).success)) return failure(longTag);
    return this.#changeTags((all) => all.map(rename), `tag “${from}” renamed`);
  }

  removeTag(removed: string): Result<{ readonly changed: number }, Problem> {
    const remove = (tags: readonly string[]) => tags.filter((tag) => !isWithinTag(tag, removed));
    return this.#changeTags(remove, `tag “${removed}” removed`);
  }

  restoreVersion(id: string, sequence: number): Result<Annotation, Problem> {
    const versions = this.history.versionsOf(id);
    const version = versions.find((one) => one.sequence === sequence)?.annotation ?? null;
    if (version === null) return failure(unknownVersion);
    const before = this.annotations.get(id) ?? null;
    if (before !== null && isSameContent(before, version)) return success(before);
    const createdAt = before?.createdAt ?? version.createdAt;
    const after = { ...version, createdAt, modifiedAt: Date.now() };
    const change = changeOf(before, after);
    if (change !== null) this.apply([{ ...change, description: 'earlier version restored' }]);
    return success(after);
  }

  restore(ids: readonly string[]): Result<null, Problem> {
    const changes = [...new Set(ids)].flatMap((id) => {
      const after = this.history.deletionOf(id)?.annotation ?? null;
      const change = this.annotations.has(id) ? null : changeOf(null, after);
      if (change === null) return [];
      return [{ ...change, description: change.description.replace('added', 'restored') }];
    });
    this.apply(changes, describeStep(changes, 'restored'));
    return success(null);
  }

  listTrash(offset: number, limit: number) {
    const { referenceTo } = this.#surroundings;
    const items = this.history
      .deletions()
      .filter(({ annotation }) => !this.annotations.has(annotation.id))
      .filter(({ deletedAt }) => deletedAt >= Date.now() - trashTime)
      .map((deletion) => ({ ...deletion, briefing: referenceTo(deletion.annotation.briefingId) }));
    return { total: items.length, items: items.slice(offset, offset + limit) };
  }

  listSources(): NoteListSources {
    const { has, referenceTo } = this.#surroundings;
    return { annotations: [...this.annotations.values()], has, referenceTo };
  }

  undo(): HistoryStep {
    return this.#takeStep(this.history.done, this.history.undone, 'before');
  }

  redo(): HistoryStep {
    return this.#takeStep(this.history.undone, this.history.done, 'after');
  }

  #isKnown(briefingId: string): boolean {
    if (this.#surroundings.has(briefingId)) return true;
    const marks = [...this.annotations.values(), ...this.bookmarks.values()];
    return marks.some((mark) => mark.briefingId === briefingId);
  }

  #changeTags(
    change: (tags: readonly string[]) => readonly string[],
    description: string,
  ): Result<{ readonly changed: number }, Problem> {
    const all = [...this.annotations.values()].toSorted(
      (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
    );
    const changes = all.flatMap((before) => {
      const tags = [...new Set(change(before.tags))];
      const after = { ...before, tags, modifiedAt: Date.now() };
      return isSameContent(before, after) ? [] : (changeOf(before, after) ?? []);
    });
    this.apply(changes, description);
    return success({ changed: changes.length });
  }

  #takeStep(from: FakeStep[], to: FakeStep[], state: 'before' | 'after'): HistoryStep {
    const step = from.pop();
    const [first] = step?.changes ?? [];
    if (step === undefined || first === undefined) return { kind: 'nothing' };
    to.push(step);
    this.#put(state === 'before' ? step.changes.toReversed() : step.changes, state);
    return { kind: 'changed', briefingId: first.briefingId, description: step.description };
  }

  #put(changes: readonly FakeChange[], state: 'before' | 'after'): void {
    for (const change of changes) {
      if (change.kind === 'annotation') {
        if (change[state] === null) this.annotations.delete(change.id);
        else this.annotations.set(change.id, change[state]);
      } else if (change[state] === null) this.bookmarks.delete(change.id);
      else this.bookmarks.set(change.id, change[state]);
    }
    const briefingIds = [...new Set(changes.map(({ briefingId }) => briefingId))];
    if (briefingIds.length > 0) this.#surroundings.changed(briefingIds);
  }
}

function describeStep(changes: readonly FakeChange[], verb?: string): string {
  const [first, ...others] = changes;
  if (first === undefined) return 'nothing changed';
  return others.length === 0 ? first.description : describeChanges(changes, verb);
}

function stateOf(draft: AnnotationDraft, before: Annotation | null): Annotation {
  const { id, target, color, tags, note } = draft;
  const modifiedAt = Date.now();
  const createdAt = before?.createdAt ?? modifiedAt;
  const briefingId = before?.briefingId ?? draft.briefingId;
  return { id, briefingId, target, color, tags, note, createdAt, modifiedAt };
}

function ofBriefing<Mark extends Annotation | Bookmark>(
  marks: ReadonlyMap<string, Mark>,
  briefingId: string,
): readonly Mark[] {
  return [...marks.values()]
    .filter((mark) => mark.briefingId === briefingId)
    .toSorted((one, other) => one.createdAt - other.createdAt);
}

function countMarks(
  annotations: ReadonlyMap<string, Annotation>,
  bookmarks: ReadonlyMap<string, Bookmark>,
) {
  const all = [...annotations.values(), ...bookmarks.values()];
  return [...new Set(all.map(({ briefingId }) => briefingId))].map((briefingId) => ({
    briefingId,
    annotations: ofBriefing(annotations, briefingId).length,
    bookmarks: ofBriefing(bookmarks, briefingId).length,
  }));
}
