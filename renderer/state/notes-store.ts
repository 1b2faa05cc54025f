import { atom, type ReadableAtom } from 'nanostores';
import type {
  Annotation,
  AnnotationDraft,
  Bookmark,
  Color,
  HistoryStep,
  MarkCount,
  Place,
  Target,
} from '../../electron/shared/model/annotation.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import { type Result, success } from '../../electron/shared/result.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { NoteQueue, type Saving } from './note-queue.ts';
import type { Store } from './store.ts';

/** The reader's marks on the open briefing, what is typed included. */
export interface NotesState {
  readonly briefingId: string | null;
  readonly annotations: readonly Annotation[];
  readonly bookmarks: readonly Bookmark[];
  /** Of every briefing that has marks, by its id. */
  readonly counts: ReadonlyMap<string, MarkCount>;
  readonly saving: Saving;
  /** The annotation whose note is being written, and the id of this stretch of typing. */
  readonly editing: { readonly id: string; readonly stretch: string } | null;
}

/** What a change of one annotation may touch. */
export type AnnotationChange = Partial<Pick<Annotation, 'note' | 'color' | 'tags'>>;

/** Whether there is nothing in an annotation that could be stored. */
export function isBlank(annotation: Annotation): boolean {
  return annotation.note.trim() === '' && annotation.color === null && annotation.tags.length === 0;
}

/** What a draft that is not on the disk yet will be. */
function toAnnotation({ id, briefingId, target, color, tags, note }: AnnotationDraft): Annotation {
  const now = Date.now();
  return { id, briefingId, target, color, tags, note, createdAt: now, modifiedAt: now };
}

