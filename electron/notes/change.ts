import { isDeepStrictEqual } from 'node:util';
import type { Annotation, Bookmark, BriefingReference } from '../shared/model/annotation.ts';

interface ChangeOf<Kind, State> {
  readonly kind: Kind;
  readonly briefingId: string;
  /** The id of what was changed. */
  readonly markId: string;
  /** In words for the reader: `note added`. */
  readonly description: string;
  /** `null` where it did not exist. */
  readonly before: State | null;
  readonly after: State | null;
}

/** A change of an annotation. Those with the same `editing` are one step of undo. */
export interface AnnotationChange extends ChangeOf<'annotation', Annotation> {
  readonly editing: string | null;
}

export type BookmarkChange = ChangeOf<'bookmark', Bookmark>;

/** A change that the reader made, and can undo. */
export type MarkChange = AnnotationChange | BookmarkChange;

/** A file was moved: `briefingId` is the new id, `markId` the old one. It is not undone. */
export type BriefingChange = ChangeOf<'briefing', BriefingReference>;

/** `true` if the reader would see no difference but in the times. */
export function isSameContent(before: Annotation, after: Annotation): boolean {
  const { createdAt, modifiedAt } = before;
  return isDeepStrictEqual(before, { ...after, createdAt, modifiedAt });
}

function nounOf({ note, target, color, tags }: Annotation): string {
  if (note !== '') return 'note';
  if (target.kind === 'passage' || color !== null) return 'highlight';
  return tags.length > 0 ? 'tags' : 'note';
}

function describeEdit(before: Annotation, after: Annotation): string {
  if (before.note !== after.note) {
    if (before.note === '') return 'note added';
    return after.note === '' ? 'note deleted' : 'note edited';
  }
  if (before.color !== after.color) return 'color changed';
  if (!isDeepStrictEqual(before.tags, after.tags)) return 'tags changed';
  return `${nounOf(after)} moved`;
}

/** A change of an annotation in words for the reader. At least one of the states is not `null`. */
export function describeAnnotationChange(
  before: Annotation | null,
  after: Annotation | null,
): string {
  if (before !== null && after !== null) return describeEdit(before, after);
  if (after !== null) return `${nounOf(after)} added`;
  return before === null ? 'nothing changed' : `${nounOf(before)} deleted`;
}
