import type { ExportEntry } from '../../electron/shared/export/entry.ts';
import { referenceTo } from '../../electron/shared/model/reference-to.ts';
import { passageOf } from '../support/export/entries.ts';
import { briefingOf, creditOf, figureOf } from '../unit/shared/briefings.ts';
import { annotationOf, bookmarkOf, listingOf } from '../unit/shared/marks.ts';

/** What would call `canary`, or load from there, if it were anything but text. */
export const attacks = [
  '<script>canary()</script>',
  '"><img src=x onerror=canary()>',
  "' onmouseover='canary()' x='",
  '</title></style></textarea></noscript><svg onload=canary()>',
  '<iframe srcdoc="<script>parent.canary()</script>"></iframe>',
  '<link rel=stylesheet href=https://canary.example/a.css>',
  '<meta http-equiv=refresh content="0;url=https://canary.example/">',
  '--><style>@import "https://canary.example/b.css";</style><!--',
  '<base href="https://canary.example/"><form action="/"><button autofocus onfocus=canary()>',
  '![x](https://canary.example/x.png) [y](javascript:canary()) <https://canary.example>',
  '&lt;script&gt;canary()&lt;/script&gt; &#x3c;b&#x3e;',
].join(' ');

/** A briefing with the attacks in everything that a file or a reader can write. */
export function hostileEntry(): ExportEntry {
  const listing = listingOf(9, {
    headline: attacks,
    source: attacks,
    fileName: attacks,
    date: { value: '2026-03-04', provenance: 'inferred', evidence: attacks },
  });
  const item = { text: attacks, marker: null };
  const briefing = briefingOf({
    headline: attacks,
    dek: attacks,
    source: attacks,
    language: attacks,
    figures: [figureOf({ caption: attacks, credit: creditOf({ agency: attacks }), picture: 'a' })],
    sections: [
      {
        heading: attacks,
        items: [
          { ...item, kind: 'paragraph' },
          { ...item, kind: 'bullet', marker: `1${attacks}` },
          { ...item, kind: 'quote', level: 3 },
          { ...item, kind: 'code' },
          { ...item, kind: 'row' },
          {
            ...item,
            kind: 'paragraph',
            links: [
              { start: 0, end: 8, target: `https://canary.example/${attacks}` },
              { start: 9, end: 15, target: `javascript:canary()//${attacks}` },
            ],
          },
        ],
      },
    ],
  });
  const place = { kind: 'part', part: 'sections/0/items/1', quote: attacks } as const;
  const marked = { color: 'yellow', tags: [attacks, `a/${attacks}`], note: attacks } as const;
  return {
    reference: referenceTo(listing),
    briefing,
    marks: {
      annotations: [
        annotationOf(91, marked),
        annotationOf(92, { ...marked, target: place }),
        annotationOf(93, {
          ...marked,
          target: passageOf(briefing, 'sections/0/items/0', '"><img', null),
          note: attacks.replaceAll(' ', '\n\n'),
        }),
      ],
      bookmarks: [bookmarkOf(94, { place })],
    },
  };
}
