import type {
  Annotation,
  AnnotationDraft,
  Bookmark,
  MarkCount,
  Marks,
} from '../../electron/shared/model/annotation.ts';
import type { TagCount } from '../../electron/shared/model/note-list.ts';
import type { Saving } from './note-queue.ts';

/** The reader's marks on the open briefing, what is typed included. */
export interface NotesState {
  readonly briefingId: string | null;
  readonly annotations: readonly Annotation[];
  readonly bookmarks: readonly Bookmark[];
  /** Of every briefing that has marks, by its id. */
  readonly counts: ReadonlyMap<string, MarkCount>;
  /** Every tag in use, on whichever briefing, by name. */
  readonly tags: readonly TagCount[];
  readonly saving: Saving;
  /** The annotation whose note is being written, and the id of this stretch of typing. */
  readonly editing: { readonly id: string; readonly stretch: string } | null;
  /** The annotation whose new place the reader is selecting in the text, by its id. */
  readonly reattaching: string | null;
}

/** What a change of one annotation may touch. */
export type AnnotationChange = Partial<Pick<Annotation, 'target' | 'note' | 'color' | 'tags'>>;

/** One change for several annotations, or one for each. */
export type SeveralChange = AnnotationChange | ((annotation: Annotation) => AnnotationChange);

export const noNotes: NotesState = {
  briefingId: null,
  annotations: [],
  bookmarks: [],
  counts: new Map(),
  tags: [],
  saving: { kind: 'saved' },
  editing: null,
  reattaching: null,
};

/** Whether there is nothing in an annotation that could be stored. */
export function isBlank(annotation: Annotation): boolean {
  return annotation.note.trim() === '' && annotation.color === null && annotation.tags.length === 0;
}

/** The marks on a briefing whose file moved, under its new id. */
export function movedTo(
  briefingId: string,
  { annotations, bookmarks }: NotesState,
): Pick<NotesState, 'briefingId' | 'annotations' | 'bookmarks'> {
  return {
    briefingId,
    annotations: annotations.map((annotation) => ({ ...annotation, briefingId })),
    bookmarks: bookmarks.map((bookmark) => ({ ...bookmark, briefingId })),
  };
}

/** What a draft that is not on the disk yet will be. */
function toAnnotation({ id, briefingId, target, color, tags, note }: AnnotationDraft): Annotation {
  const now = Date.now();
  return { id, briefingId, target, color, tags, note, createdAt: now, modifiedAt: now };
}

/** An annotation as it is handed over to be stored. */
export function toDraft(annotation: Annotation, editing: string): AnnotationDraft {
  const { id, briefingId, target, color, tags, note } = annotation;
  return { id, briefingId, target, color, tags, note, editing };
}

/** What gives the chosen annotations a change and leaves the others as they are. */
export function changedBy(
  chosen: ReadonlySet<string>,
  change: SeveralChange,
): (annotation: Annotation) => Annotation {
  return (annotation) => {
    if (!chosen.has(annotation.id)) return annotation;
    return { ...annotation, ...(typeof change === 'function' ? change(annotation) : change) };
  };
}

/** What is on the screen and may not be on the disk yet. */
export interface Unstored {
  /** As it stands on the screen, of any briefing. */
  readonly shown: readonly Annotation[];
  /** Drafts on their way, by annotation id. */
  readonly pending: ReadonlyMap<string, AnnotationDraft>;
  /** Annotations without anything to store. */
  readonly started: ReadonlyMap<string, Annotation>;
}

/** The very object that is shown where nothing of it changed, so that its card need not. */
function keepingShown(annotation: Annotation, shown: Annotation | undefined): Annotation {
  const isSame = shown !== undefined && JSON.stringify(shown) === JSON.stringify(annotation);
  return isSame ? shown : annotation;
}

/** The annotations of a briefing: those on the disk, with the words that are not on it yet. */
export function withUnstored(
  briefingId: string,
  stored: Marks['annotations'],
  { shown, pending, started }: Unstored,
): readonly Annotation[] {
  const onScreen = new Map(shown.map((annotation) => [annotation.id, annotation]));
  const current = stored.map((annotation) => {
    const draft = pending.get(annotation.id);
    if (draft === undefined) return keepingShown(annotation, onScreen.get(annotation.id));
    const { target, color, tags, note } = draft;
    return { ...annotation, target, color, tags, note };
  });
  const known = new Set(current.map(({ id }) => id));
  const others = [...started.values(), ...[...pending.values()].map(toAnnotation)]
    .filter((annotation) => annotation.briefingId === briefingId && !known.has(annotation.id))
    .map((annotation) => onScreen.get(annotation.id) ?? annotation);
  return [...current, ...others];
}
