import type {
  Annotation,
  AnnotationDraft,
  Bookmark,
  BookmarkDraft,
} from '../../../electron/shared/model/annotation.ts';
import type { Listing, OpenedBriefing } from '../../../electron/shared/model/listing.ts';
import { briefingOf } from './briefings.ts';

/** The id of an invented briefing: 32 hexadecimal digits. */
export function briefingId(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** The UUID of an invented mark. */
export function markId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A note on the whole of the first briefing. */
export function annotationOf(number: number, changes: Partial<Annotation> = {}): Annotation {
  return {
    id: markId(number),
    briefingId: briefingId(1),
    target: { kind: 'briefing' },
    color: null,
    tags: [],
    note: 'Ask the harbour office.',
    createdAt: number,
    modifiedAt: number,
    ...changes,
  };
}

/** A note on the whole of the first briefing, as the renderer sends it. */
export function annotationDraftOf(
  number: number,
  changes: Partial<AnnotationDraft> = {},
): AnnotationDraft {
  const { id, briefingId: on, target, color, tags, note } = annotationOf(number);
  return { id, briefingId: on, target, color, tags, note, editing: markId(99), ...changes };
}

/** A bookmark of the whole of the first briefing, as the renderer sends it. */
export function bookmarkDraftOf(number: number): BookmarkDraft {
  return { id: markId(number), briefingId: briefingId(1), place: { kind: 'briefing' } };
}

/** A bookmark of the whole of the first briefing. */
export function bookmarkOf(number: number, changes: Partial<Bookmark> = {}): Bookmark {
  return {
    id: markId(number),
    briefingId: briefingId(1),
    place: { kind: 'briefing' },
    createdAt: number,
    ...changes,
  };
}

/** The row of an invented briefing. */
export function listingOf(number: number, changes: Partial<Listing> = {}): Listing {
  return {
    id: briefingId(number),
    headline: `Ferries of Norland, part ${number}`,
    source: 'Harbour Post',
    date: { value: '2026-03-04', provenance: 'front matter', evidence: null },
    wordCount: 300,
    format: 'txt',
    fileName: `ferries-${number}.txt`,
    path: `/library/ferries-${number}.txt`,
    fingerprint: number.toString(16).padStart(64, '0'),
    problem: null,
    ...changes,
  };
}

/** An invented briefing with its row. */
export function openedOf(number: number, changes: Partial<Listing> = {}): OpenedBriefing {
  const listing = listingOf(number, changes);
  return {
    listing,
    briefing: briefingOf({ headline: listing.headline }),
    reading: 'read',
    isPinned: false,
    kept: null,
    lastRead: null,
    copies: [],
  };
}
