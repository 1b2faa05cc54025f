import type { Annotation, Bookmark, BriefingReference } from '../shared/model/annotation.ts';
import {
  describeImport,
  isSameContent,
  type MarkChange,
  restoringChange,
  savingChange,
} from './change.ts';
import type { Outcome } from './marks.ts';
import type { Tables } from './tables.ts';

/** An annotation from elsewhere, with its own id and times. */
export interface AnnotationImport {
  readonly annotation: Annotation;
  readonly reference: BriefingReference;
  /**
   * Whether its time of change is known. One without never takes the place of what is stored: the
   * reader's words could be the newer ones.
   */
  readonly isDated: boolean;
}

/** A bookmark from elsewhere, with its own id and time. */
export interface BookmarkImport {
  readonly bookmark: Bookmark;
  readonly reference: BriefingReference;
}

/** Marks from elsewhere: no two annotations with the same id, no two bookmarks of the same place. */
export interface MarkImports {
  readonly annotations: readonly AnnotationImport[];
  readonly bookmarks: readonly BookmarkImport[];
}

/**
 * `added`: it was not there, or was in the trash; `changed`: it is newer than what was there;
 * `known`: it is there already, as it is or in a newer state, and nothing changes.
 */
export type ImportState = 'added' | 'changed' | 'known';

/** What becomes of each mark, in the order of the imports. */
export interface ImportStates {
  readonly annotations: readonly ImportState[];
  readonly bookmarks: readonly ImportState[];
}

/** `change` is `null` where nothing is to be done. */
interface Verdict {
  readonly state: ImportState;
  readonly change: MarkChange | null;
}

const known: Verdict = { state: 'known', change: null };

/** The newer one of what is stored and what comes in, where the two differ in what they say. */
function newerOf(stored: Annotation, { annotation, isDated }: AnnotationImport): Annotation {
  if (!isDated || annotation.modifiedAt <= stored.modifiedAt) return stored;
  const { briefingId, target, createdAt } = stored;
  // An annotation stays with its briefing, and a passage means something only in its own.
  const isElsewhere = annotation.briefingId !== briefingId;
  const after = { ...annotation, createdAt, ...(isElsewhere && { briefingId, target }) };
  return isSameContent(stored, after) ? stored : after;
}

function judgeAnnotation({ annotations, trash }: Tables, incoming: AnnotationImport): Verdict {
  const { id } = incoming.annotation;
  const stored = annotations.find(id);
  if (stored !== null) {
    const after = newerOf(stored, incoming);
    return after === stored ? known : { state: 'changed', change: savingChange(stored, after) };
  }
  const trashed = trash.find(id)?.annotation ?? null;
  const change =
    trashed === null
      ? savingChange(null, incoming.annotation)
      : restoringChange(newerOf(trashed, incoming));
  return { state: 'added', change };
}

function judgeBookmark({ bookmarks }: Tables, { bookmark }: BookmarkImport): Verdict {
  const { id: markId, briefingId, place } = bookmark;
  const existing = bookmarks.find(markId) ?? bookmarks.findAt(briefingId, place);
  if (existing !== null) return known;
  const change = { briefingId, markId, description: 'bookmark added', before: null };
  return { state: 'added', change: { kind: 'bookmark', ...change, after: bookmark } };
}

/** What {@link importMarks} would do. @throws SQLite's error. */
export function previewImport(
  tables: Tables,
  { annotations, bookmarks }: MarkImports,
): ImportStates {
  return {
    annotations: annotations.map((incoming) => judgeAnnotation(tables, incoming).state),
    bookmarks: bookmarks.map((incoming) => judgeBookmark(tables, incoming).state),
  };
}

function put({ annotations, bookmarks }: Tables, change: MarkChange): void {
  if (change.kind === 'annotation') {
    if (change.after !== null) annotations.put(change.after);
  } else if (change.after !== null) bookmarks.put(change.after);
}

/**
 * Stores marks with the ids and times that they have, as one step of undo. What is stored already is
 * changed only where it is older and says something else; what is in the trash comes back.
 *
 * @param time of the import, in milliseconds since the Unix epoch.
 * @returns what became of each mark. @throws SQLite's error.
 */
export function importMarks(
  tables: Tables,
  imports: MarkImports,
  time: number,
): Outcome<ImportStates> {
  const changes: MarkChange[] = [];
  const referred = new Set<string>();
  const store = ({ state, change }: Verdict, reference: BriefingReference): ImportState => {
    if (change === null) return state;
    const { briefingId } = change;
    if (briefingId === reference.id && !referred.has(briefingId)) tables.briefings.put(reference);
    referred.add(briefingId);
    put(tables, change);
    changes.push(change);
    return state;
  };
  const value = {
    annotations: imports.annotations.map((incoming) =>
      store(judgeAnnotation(tables, incoming), incoming.reference),
    ),
    bookmarks: imports.bookmarks.map((incoming) =>
      store(judgeBookmark(tables, incoming), incoming.reference),
    ),
  };
  tables.history.recordStep(changes, describeImport(changes), time);
  return { value, changed: [...new Set(changes.map(({ briefingId }) => briefingId))] };
}