/** Annotations and bookmarks: shown at once, stored by the main process, undone there. */
export class NotesStore implements Store<NotesState> {
  readonly #api: DesktopApi;
  readonly #queue: NoteQueue;
  /** Annotations that were started and have nothing to store yet. */
  readonly #started = new Map<string, Annotation>();
  readonly #state = atom<NotesState>({
    briefingId: null,
    annotations: [],
    bookmarks: [],
    counts: new Map(),
    saving: { kind: 'saved' },
    editing: null,
  });

  constructor(api: DesktopApi) {
    this.#api = api;
    this.#queue = new NoteQueue(api, (saving) => this.#patch({ saving }));
    api.onNotesChanged(({ briefingIds }) => {
      void this.refreshCounts();
      const { briefingId } = this.#state.get();
      if (briefingId !== null && briefingIds.includes(briefingId)) void this.#reload(briefingId);
    });
    api.onFlush(() => void this.flush().then((allSaved) => api.confirmFlush({ allSaved })));
  }

  get state(): ReadableAtom<NotesState> {
    return this.#state;
  }

  /** Shows the marks of a briefing. What was typed on another one is stored first. */
  async show(briefingId: string): Promise<void> {
    if (this.#state.get().briefingId === briefingId) return;
    this.finishEditing();
    this.#patch({ briefingId, annotations: [], bookmarks: [] });
    await this.#reload(briefingId);
  }

  async refreshCounts(): Promise<void> {
    const counts = await this.#api.countMarks({});
    this.#patch({ counts: new Map(counts.map((count) => [count.briefingId, count])) });
  }

  /** Starts an annotation on `target`; one with a colour is stored at once. Returns its id. */
  annotate(target: Target, color: Color | null): string | null {
    const { briefingId, annotations } = this.#state.get();
    if (briefingId === null) return null;
    const now = Date.now();
    const annotation: Annotation = {
      id: crypto.randomUUID(),
      briefingId,
      target,
      color,
      tags: [],
      note: '',
      createdAt: now,
      modifiedAt: now,
    };
    this.#patch({ annotations: [...annotations, annotation] });
    if (color === null) this.#started.set(annotation.id, annotation);
    else this.#save(annotation, crypto.randomUUID());
    return annotation.id;
  }

  /** Opens the note of an annotation for writing. */
  edit(id: string): void {
    const { editing } = this.#state.get();
    if (editing?.id === id) return;
    this.finishEditing();
    this.#patch({ editing: { id, stretch: crypto.randomUUID() } });
  }

  /** Ends the writing: what was typed is stored now, a note left empty goes. */
  finishEditing(): void {
    const { editing, annotations } = this.#state.get();
    if (editing === null) return;
    this.#patch({ editing: null });
    const annotation = annotations.find(({ id }) => id === editing.id);
    if (annotation !== undefined && isBlank(annotation)) void this.#dropEmpty(annotation);
    else void this.#queue.flush();
  }

  /** Changes an annotation of the open briefing. */
  change(id: string, change: AnnotationChange): void {
    const { annotations, editing } = this.#state.get();
    const before = annotations.find((annotation) => annotation.id === id);
    if (before === undefined) return;
    const after = { ...before, ...change, modifiedAt: Date.now() };
    this.#patch({ annotations: annotations.map((other) => (other.id === id ? after : other)) });
    if (this.#started.has(id)) {
      if (isBlank(after)) return;
      this.#started.delete(id);
    }
    this.#save(after, editing?.id === id ? editing.stretch : crypto.randomUUID());
  }

  /** Deletes an annotation. Nothing is asked: undo brings it back. */
  async remove(id: string): Promise<Result<null, Problem>> {
    if (this.#state.get().editing?.id === id) this.#patch({ editing: null });
    if (this.#started.delete(id)) {
      this.#hide(id);
      return success(null);
    }
    // The words on the screen must be on the disk for undo to bring all of them back.
    await this.#queue.flush();
    const unstored = this.#queue.pending.get(id);
    this.#queue.forget(id);
    this.#hide(id);
    const result = await this.#api.removeAnnotation({ id });
    if (!result.ok) await this.#bringBack(unstored);
    return result;
  }

  bookmarkAt(part: PartPath | null): Bookmark | undefined {
    return this.#state
      .get()
      .bookmarks.find(({ place }) => (place.kind === 'part' ? place.part === part : part === null));
  }

  /** Sets or removes the bookmark at a place; tells which of the two it did. */
  async toggleBookmark(place: Place): Promise<Result<'added' | 'removed', Problem>> {
    const { briefingId } = this.#state.get();
    const existing = this.bookmarkAt(place.kind === 'part' ? place.part : null);
    if (existing !== undefined) {
      const result = await this.#api.removeBookmark({ id: existing.id });
      return result.ok ? { ok: true, value: 'removed' } : result;
    }
    if (briefingId === null) return { ok: true, value: 'removed' };
    const draft = { id: crypto.randomUUID(), briefingId, place };
    const result = await this.#api.addBookmark(draft);
    return result.ok ? { ok: true, value: 'added' } : result;
  }

  /** Takes back the last change of any mark; what is being typed is stored first. */
  async undo(): Promise<Result<HistoryStep, Problem>> {
    await this.flush();
    return this.#api.undo({});
  }

  async redo(): Promise<Result<HistoryStep, Problem>> {
    await this.flush();
    return this.#api.redo({});
  }

  /** Stores all that is typed; `true` when everything is on the disk. */
  flush(): Promise<boolean> {
    return this.#queue.flush();
  }

  #save(annotation: Annotation, editing: string): void {
    const { id, briefingId, target, color, tags, note } = annotation;
    const draft: AnnotationDraft = { id, briefingId, target, color, tags, note, editing };
    this.#queue.add(draft);
    if (this.#state.get().editing?.id !== id) void this.#queue.flush();
  }

  #hide(id: string): void {
    const { annotations } = this.#state.get();
    this.#patch({ annotations: annotations.filter((annotation) => annotation.id !== id) });
  }

  /** Shows an annotation again that could not be deleted, with the words that are not stored. */
  async #bringBack(unstored: AnnotationDraft | undefined): Promise<void> {
    if (unstored !== undefined) this.#queue.add(unstored);
    const { briefingId } = this.#state.get();
    if (briefingId !== null) await this.#reload(briefingId);
  }

  async #dropEmpty(annotation: Annotation): Promise<void> {
    this.#hide(annotation.id);
    if (this.#started.delete(annotation.id)) return;
    await this.#queue.flush();
    await this.#api.removeAnnotation({ id: annotation.id });
  }

  async #reload(briefingId: string): Promise<void> {
    const marks = await this.#api.marksOf({ briefingId });
    if (this.#state.get().briefingId !== briefingId) return;
    const stored = marks.annotations.map((annotation) => {
      const pending = this.#queue.pending.get(annotation.id);
      return pending === undefined ? annotation : { ...annotation, ...this.#typed(pending) };
    });
    const known = new Set(stored.map(({ id }) => id));
    const unstored = this.#unstoredOn(briefingId).filter(({ id }) => !known.has(id));
    this.#patch({ annotations: [...stored, ...unstored], bookmarks: marks.bookmarks });
  }

  /** The annotations of a briefing that may be on the screen only, as they stand there. */
  #unstoredOn(briefingId: string): readonly Annotation[] {
    const shown = new Map(
      this.#state.get().annotations.map((annotation) => [annotation.id, annotation]),
    );
    const drafts = [...this.#queue.pending.values()].map(toAnnotation);
    return [...this.#started.values(), ...drafts]
      .filter((annotation) => annotation.briefingId === briefingId)
      .map((annotation) => shown.get(annotation.id) ?? annotation);
  }

  #typed(draft: AnnotationDraft): Pick<Annotation, 'note' | 'color' | 'tags'> {
    return { note: draft.note, color: draft.color, tags: draft.tags };
  }

  #patch(change: Partial<NotesState>): void {
    this.#state.set({ ...this.#state.get(), ...change });
  }
}
