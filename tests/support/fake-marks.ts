import type { Handlers } from '../../electron/shared/ipc.ts';
import type {
  Annotation,
  AnnotationDraft,
  Bookmark,
  HistoryStep,
} from '../../electron/shared/model/annotation.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import { failure, type Result, success } from '../../electron/shared/result.ts';

type MarkHandlers = Pick<
  Handlers,
  | 'marksOf'
  | 'countMarks'
  | 'saveAnnotation'
  | 'removeAnnotation'
  | 'addBookmark'
  | 'removeBookmark'
  | 'undo'
  | 'redo'
>;

interface StepOf<Kind, Mark> {
  readonly kind: Kind;
  readonly id: string;
  readonly briefingId: string;
  readonly description: string;
  readonly before: Mark | null;
  readonly after: Mark | null;
  /** The stretch of typing; `null` for what is a step of its own. */
  readonly editing: string | null;
}

type Step = StepOf<'annotation', Annotation> | StepOf<'bookmark', Bookmark>;

/** What the marks in memory stand in. */
export interface MarksSurroundings {
  /** The failure of every change of a mark, while there is one. */
  readonly problem: () => Problem | null;
  /** Whether the library has a briefing; nothing can be saved on another one. */
  readonly has: (briefingId: string) => boolean;
  readonly changed: (briefingIds: readonly string[]) => void;
}

/** The reader's marks in memory, with undo and redo. */
export interface FakeMarks {
  readonly annotations: Map<string, Annotation>;
  readonly bookmarks: Map<string, Bookmark>;
  readonly handlers: MarkHandlers;
}

function nounOf({ note, target, color, tags }: Annotation): string {
  if (note !== '') return 'note';
  if (target.kind === 'passage' || color !== null) return 'highlight';
  return tags.length > 0 ? 'tags' : 'note';
}

function describeStep(before: Annotation | null, after: Annotation | null): string {
  if (after === null) return before === null ? 'nothing changed' : `${nounOf(before)} deleted`;
  if (before === null) return `${nounOf(after)} added`;
  if (before.note === after.note) {
    return before.color === after.color ? 'tags changed' : 'color changed';
  }
  if (before.note === '') return 'note added';
  return after.note === '' ? 'note deleted' : 'note edited';
}

function isSameContent(before: Annotation, after: Annotation): boolean {
  const contentOf = ({ target, color, tags, note }: Annotation): string =>
    JSON.stringify([target, color, tags, note]);
  return contentOf(before) === contentOf(after);
}

const unknownBriefing: Problem = {
  kind: 'missing',
  message: 'The briefing is not in the library any more, so nothing could be saved on it.',
};

/** Steps that can be taken back, and those that were; stretches of typing are one step. */
class FakeHistory {
  readonly done: Step[] = [];
  readonly undone: Step[] = [];

  record(step: Step): void {
    const last = this.done.at(-1);
    const continues = step.editing !== null && this.undone.length === 0 && step.after !== null;
    this.undone.length = 0;
    if (
      !continues ||
      last?.kind !== 'annotation' ||
      step.kind !== 'annotation' ||
      last.editing !== step.editing ||
      last.id !== step.id
    ) {
      this.done.push(step);
      return;
    }
    this.done.pop();
    const { before } = last;
    if (before !== null && isSameContent(before, step.after)) return;
    this.done.push({ ...step, before, description: describeStep(before, step.after) });
  }
}

/** Marks in memory that save, refuse and undo as the app's own do. */
export function fakeMarks({ problem, has, changed }: MarksSurroundings): FakeMarks {
  const annotations = new Map<string, Annotation>();
  const bookmarks = new Map<string, Bookmark>();
  const history = new FakeHistory();

  const put = (step: Step, state: 'before' | 'after'): void => {
    if (step.kind === 'annotation') {
      if (step[state] === null) annotations.delete(step.id);
      else annotations.set(step.id, step[state]);
    } else if (step[state] === null) bookmarks.delete(step.id);
    else bookmarks.set(step.id, step[state]);
    changed([step.briefingId]);
  };
  const apply = (step: Step): void => {
    history.record(step);
    put(step, 'after');
  };
  const guarded = <Value>(act: () => Result<Value, Problem>): Result<Value, Problem> => {
    const current = problem();
    return current === null ? act() : failure(current);
  };
  const takeStep = (from: Step[], to: Step[], state: 'before' | 'after') =>
    guarded<HistoryStep>(() => {
      const step = from.pop();
      if (step === undefined) return success({ kind: 'nothing' });
      to.push(step);
      put(step, state);
      const { briefingId, description } = step;
      return success({ kind: 'changed', briefingId, description });
    });

  const save = (draft: AnnotationDraft): Result<Annotation, Problem> => {
    if (!has(draft.briefingId)) return failure(unknownBriefing);
    const { id, briefingId, target, color, tags, note, editing } = draft;
    const before = annotations.get(id) ?? null;
    const modifiedAt = Date.now();
    const createdAt = before?.createdAt ?? modifiedAt;
    const after = { id, briefingId, target, color, tags, note, createdAt, modifiedAt };
    if (before !== null && isSameContent(before, after)) return success(before);
    const description = describeStep(before, after);
    apply({ kind: 'annotation', id, briefingId, description, before, after, editing });
    return success(after);
  };

  const handlers: MarkHandlers = {
    marksOf: ({ briefingId }) => ({
      annotations: ofBriefing(annotations, briefingId),
      bookmarks: ofBriefing(bookmarks, briefingId),
    }),
    countMarks: () => countMarks(annotations, bookmarks),
    saveAnnotation: (draft) => guarded(() => save(draft)),
    removeAnnotation: ({ id }) =>
      guarded(() => {
        const before = annotations.get(id);
        if (before === undefined) return success(null);
        const { briefingId } = before;
        const description = describeStep(before, null);
        const step = { id, briefingId, description, before, after: null, editing: null };
        apply({ kind: 'annotation', ...step });
        return success(null);
      }),
    addBookmark: (draft) =>
      guarded(() => {
        const { id, briefingId, place } = draft;
        if (!has(briefingId)) return failure(unknownBriefing);
        const existing = ofBriefing(bookmarks, briefingId).find(
          (one) => one.id === id || JSON.stringify(one.place) === JSON.stringify(place),
        );
        if (existing !== undefined) return success(existing);
        const after = { id, briefingId, place, createdAt: Date.now() };
        const step = { id, briefingId, description: 'bookmark added', before: null, after };
        apply({ kind: 'bookmark', ...step, editing: null });
        return success(after);
      }),
    removeBookmark: ({ id }) =>
      guarded(() => {
        const before = bookmarks.get(id);
        if (before === undefined) return success(null);
        const { briefingId } = before;
        const step = { id, briefingId, description: 'bookmark removed', before, after: null };
        apply({ kind: 'bookmark', ...step, editing: null });
        return success(null);
      }),
    undo: () => takeStep(history.done, history.undone, 'before'),
    redo: () => takeStep(history.undone, history.done, 'after'),
  };
  return { annotations, bookmarks, handlers };
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
