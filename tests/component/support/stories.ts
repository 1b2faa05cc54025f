/** Invented briefings for component tests. Each function fills in what a test does not name. */
import type {
  Briefing,
  Credit,
  Figure,
  Item,
  Section,
} from '../../../electron/shared/model/briefing.ts';
import type { Annotation, Bookmark } from '../../../electron/shared/model/annotation.ts';
import type { Listing, OpenedBriefing } from '../../../electron/shared/model/listing.ts';
import { partsOf } from '../../../electron/shared/model/part.ts';
import { passageIn } from '../../support/passages.ts';

/** The id of the invented briefing with this number: 32 hexadecimal digits. */
export function briefingId(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** The row of an invented briefing; `changes` wins. */
export function listing(number: number, changes: Partial<Listing> = {}): Listing {
  return {
    id: briefingId(number),
    headline: `Ferries of Norland, part ${number}`,
    source: 'Harbour Post',
    date: { value: '2026-03-04', provenance: 'caption', evidence: 'March 4, 2026' },
    wordCount: 460,
    format: 'txt',
    fileName: `ferries-${number}.txt`,
    path: `/home/reader/Briefings/ferries-${number}.txt`,
    fingerprint: number.toString(16).padStart(64, 'f'),
    problem: null,
    ...changes,
  };
}

/** A credit that states nothing but what `changes` says. */
export function credit(changes: Partial<Credit> = {}): Credit {
  return {
    agency: null,
    photographer: null,
    source: null,
    via: null,
    flags: [],
    verbatim: '',
    ...changes,
  };
}

/** A captioned figure without a picture, a credit or a date; `changes` wins. */
export function figure(changes: Partial<Figure> = {}): Figure {
  return {
    caption: 'The ferry Alkyon leaves the harbour of Norland.',
    credit: null,
    date: null,
    filePhoto: false,
    picture: null,
    ...changes,
  };
}

/** A bullet with the usual glyph. */
export function bullet(text: string, marker = '•'): Item {
  return { kind: 'bullet', text, marker };
}

/** A section of bullets. */
export function section(heading: string | null, ...texts: readonly string[]): Section {
  return { heading, items: texts.map((text) => bullet(text)) };
}

/** A briefing with a dek, no figures and two sections; `changes` wins. */
export function briefing(number: number, changes: Partial<Briefing> = {}): Briefing {
  const { headline, source, date } = listing(number);
  return {
    headline,
    dek: 'Two ships return to the northern line after a winter of repairs.',
    figures: [],
    sections: [
      section(
        'Overview',
        'The ferry runs again on weekdays.',
        'Tickets cost what they did before the winter.',
      ),
      section('Reactions', 'The mayor called it a good morning for the islands.'),
    ],
    source,
    date,
    language: 'en',
    furniture: [],
    warnings: [],
    ...changes,
  };
}

/**
 * An invented briefing with its row. What `changes` says of the briefing (headline, source, date)
 * the row says too; `row` changes the row alone. It has been read, and has not changed since then;
 * `standing` says otherwise.
 */
export function openedBriefing(
  number: number,
  changes: Partial<Briefing> = {},
  row: Partial<Listing> = {},
  standing: Partial<Omit<OpenedBriefing, 'listing' | 'briefing'>> = {},
): OpenedBriefing {
  const made = briefing(number, changes);
  const { headline, source, date } = made;
  return {
    listing: listing(number, { headline, source, date, ...row }),
    briefing: made,
    reading: 'read',
    isPinned: false,
    kept: null,
    lastRead: null,
    copies: [],
    ...standing,
  };
}

/** A file that cannot be read: listed by its name with the reason. */
export function unreadable(number: number, fileName: string, problem: string): OpenedBriefing {
  const row = { headline: fileName, fileName, source: null, date: null, wordCount: 0, problem };
  return openedBriefing(number, {}, { ...row, format: null, fingerprint: null });
}

/** A UUID-shaped id of an invented mark. */
export function markId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A note on the whole of the first briefing; `changes` wins. */
export function annotation(number: number, changes: Partial<Annotation> = {}): Annotation {
  return {
    id: markId(number),
    briefingId: briefingId(1),
    target: { kind: 'briefing' },
    color: null,
    tags: [],
    note: 'Ask the harbour office.',
    createdAt: 1_772_600_000_000 + number,
    modifiedAt: 1_772_600_000_000 + number,
    ...changes,
  };
}

/** A yellow highlight, without a note, of the first `quote` in `text`, the text of `part`. */
export function highlight(
  number: number,
  part: string,
  text: string,
  quote: string,
  changes: Partial<Annotation> = {},
): Annotation {
  return annotation(number, {
    target: passageIn([{ path: part, text }], quote, listing(1).fingerprint),
    color: 'yellow',
    note: '',
    ...changes,
  });
}

/** A bookmark of the whole of the first briefing; `changes` wins. */
export function bookmark(number: number, changes: Partial<Bookmark> = {}): Bookmark {
  return {
    id: markId(number),
    briefingId: briefingId(1),
    place: { kind: 'briefing' },
    createdAt: 1_772_600_000_000 + number,
    ...changes,
  };
}

/**
 * A yellow highlight, without a note, of the first `quote` in the first briefing as it was at an
 * earlier time, in another file than the one that is open.
 */
export function earlierHighlight(
  number: number,
  earlier: Briefing,
  quote: string,
  changes: Partial<Annotation> = {},
): Annotation {
  return annotation(number, {
    target: passageIn(partsOf(earlier), quote, 'e'.repeat(64)),
    color: 'yellow',
    note: '',
    ...changes,
  });
}
