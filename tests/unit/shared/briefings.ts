import type { Briefing, Credit, Figure } from '../../../electron/shared/model/briefing.ts';

/** A credit that states nothing but what is given. */
export function creditOf(changes: Partial<Credit> = {}): Credit {
  return {
    agency: null,
    photographer: null,
    source: null,
    via: null,
    flags: [],
    verbatim: 'Norland Post/Ada Berg',
    ...changes,
  };
}

/** A figure with a caption and without a credit. */
export function figureOf(changes: Partial<Figure> = {}): Figure {
  return {
    caption: 'The ferry at the quay of Valmar.',
    credit: null,
    date: null,
    filePhoto: false,
    picture: null,
    ...changes,
  };
}

/** A briefing with a dek, two figures, a section with a heading and a paragraph without one. */
export function briefingOf(changes: Partial<Briefing> = {}): Briefing {
  return {
    headline: 'Ferries of Norland run again',
    dek: 'The storm is over.',
    figures: [
      figureOf({ credit: creditOf({ agency: 'Reuters', photographer: 'Ada Berg' }) }),
      figureOf({ caption: null }),
    ],
    sections: [
      {
        heading: 'Overview',
        items: [
          { kind: 'bullet', text: 'The ferry to Valmar left at noon.', marker: '•' },
          { kind: 'bullet', text: 'The ferry to Norland stays in port.', marker: '•' },
        ],
      },
      { heading: null, items: [{ kind: 'paragraph', text: 'More follows.', marker: null }] },
    ],
    source: 'Harbour Post',
    date: { value: '2026-03-04', provenance: 'front matter', evidence: '2026-03-04' },
    language: null,
    furniture: [],
    warnings: [],
    ...changes,
  };
}
