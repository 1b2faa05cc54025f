import { atom, type ReadableAtom } from 'nanostores';
import type {
  Annotation,
  AnnotationDraft,
  Bookmark,
  Color,
  HistoryStep,
  Place,
  Target,
} from '../../electron/shared/model/annotation.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import { failure, type Result, success } from '../../electron/shared/result.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { NoteQueue } from './note-queue.ts';
import { bookmarkAt, toggleBookmark } from './notes-bookmarks.ts';
import {
  type AnnotationChange,
  changedBy,
  isBlank,
  movedTo,
  noNotes,
  type NotesState,
  type SeveralChange,
  toDraft,
  withUnstored,
} from './notes-state.ts';
import type { Store } from './store.ts';

export { isBlank };

/** Annotations and bookmarks: shown at once, stored by the main process, undone there. */
export class NotesStore implements Store<NotesState> {
  readonly #api: DesktopApi;
  readonly #queue: NoteQueue;
  /** Annotations that were started and have nothing to store yet. */
  readonly #started = new Map<string, Annotation>();
  readonly #state = atom<NotesState>(noNotes);

  constructor(api: DesktopApi) {
    this.#api = api;
    this.#queue = new NoteQueue(api, (saving) => this.#patch({ saving }));
    api.onNotesChanged(({ briefingIds }) => {
      void this.refreshCounts();
      void this.refreshTags();
      const { briefingId } = this.#state.get();
      if (briefingId !== null && briefingIds.includes(briefingId)) void this.#reload(briefingId);
    });
    api.onBriefingsChanged(({ moved }) => {
      for (const { from, to } of moved) this.#move(from, to);
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
    this.#patch({ briefingId, annotations: [], bookmarks: [], reattaching: null });
    void this.refreshTags();
    await this.#reload(briefingId);
  }

  async refreshCounts(): Promise<void> {
    const counts = await this.#api.countMarks({});
    this.#patch({ counts: new Map(counts.map((count) => [count.briefingId, count])) });
  }

  /** Asks anew which tags there are. */
  async refreshTags(): Promise<void> {
    this.#patch({ tags: await this.#api.listTags({}) });
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
    const { editing } = this.#state.get();
    if (editing === null) return;
    this.#patch({ editing: null });
    this.dropBlank(editing.id);
    void this.#queue.flush();
  }

  /** Lets an annotation go that has nothing in it and is not being written. */
  dropBlank(id: string): void {
    const { annotations, editing } = this.#state.get();
    const annotation = annotations.find((one) => one.id === id);
    if (annotation === undefined || editing?.id === id) return;
    if (isBlank(annotation)) void this.#dropEmpty(annotation);
  }

  /** Lets the reader select a new place for an annotation; see {@link reattach}. */
  startReattaching(id: string): void {
    this.finishEditing();
    const isShown = this.#state.get().annotations.some((annotation) => annotation.id === id);
    if (isShown) this.#patch({ reattaching: id });
  }

  cancelReattaching(): void {
    this.#patch({ reattaching: null });
  }

  /** Puts the annotation that is being re-attached on a new target; all else of it stays. */
  reattach(target: Target): void {
    const { reattaching } = this.#state.get();
    if (reattaching === null) return;
    this.finishEditing();
    this.#patch({ reattaching: null });
    this.change(reattaching, { target });
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
      this.#hide([id]);
      return success(null);
    }
    // The words on the screen must be on the disk for undo to bring all of them back.
    await this.#queue.flush();
    const unstored = this.#forget([id]);
    this.#hide([id]);
    const result = await this.#api.removeAnnotation({ id });
    if (!result.ok) await this.#bringBack(unstored);
    return result;
  }

  /** Changes several annotations of the open briefing, as one step of undo. */
  async changeSeveral(
    ids: readonly string[],
    change: SeveralChange,
  ): Promise<Result<null, Problem>> {
    if (!(await this.#queue.flush())) return failure(this.#unsaved());
    const chosen = new Set(ids);
    const changed = changedBy(chosen, change);
    const editing = crypto.randomUUID();
    const drafts = this.#state
      .get()
      .annotations.filter(({ id }) => chosen.has(id))
      .map((annotation) => toDraft(changed(annotation), editing));
    const result = await this.#api.saveAnnotations({ drafts });
    if (!result.ok) return result;
    for (const id of ids) this.#started.delete(id);
    this.#patch({ annotations: this.#state.get().annotations.map(changed) });
    this.#renewPending(chosen);
    return success(null);
  }

  /** Deletes several annotations, as one step of undo. */
  async removeSeveral(ids: readonly string[]): Promise<Result<null, Problem>> {
    const { editing } = this.#state.get();
    if (editing !== null && ids.includes(editing.id)) this.#patch({ editing: null });
    await this.#queue.flush();
    const stored = ids.filter((id) => !this.#started.has(id));
    const unstored = this.#forget(stored);
    const result = await this.#api.removeAnnotations({ ids: stored });
    if (result.ok) {
      for (const id of ids) this.#started.delete(id);
      this.#hide(ids);
    } else await this.#bringBack(unstored);
    return result;
  }

  bookmarkAt(part: PartPath | null): Bookmark | undefined {
    return bookmarkAt(this.#state.get().bookmarks, part);
  }

  /** Sets or removes the bookmark at a place; tells which of the two it did. */
  toggleBookmark(place: Place): Promise<Result<'added' | 'removed', Problem>> {
    return toggleBookmark(this.#api, this.#state.get(), place);
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
    this.#queue.add(toDraft(annotation, editing));
    if (this.#state.get().editing?.id !== annotation.id) void this.#queue.flush();
  }

  /** A file moved, and its briefing has another id: what is typed on it goes on. */
  #move(from: string, to: string): void {
    this.#queue.move(from, to);
    for (const [id, annotation] of this.#started) {
      if (annotation.briefingId === from) this.#started.set(id, { ...annotation, briefingId: to });
    }
    const state = this.#state.get();
    if (state.briefingId === from) this.#patch(movedTo(to, state));
  }

  /** Why the words that were typed are not on the disk. */
  #unsaved(): Problem {
    const { saving } = this.#state.get();
    const message = saving.kind === 'failed' ? saving.message : 'A note could not be saved.';
    return { kind: 'unwritable', message };
  }

  /** What was typed while several annotations were changed gets their change, too. */
  #renewPending(ids: ReadonlySet<string>): void {
    for (const annotation of this.#state.get().annotations) {
      const draft = ids.has(annotation.id) ? this.#queue.pending.get(annotation.id) : undefined;
      if (draft !== undefined) this.#queue.add(toDraft(annotation, draft.editing));
    }
  }

  /** Takes drafts out of the queue; those that were not stored yet. */
  #forget(ids: readonly string[]): readonly AnnotationDraft[] {
    return ids.flatMap((id) => {
      const draft = this.#queue.pending.get(id);
      this.#queue.forget(id);
      return draft === undefined ? [] : [draft];
    });
  }

  #hide(ids: readonly string[]): void {
    const hidden = new Set(ids);
    const { annotations, reattaching } = this.#state.get();
    this.#patch({
      annotations: annotations.filter(({ id }) => !hidden.has(id)),
      reattaching: reattaching !== null && hidden.has(reattaching) ? null : reattaching,
    });
  }

