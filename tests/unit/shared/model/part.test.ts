import { describe, expect, it } from 'vitest';
import {
  findItem,
  findPart,
  formatCredit,
  partPathSchema,
  partsOf,
} from '../../../../electron/shared/model/part.ts';
import { briefingOf, creditOf } from '../briefings.ts';

describe('partsOf', () => {
  it('gives every part in reading order, with its text and its place in words', () =>
    expect(partsOf(briefingOf())).toEqual([
      { path: 'headline', text: 'Ferries of Norland run again', place: 'Headline' },
      { path: 'dek', text: 'The storm is over.', place: 'Dek' },
      { path: 'figures/0', text: 'The ferry at the quay of Valmar.', place: 'Figure 1' },
      { path: 'figures/1', text: '', place: 'Figure 2' },
      { path: 'sections/0/heading', text: 'Overview', place: 'Overview, heading' },
      {
        path: 'sections/0/items/0',
        text: 'The ferry to Valmar left at noon.',
        place: 'Overview, bullet 1',
      },
      {
        path: 'sections/0/items/1',
        text: 'The ferry to Norland stays in port.',
        place: 'Overview, bullet 2',
      },
      { path: 'sections/1/items/0', text: 'More follows.', place: 'Text, paragraph 1' },
    ]));

  it('gives no part for a dek that is not there', () =>
    expect(partsOf(briefingOf({ dek: null })).map(({ path }) => path)).not.toContain('dek'));

  it('counts the items of each kind of a section', () => {
    const kinds = ['paragraph', 'quote', 'row', 'row', 'paragraph', 'code', 'bullet'] as const;
    const items = kinds.map((kind) => ({ kind, text: kind, marker: null }));
    const parts = partsOf(
      briefingOf({ dek: null, figures: [], sections: [{ heading: null, items }] }),
    );
    expect(parts.slice(1).map(({ place }) => place)).toEqual([
      'Text, paragraph 1',
      'Text, quote 1',
      'Text, table row 1',
      'Text, table row 2',
      'Text, paragraph 2',
      'Text, code 1',
      'Text, bullet 1',
    ]);
  });

  it('calls the text of a page by the page, unless it has a heading', () => {
    const items = [{ kind: 'paragraph', text: 'More.', marker: null }] as const;
    const sections = [
      { heading: null, page: 3, items },
      { heading: 'Terms', page: 4, items },
    ];
    const places = partsOf(briefingOf({ dek: null, figures: [], sections })).map(
      ({ place }) => place,
    );
    expect(places.slice(1)).toEqual([
      'Page 3, paragraph 1',
      'Terms, heading',
      'Terms, paragraph 1',
    ]);
  });

  it('gives paths that the schema accepts', () => {
    for (const { path } of partsOf(briefingOf())) expect(partPathSchema.parse(path)).toBe(path);
  });
});

describe('findPart', () => {
  it('finds each part by its path', () => {
    const briefing = briefingOf();
    for (const part of partsOf(briefing)) expect(findPart(briefing, part.path)).toEqual(part);
  });

  it.each(['figures/2', 'sections/1/heading', 'sections/0/items/2', 'sections/9/items/0'])(
    'finds no %s where there is none',
    (path) => expect(findPart(briefingOf(), path)).toBeNull(),
  );
});

describe('findItem', () => {
  it('finds items by their paths, and nothing else', () => {
    const briefing = briefingOf();
    expect(findItem(briefing, 'sections/0/items/1')).toBe(briefing.sections[0]?.items[1]);
    for (const path of ['headline', 'sections/0/heading', 'sections/0/items/9', 'figures/0']) {
      expect(findItem(briefing, path)).toBeNull();
    }
  });
});

describe('partPathSchema', () => {
  it.each([
    '',
    'title',
    'figures',
    'figures/-1',
    'figures/1/caption',
    'figures/١',
    'sections/0',
    'sections/0/items',
    'headline\n',
    'x/headline',
    '../headline',
    '__proto__',
    `figures/${'1'.repeat(80)}`,
  ])('refuses “%s”', (path) => expect(partPathSchema.safeParse(path).success).toBe(false));
});

describe('formatCredit', () => {
  it.each([
    ['nothing', null, 'uncredited'],
    [
      'agency and photographer',
      creditOf({ agency: 'Reuters', photographer: 'Ada Berg' }),
      'Reuters / Ada Berg',
    ],
    [
      'flags',
      creditOf({ agency: 'AP', photographer: 'Ada Berg', flags: ['pool', 'file photo'] }),
      'AP / Ada Berg (pool, file photo)',
    ],
    ['a partner', creditOf({ agency: 'Getty Images', via: 'AFP' }), 'Getty Images / via AFP'],
    [
      'a source',
      creditOf({ agency: 'Reuters', source: 'Navy', flags: ['handout'] }),
      'Reuters / Navy (handout)',
    ],
    ['only the line itself', creditOf({ verbatim: 'By the crew' }), 'By the crew'],
  ])('shows a credit of %s', (_, credit, text) => expect(formatCredit(credit)).toBe(text));
});
