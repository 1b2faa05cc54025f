import type { EntrySource } from '../../../electron/export/format-writer.ts';
import { describe } from '../../../electron/shared/anchoring/describe.ts';
import { RunningText } from '../../../electron/shared/anchoring/running-text.ts';
import type { ExportEntry } from '../../../electron/shared/export/entry.ts';
import type { Annotation, PassageTarget } from '../../../electron/shared/model/annotation.ts';
import type { Briefing } from '../../../electron/shared/model/briefing.ts';
import { type PartPath, partsOf } from '../../../electron/shared/model/part.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import { briefingOf, creditOf, figureOf } from '../../unit/shared/briefings.ts';
import { annotationOf, bookmarkOf, briefingId, listingOf } from '../../unit/shared/marks.ts';

/** 2026-03-05, 10:00 UTC. */
const morning = Date.UTC(2026, 2, 5, 10);
const minute = 60_000;

/** The first place where a text stands in a part, as the app describes it. */
export function passageOf(
  briefing: Briefing,
  part: PartPath,
  exact: string,
  fingerprint: string | null,
): PassageTarget {
  const text = partsOf(briefing).find(({ path }) => path === part)?.text ?? '';
  const start = text.indexOf(exact);
  const place = { part, start, end: start + exact.length };
  const target =
    start < 0 ? null : describe(new RunningText(partsOf(briefing)), place, place, fingerprint);
  if (target === null) throw new Error(`“${exact}” is not in ${part}.`);
  return target;
}

function markOf(number: number, changes: Partial<Annotation>): Annotation {
  const time = morning + number * minute;
  return annotationOf(number, { note: '', createdAt: time, modifiedAt: time, ...changes });
}

function ferries(): ExportEntry {
  const listing = listingOf(1);
  const briefing = briefingOf({
    headline: listing.headline,
    figures: [
      figureOf({ credit: creditOf({ agency: 'Reuters', photographer: 'Ada Berg' }) }),
      figureOf({ caption: null }),
    ],
  });
  const on = (part: PartPath, exact: string): PassageTarget =>
    passageOf(briefing, part, exact, listing.fingerprint);
  return {
    reference: referenceTo(listing),
    briefing,
    marks: {
      annotations: [
        markOf(1, {
          note: 'Ask the *harbour* office.\n\n- when\n- why',
          tags: ['travel/sea', 'Überfahrt'],
        }),
        markOf(2, { target: on('sections/0/items/0', 'ferry to Valmar'), color: 'yellow' }),
        markOf(3, {
          target: on('sections/0/items/0', 'Valmar left at noon'),
          color: 'blue',
          tags: ['travel/sea'],
          note: 'Overlaps the one before it.',
        }),
        markOf(4, {
          target: { kind: 'part', part: 'figures/0', quote: 'The ferry at the quay of Valmar.' },
          color: 'green',
          note: 'Which quay?',
        }),
        markOf(5, {
          target: { kind: 'part', part: 'dek', quote: 'The storm is over.' },
          color: null,
          note: 'Since when?',
        }),
      ],
      bookmarks: [
        bookmarkOf(11, { createdAt: morning }),
        bookmarkOf(12, {
          createdAt: morning + minute,
          place: {
            kind: 'part',
            part: 'sections/0/items/1',
            quote: 'The ferry to Norland stays in port.',
          },
        }),
      ],
    },
  };
}

/** Text that is markup, a formula or a path somewhere, and letters of several scripts. */
export const hostileHeadline =
  '=HYPERLINK("x") <script>alert(1)</script> {{ 7 | times: 7 }} *a* [b](c) ../é العربية 渡船 🚢';

function hostile(): ExportEntry {
  const listing = listingOf(2, {
    headline: hostileHeadline,
    source: '+cmd|calc',
    date: null,
    fileName: '../a"b;c\t.txt',
    path: '/library/../a"b;c\t.txt',
  });
  const briefing = briefingOf({
    headline: listing.headline,
    dek: null,
    source: listing.source,
    date: null,
    figures: [],
    sections: [
      {
        heading: '<img src=x onerror=alert(1)>',
        items: [
          {
            kind: 'paragraph',
            text: '@SUM(A1) \\input{x} & “quotes” </p>]]> \u202ertl',
            marker: null,
          },
          { kind: 'quote', text: '> # - 1. `code` | cell', marker: null },
          { kind: 'code', text: 'let a = "```";\n<b>', marker: null },
          {
            kind: 'row',
            text: 'Port\t-1+2',
            marker: null,
            cells: [
              { start: 0, end: 4, isHeading: false },
              { start: 5, end: 9, isHeading: false },
            ],
          },
          {
            kind: 'bullet',
            text: 'See the site for more.',
            marker: '1.',
            level: 2,
            links: [{ start: 8, end: 12, target: 'javascript:alert(1)' }],
          },
        ],
      },
    ],
  });
  return {
    reference: referenceTo(listing),
    briefing,
    marks: {
      annotations: [
        markOf(6, {
          briefingId: briefingId(2),
          target: passageOf(
            briefing,
            'sections/0/items/0',
            '& “quotes” </p>]]>',
            listing.fingerprint,
          ),
          color: 'pink',
          tags: ['=1+1', '<b>'],
          note: "=cmd|' /C calc'!A0\n<script>alert(1)</script>\n```\nopen fence",
        }),
        markOf(7, {
          briefingId: briefingId(2),
          target: {
            kind: 'passage',
            part: 'sections/0/items/0',
            quote: {
              type: 'TextQuoteSelector',
              exact: 'It is not there any more at all.',
              prefix: '',
              suffix: '',
            },
            position: { type: 'TextPositionSelector', start: 3, end: 35 },
            fingerprint: null,
            repeated: false,
          },
          color: 'purple',
        }),
      ],
      bookmarks: [],
    },
  };
}

/** A briefing whose file is gone. */
function gone(): ExportEntry {
  return {
    reference: referenceTo(listingOf(3, { headline: 'Bridges of Norland close' })),
    briefing: null,
    marks: {
      annotations: [
        markOf(8, {
          briefingId: briefingId(3),
          target: { kind: 'part', part: 'sections/0/items/3', quote: 'The bridge closed.' },
          color: 'yellow',
          note: 'Until when?',
        }),
      ],
      bookmarks: [bookmarkOf(13, { briefingId: briefingId(3), createdAt: morning })],
    },
  };
}

/** Three briefings with marks of every kind: an ordinary one, a hostile one, and one that is gone. */
export function exportEntries(): readonly ExportEntry[] {
  return [ferries(), hostile(), gone()];
}

/** Entries as a writer gets them. */
export function entrySource(entries: readonly ExportEntry[]): EntrySource {
  return async function* iterate() {
    for (const entry of entries) yield await Promise.resolve(entry);
  };
}