  /** Shows annotations again that could not be deleted, with the words that are not stored. */
  async #bringBack(unstored: readonly AnnotationDraft[]): Promise<void> {
    for (const draft of unstored) this.#queue.add(draft);
    const { briefingId } = this.#state.get();
    if (briefingId !== null) await this.#reload(briefingId);
  }

  async #dropEmpty(annotation: Annotation): Promise<void> {
    this.#hide([annotation.id]);
    if (this.#started.delete(annotation.id)) return;
    await this.#queue.flush();
    await this.#api.removeAnnotation({ id: annotation.id });
  }

  async #reload(briefingId: string): Promise<void> {
    const marks = await this.#api.marksOf({ briefingId });
    const { briefingId: current, annotations: shown, reattaching } = this.#state.get();
    if (current !== briefingId) return;
    const { pending } = this.#queue;
    const unstored = { shown, pending, started: this.#started };
    const annotations = withUnstored(briefingId, marks.annotations, unstored);
    const isThere = annotations.some(({ id }) => id === reattaching);
    this.#patch({
      annotations,
      bookmarks: marks.bookmarks,
      reattaching: isThere ? reattaching : null,
    });
  }

  #patch(change: Partial<NotesState>): void {
    this.#state.set({ ...this.#state.get(), ...change });
  }
}
