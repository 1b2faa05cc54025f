import type {
  Annotation,
  AnnotationDraft,
  Bookmark,
  BookmarkDraft,
  BriefingReference,
  HistoryStep,
  MarkCount,
  Marks,
} from '../shared/model/annotation.ts';
import type { Listing } from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import type { Result } from '../shared/result.ts';

/**
 * The reader's annotations and bookmarks with their history. A call that returns a success is on
 * the disk: neither kill -9 nor a power cut loses it. A failed call has changed nothing.
 */
export interface Notes {
  marksOf(briefingId: string): Marks;
  /** Of the briefings that have at least one mark. */
  countMarks(): readonly MarkCount[];
  /** What is kept of the briefings that have at least one mark, by headline. */
  references(): readonly BriefingReference[];
  /** Stores a new annotation, or a new state of the one with the draft's id. */
  saveAnnotation(draft: AnnotationDraft, reference: BriefingReference): Result<Annotation, Problem>;
  removeAnnotation(id: string): Result<null, Problem>;
  addBookmark(draft: BookmarkDraft, reference: BriefingReference): Result<Bookmark, Problem>;
  removeBookmark(id: string): Result<null, Problem>;
  /** Takes back the last change that is not taken back yet. */
  undo(): Result<HistoryStep, Problem>;
  /** Does again what the last undo took back; a new change empties this. */
  redo(): Result<HistoryStep, Problem>;
  /**
   * Moves marks along with files that were moved or renamed: a reference whose file is not among
   * `listings` takes the id of the one listing with the same fingerprint, if there is exactly one.
   */
  relink(listings: readonly Listing[]): Result<null, Problem>;
  /** Calls `listener` with the ids of the briefings whose marks changed; returns the unsubscribe. */
  onChanged(listener: (briefingIds: readonly string[]) => void): () => void;
  close(): void;
}
