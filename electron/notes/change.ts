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

/** A new annotation, or a new state of one. `editing` is the stretch of typing, if there is one. */
export function savingChange(
  before: Annotation | null,
  after: Annotation,
  editing: string | null = null,
): AnnotationChange {
  const { id: markId, briefingId } = after;
  const description = describeAnnotationChange(before, after);
  return { kind: 'annotation', briefingId, markId, description, before, after, editing };
}

/** The removal of an annotation. */
export function removingChange(before: Annotation): AnnotationChange {
  const { id: markId, briefingId } = before;
  const description = describeAnnotationChange(before, null);
  const base = { kind: 'annotation', briefingId, markId, description } as const;
  return { ...base, before, after: null, editing: null };
}

/** The return of an annotation that was removed, as it was. */
export function restoringChange(after: Annotation): AnnotationChange {
  return { ...savingChange(null, after), description: `${nounOf(after)} restored` };
}

function pluralOf(changes: readonly AnnotationChange[]): string {
  const states = changes.flatMap(({ before, after }) => after ?? before ?? []);
  const nouns = new Set(states.map(nounOf));
  if (nouns.size === 1 && nouns.has('note')) return 'notes';
  return nouns.size === 1 && nouns.has('highlight') ? 'highlights' : 'annotations';
}

function verbFor(changes: readonly AnnotationChange[]): string {
  if (changes.every(({ after }) => after === null)) return 'deleted';
  return changes.every(({ before }) => before === null) ? 'added' : 'changed';
}

/**
 * Changes that are one step of undo, in words for the reader: `5 notes deleted`.
 *
 * @param verb what was done; told from the changes if not given.
 */
export function describeStep(
  changes: readonly AnnotationChange[],
  verb = verbFor(changes),
): string {
  const [first, ...others] = changes;
  if (first === undefined) return 'nothing changed';
  if (others.length === 0) return first.description;
  return `${changes.length} ${pluralOf(changes)} ${verb}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Marks that came in together, in words for the reader: `12 annotations and 1 bookmark imported`. */
export function describeImport(changes: readonly MarkChange[]): string {
  const bookmarks = changes.filter(({ kind }) => kind === 'bookmark').length;
  const annotations = changes.length - bookmarks;
  const counts = [
    ...(annotations === 0 ? [] : [countOf(annotations, 'annotation')]),
    ...(bookmarks === 0 ? [] : [countOf(bookmarks, 'bookmark')]),
  ];
  return `${counts.join(' and ')} imported`;
}
