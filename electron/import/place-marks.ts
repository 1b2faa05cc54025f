import type { Library } from '../library/library.ts';
import type { AnnotationImport, BookmarkImport } from '../notes/import-marks.ts';
import type { Notes } from '../notes/notes.ts';
import type { Annotation, BriefingReference, Place } from '../shared/model/annotation.ts';
import type { ImportedItem } from '../shared/model/import.ts';
import {
  type AnchoredTarget,
  type AnchoringText,
  anchoringText,
  anchorPlace,
  anchorTarget,
} from './anchor-target.ts';
import type { CheckedMark } from './check-mark.ts';
import type { FoundBriefing } from './find-briefings.ts';
import { itemOf } from './import-report.ts';
import { SaidAlready } from './mark-identity.ts';

/** What is needed to place marks on a briefing. */
export interface PlacingSources {
  readonly library: Pick<Library, 'read'>;
  readonly notes: Pick<Notes, 'marksOf'>;
}

/** A mark that is to be stored, with what is told of it. */
export interface Placed<Import> {
  readonly incoming: Import;
  readonly item: ImportedItem;
}

/** What is to be stored of the marks on one briefing, and what is told of those that are not. */
export interface PlacedMarks {
  readonly annotations: readonly Placed<AnnotationImport>[];
  readonly bookmarks: readonly Placed<BookmarkImport>[];
  readonly others: readonly ImportedItem[];
}

/** The text of a briefing, or why there is none. */
interface Reading {
  readonly text: AnchoringText | null;
  readonly why: string | null;
}

const notInLibrary = 'Its briefing is not in the library; it is kept until the briefing is there.';

/** Places the marks of a file on one briefing. */
class Placing {
  readonly annotations: Placed<AnnotationImport>[] = [];
  readonly bookmarks: Placed<BookmarkImport>[] = [];
  readonly others: ImportedItem[] = [];
  readonly #found: FoundBriefing;
  readonly #reading: Reading;
  readonly #now: number;
  readonly #said: SaidAlready;
  readonly #places = new Set<string>();

  constructor(
    found: FoundBriefing,
    reading: Reading,
    { said, now }: { readonly said: SaidAlready; readonly now: number },
  ) {
    this.#found = found;
    this.#reading = reading;
    this.#said = said;
    this.#now = now;
  }

  get #reference(): BriefingReference {
    return this.#found.reference;
  }

  add(checked: CheckedMark): void {
    if (checked.mark.kind === 'bookmark') this.#addBookmark(checked);
    else this.#addAnnotation(checked);
  }

  #itemOf(
    { mark, remark }: CheckedMark,
    { outcome, reason }: Pick<AnchoredTarget, 'outcome' | 'reason'>,
  ): ImportedItem {
    const { reference, isInLibrary } = this.#found;
    if (!isInLibrary) return itemOf(mark, 'orphan', reference.headline, notInLibrary);
    return itemOf(mark, outcome, reference.headline, reason ?? remark);
  }

  #addAnnotation(checked: CheckedMark): void {
    const { mark, id, hasOwnId } = checked;
    const { text, why } = this.#reading;
    const anchored = anchorTarget(mark.target, text, why);
    const createdAt = mark.createdAt ?? mark.modifiedAt ?? this.#now;
    const annotation: Annotation = {
      id,
      briefingId: this.#reference.id,
      target: anchored.target,
      color: mark.color,
      tags: mark.tags,
      note: mark.note,
      createdAt,
      modifiedAt: mark.modifiedAt ?? createdAt,
    };
    if (!hasOwnId && this.#said.has(annotation)) {
      this.others.push(itemOf(mark, 'known', this.#reference.headline));
      return;
    }
    this.#said.add(annotation);
    const isDated = hasOwnId && mark.modifiedAt !== null;
    this.annotations.push({
      incoming: { annotation, reference: this.#reference, isDated },
      item: this.#itemOf(checked, anchored),
    });
  }

  #addBookmark(checked: CheckedMark): void {
    const { mark, id } = checked;
    const { text, why } = this.#reading;
    const anchored: AnchoredTarget<Place> = anchorPlace(mark.target, text, why);
    const place = anchored.target;
    const key = place.kind === 'part' ? place.part : '';
    if (this.#places.has(key)) {
      this.others.push(itemOf(mark, 'known', this.#reference.headline));
      return;
    }
    this.#places.add(key);
    const createdAt = mark.createdAt ?? mark.modifiedAt ?? this.#now;
    this.bookmarks.push({
      incoming: {
        bookmark: { id, briefingId: this.#reference.id, place, createdAt },
        reference: this.#reference,
      },
      item: this.#itemOf(checked, anchored),
    });
  }
}

async function readText(
  { reference, isInLibrary }: FoundBriefing,
  { library }: PlacingSources,
): Promise<Reading> {
  if (!isInLibrary) return { text: null, why: notInLibrary };
  const read = await library.read(reference.id);
  if (!read.ok) return { text: null, why: read.problem.message };
  const { briefing, listing } = read.value;
  return { text: anchoringText(briefing, listing.fingerprint), why: null };
}

/**
 * Places marks on the briefing that they are on. One without an id of its own that says what another
 * one on this briefing says already is left out.
 *
 * @param now the time of marks without any, in milliseconds since the Unix epoch.
 */
export async function placeMarks(
  found: FoundBriefing,
  marks: readonly CheckedMark[],
  sources: PlacingSources,
  now: number,
): Promise<PlacedMarks> {
  const reading = await readText(found, sources);
  // Only marks without an id are compared by what they say.
  const hasToCompare = marks.some(({ hasOwnId }) => !hasOwnId);
  const stored = hasToCompare ? sources.notes.marksOf(found.reference.id).annotations : [];
  const placing = new Placing(found, reading, {
    said: new SaidAlready(found.reference.headline, stored),
    now,
  });
  for (const mark of marks) if (mark.hasOwnId) placing.add(mark);
  for (const mark of marks) if (!mark.hasOwnId) placing.add(mark);
  const { annotations, bookmarks, others } = placing;
  return { annotations, bookmarks, others };
}
