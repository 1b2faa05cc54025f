import { randomUUID } from 'node:crypto';
import type {
  AnnotationDraft,
  BookmarkDraft,
  BriefingReference,
} from '../../../electron/shared/model/annotation.ts';
import { passageIn } from '../passages.ts';
import type { Listing } from '../../../electron/shared/model/listing.ts';

/** The id of an invented briefing. */
export function briefingIdOf(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** The fingerprint of an invented file. */
export function fingerprintOf(number: number): string {
  return number.toString(16).padStart(64, 'f');
}

/** A draft of a note on a whole briefing (the first one), with a stretch of typing of its own. */
export function noteDraft(changes: Partial<AnnotationDraft> = {}): AnnotationDraft {
  return {
    id: randomUUID(),
    briefingId: briefingIdOf(1),
    target: { kind: 'briefing' },
    color: null,
    tags: [],
    note: 'The ferry runs again.',
    editing: randomUUID(),
    ...changes,
  };
}

/** A draft of a highlight without a note. */
export function highlightDraft(changes: Partial<AnnotationDraft> = {}): AnnotationDraft {
  return noteDraft({
    target: passageIn(
      [{ path: 'sections/0/items/1', text: 'The ferry runs again on weekdays.' }],
      'ferry',
    ),
    color: 'yellow',
    note: '',
    ...changes,
  });
}

/** A draft of a bookmark of a whole briefing (the first one). */
export function bookmarkDraft(changes: Partial<BookmarkDraft> = {}): BookmarkDraft {
  return {
    id: randomUUID(),
    briefingId: briefingIdOf(1),
    place: { kind: 'briefing' },
    ...changes,
  };
}

/** The row of an invented briefing in the library. */
export function listingOf(number: number, changes: Partial<Listing> = {}): Listing {
  return {
    id: briefingIdOf(number),
    headline: `Ferries of Norland, part ${number}`,
    source: 'Harbour Post',
    date: { value: '2026-03-04', provenance: 'caption', evidence: 'March 4, 2026' },
    wordCount: 300,
    format: 'txt',
    fileName: `ferries-${number}.txt`,
    path: `/library/ferries-${number}.txt`,
    fingerprint: fingerprintOf(number),
    problem: null,
    ...changes,
  };
}

/** What is kept of an invented briefing. */
export function referenceOf(
  number: number,
  changes: Partial<BriefingReference> = {},
): BriefingReference {
  const { id, fingerprint, path, fileName, headline, source, date } = listingOf(number);
  return { id, fingerprint, path, fileName, headline, source, date, ...changes };
}
