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
import type {
  NoteOutline,
  NoteQuery,
  NoteRow,
  NoteVersion,
  TagCount,
} from '../shared/model/note-list.ts';
import type { Listing } from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import type { Result } from '../shared/result.ts';
import type { ImportStates, MarkImports } from './import-marks.ts';
import type { IndexPlace, IndexSlice } from './index-source.ts';
import type { AnnotationSave } from './marks.ts';
import type { Page } from './page.ts';
import type { TagsChanged } from './tags.ts';
import type { TrashPage } from './trash.ts';

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
  /** What is kept of the briefings that have, or once had, marks: undo can bring marks back. */
  knownBriefings(): readonly BriefingReference[];
  /** The ids of the briefings that have annotations. */
  annotatedBriefings(): readonly string[];
  /** Every tag in use, by name. */
  listTags(): readonly TagCount[];
  /**
   * How the list of all annotations is laid out. `missing` are the ids of the briefings that are
   * not in the library.
   */
  outline(query: NoteQuery, missing: readonly string[]): NoteOutline;
  /** Rows of that list, in its order. */
  query(query: NoteQuery, missing: readonly string[], page: Page): readonly NoteRow[];
  /** The states of an annotation, the newest first, those included that were undone. */
  historyOf(id: string): readonly NoteVersion[];
  /** What was deleted in the last 90 days, the newest first. */
  trash(page: Page): TrashPage;
  /** A name for the marks as they are; any change gives them another one. */
  revision(): string;
  /** The first id, in their order, after `after` of a briefing with marks; `null` behind the last. */
  nextMarked(after: string | null): string | null;
  /** A stretch of what an index has to know of the annotations on a briefing. */
  annotationsToIndex(briefingId: string, after: IndexPlace | null): IndexSlice;
  countBookmarks(briefingId: string): number;
  /** Stores a new annotation, or a new state of the one with the draft's id. */
  saveAnnotation(draft: AnnotationDraft, reference: BriefingReference): Result<Annotation, Problem>;
  removeAnnotation(id: string): Result<null, Problem>;
  /** Stores several annotations as one step of undo; the answer has the order of `saves`. */
  saveAnnotations(saves: readonly AnnotationSave[]): Result<readonly Annotation[], Problem>;
  /** Deletes several annotations as one step of undo. */
  removeAnnotations(ids: readonly string[]): Result<null, Problem>;
  /** Renames a tag, and the tags inside of it, on all annotations, as one step of undo. */
  renameTag(from: string, to: string): Result<TagsChanged, Problem>;
  /** Takes a tag, and the tags inside of it, off all annotations, as one step of undo. */
  removeTag(tag: string): Result<TagsChanged, Problem>;
  /** Gives an annotation the state that it had after a change, as a new change. */
  restoreVersion(id: string, sequence: number): Result<Annotation, Problem>;
  /** Brings annotations back from the trash, as one step of undo. */
  restoreAnnotations(ids: readonly string[]): Result<null, Problem>;
  addBookmark(draft: BookmarkDraft, reference: BriefingReference): Result<Bookmark, Problem>;
  removeBookmark(id: string): Result<null, Problem>;
  /** What importing marks would do. */
  previewImport(imports: MarkImports): ImportStates;
  /** Stores marks with the ids and times that they have, as one step of undo. */
  importMarks(imports: MarkImports): Result<ImportStates, Problem>;
  /** Takes back the last step that is not taken back yet. */
  undo(): Result<HistoryStep, Problem>;
  /** Does again what the last undo took back; a new change empties this. */
  redo(): Result<HistoryStep, Problem>;
  /**
   * Moves marks along with files that were moved or renamed: a reference whose file is not among
   * `listings` takes the id of the one listing with the same fingerprint or, where there is none,
   * with the same file name, headline and source, if there is exactly one.
   */
  relink(listings: readonly Listing[]): Result<null, Problem>;
  /** Calls `listener` with the ids of the briefings whose marks changed; returns the unsubscribe. */
  onChanged(listener: (briefingIds: readonly string[]) => void): () => void;
  close(): void;
}
