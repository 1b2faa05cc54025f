import type { Annotation, Bookmark } from '../../electron/shared/model/annotation.ts';
import type { NoteVersion } from '../../electron/shared/model/note-list.ts';

interface ChangeOf<Kind, Mark> {
  readonly kind: Kind;
  readonly id: string;
  readonly briefingId: string;
  readonly description: string;
  readonly before: Mark | null;
  readonly after: Mark | null;
  /** The stretch of typing; `null` for what is a step of its own. */
  readonly editing: string | null;
}

type AnnotationChange = ChangeOf<'annotation', Annotation>;

/** A change of one mark. */
export type FakeChange = AnnotationChange | ChangeOf<'bookmark', Bookmark>;

type Recorded = FakeChange & {
  readonly sequence: number;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
};

/** What undo takes back at once. */
export interface FakeStep {
  readonly description: string;
  readonly changes: readonly Recorded[];
}

/** An annotation as it was when it was deleted. */
export interface FakeDeletion {
  readonly annotation: Annotation;
  /** Milliseconds since the Unix epoch. */
  readonly deletedAt: number;
}

function nounOf({ note, target, color, tags }: Annotation): string {
  if (note !== '') return 'note';
  if (target.kind === 'passage' || color !== null) return 'highlight';
  return tags.length > 0 ? 'tags' : 'note';
}

/** A change of an annotation in words for the reader. */
export function describeChange(before: Annotation | null, after: Annotation | null): string {
  if (after === null) return before === null ? 'nothing changed' : `${nounOf(before)} deleted`;
  if (before === null) return `${nounOf(after)} added`;
  if (before.note === after.note) {
    return before.color === after.color ? 'tags changed' : 'color changed';
  }
  if (before.note === '') return 'note added';
  return after.note === '' ? 'note deleted' : 'note edited';
}

/** What was added, deleted or changed, each with its number: `5 notes deleted`. */
export function describeChanges(changes: readonly FakeChange[], verb?: string): string {
  const annotations = changes.filter((change) => change.kind === 'annotation');
  const nouns = new Set(
    annotations.flatMap(({ before, after }) => {
      const state = after ?? before;
      return state === null ? [] : [nounOf(state)];
    }),
  );
  const [noun = 'tags'] = nouns;
  const plural = nouns.size > 1 || noun === 'tags' ? 'annotations' : `${noun}s`;
  const areAdded = annotations.every(({ before }) => before === null);
  const areDeleted = annotations.every(({ after }) => after === null);
  const change = areAdded ? 'added' : areDeleted ? 'deleted' : 'changed';
  return `${changes.length} ${plural} ${verb ?? change}`;
}

/** Whether the reader would see no difference. */
export function isSameContent(before: Annotation, after: Annotation): boolean {
  const contentOf = ({ target, color, tags, note }: Annotation): string =>
    JSON.stringify([target, color, tags, note]);
  return contentOf(before) === contentOf(after);
}

/** Steps that can be taken back, and those that were; stretches of typing are one step. */
export class FakeHistory {
  readonly done: FakeStep[] = [];
  readonly undone: FakeStep[] = [];
  /** Every change that ever was, the undone ones included, in order. */
  #recorded: Recorded[] = [];
  #sequence = 0;

  /** Several changes are one step, which `description` names; nothing changes nothing. */
  record(changes: readonly FakeChange[], description: string): void {
    const [first, ...others] = changes;
    if (first === undefined) return;
    const isTyping = others.length === 0 && this.undone.length === 0;
    this.undone.length = 0;
    if (isTyping && first.kind === 'annotation' && this.#continue(first)) return;
    const recorded = changes.map((change) => this.#number(change));
    this.#recorded.push(...recorded);
    this.done.push({ description, changes: recorded });
  }

  /** The states of an annotation, the newest first. */
  versionsOf(id: string): readonly NoteVersion[] {
    return this.#recorded
      .flatMap((change) => (change.kind === 'annotation' && change.id === id ? [change] : []))
      .map(({ sequence, time, description, after }) => {
        return { sequence, time, description, annotation: after };
      })
      .toReversed();
  }

  /** The deletion of an annotation that is in force; `null` where there is none. */
  deletionOf(id: string): FakeDeletion | null {
    const newest = this.done.flatMap(({ changes }) => changes).findLast((one) => one.id === id);
    if (newest?.kind !== 'annotation' || newest.after !== null) return null;
    const { before, time } = newest;
    return before === null ? null : { annotation: before, deletedAt: time };
  }

  /** Every deletion that is in force, the newest first. */
  deletions(): readonly FakeDeletion[] {
    // A change that comes later says what became of the mark.
    const changes = this.done.flatMap((step) => step.changes);
    const newest = new Map(changes.map((change) => [change.id, change.sequence]));
    return changes
      .filter(({ id, sequence }) => newest.get(id) === sequence)
      .toReversed()
      .flatMap(({ id }) => this.deletionOf(id) ?? []);
  }

  #number(change: FakeChange): Recorded {
    this.#sequence += 1;
    return { ...change, sequence: this.#sequence, time: Date.now() };
  }

  /** The newest step, if it is a stretch of typing that the change goes on with. */
  #findOpen({ id, editing }: AnnotationChange): Extract<Recorded, AnnotationChange> | null {
    const [last, ...others] = this.done.at(-1)?.changes ?? [];
    if (last?.kind !== 'annotation' || others.length > 0 || last.after === null) return null;
    return editing !== null && last.editing === editing && last.id === id ? last : null;
  }

  /** `false` if the change does not belong to the newest step. */
  #continue(change: AnnotationChange): boolean {
    const { after } = change;
    const last = this.#findOpen(change);
    if (last === null || after === null) return false;
    this.done.pop();
    const { before, sequence } = last;
    const isNothing = before !== null && isSameContent(before, after);
    const description = isNothing ? last.description : describeChange(before, after);
    const merged: Recorded = { ...change, before, description, sequence, time: Date.now() };
    this.#recorded = this.#recorded.map((one) => (one.sequence === sequence ? merged : one));
    if (!isNothing) this.done.push({ description, changes: [merged] });
    return true;
  }
}
