import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BriefingDifference,
  compareBriefings,
} from '../../../../electron/shared/difference/compare-briefings.ts';
import { summaryOf } from '../../../../electron/shared/difference/summary.ts';
import type { Briefing, Item } from '../../../../electron/shared/model/briefing.ts';
import { partsOf } from '../../../../electron/shared/model/part.ts';
import { briefingOf, creditOf, figureOf } from '../briefings.ts';

function bulletOf(text: string): Item {
  return { kind: 'bullet', text, marker: '•' };
}

/** A briefing with one section of these bullets. */
function bullets(...texts: readonly string[]): Briefing {
  return briefingOf({ sections: [{ heading: 'Overview', items: texts.map(bulletOf) }] });
}

/** Each change as `changed sections/0/items/1`, with the path in the version that has the part. */
function changesOf({ changes }: BriefingDifference): readonly string[] {
  return changes.map((change) =>
    change.kind === 'dropped'
      ? `dropped ${change.older.path} after ${change.after}`
      : `${change.kind} ${change.newer.path}`,
  );
}

const north = 'The ferry to the north leaves at noon on weekdays.';
const south = 'Tickets to the south cost what they did before the winter.';
const storm = 'A storm has closed the harbour of Valmar since Tuesday.';

describe('compareBriefings', () => {
  it('finds nothing in the same briefing', () =>
    expect(compareBriefings(briefingOf(), briefingOf()).changes).toEqual([]));

  it('finds a part with another wording, and how alike the two are', () => {
    const later = bullets(north.replace('noon', 'one'), south);
    const { changes } = compareBriefings(bullets(north, south), later);
    expect(changes).toMatchObject([
      { kind: 'changed', older: { text: north }, newer: { path: 'sections/0/items/0' } },
    ]);
    const [change] = changes;
    const similarity = change?.kind === 'changed' ? change.similarity : 0;
    expect(similarity).toBeGreaterThan(0.7);
    expect(similarity).toBeLessThan(1);
  });

  it.each([
    ['a new part', [north], [north, south], ['new sections/0/items/1']],
    ['one put in before', [north], [south, north], ['new sections/0/items/0']],
    [
      'a dropped part',
      [north, south],
      [north],
      ['dropped sections/0/items/1 after sections/0/items/0'],
    ],
    [
      'a first part dropped',
      [north, south],
      [south],
      ['dropped sections/0/items/0 after sections/0/heading'],
    ],
    [
      'another part in its place',
      [north],
      [storm],
      ['dropped sections/0/items/0 after sections/0/heading', 'new sections/0/items/0'],
    ],
    [
      'a part that moved',
      [north, south, storm],
      [storm, north, south],
      ['moved sections/0/items/0'],
    ],
    [
      'a part that moved and changed',
      [north, south, storm, 'Last.'],
      [`${storm} So it is.`, north, south, 'Last.'],
      ['changed sections/0/items/0'],
    ],
    [
      'one of two equal parts dropped',
      [north, north, south],
      [north, south],
      [expect.stringMatching(/^dropped/)],
    ],
  ])('finds %s', (_, older, newer, changes) =>
    expect(changesOf(compareBriefings(bullets(...older), bullets(...newer)))).toEqual(changes),
  );

  it('compares headlines, deks and headings, whatever they say', () => {
    const later = briefingOf({ headline: 'Something else', dek: 'Wholly new.' });
    expect(changesOf(compareBriefings(briefingOf(), later))).toEqual([
      'changed headline',
      'changed dek',
    ]);
    const without = briefingOf({ dek: null });
    expect(changesOf(compareBriefings(briefingOf(), without))).toEqual([
      'dropped dek after headline',
    ]);
    expect(changesOf(compareBriefings(without, briefingOf()))).toEqual(['new dek']);
  });

  it('compares what figures say, their credits included', () => {
    const figures = [figureOf(), figureOf({ caption: 'The crew of the Alkyon on deck.' })];
    const [first, second] = figures;
    const corrected = briefingOf({
      figures: [first, { ...second, credit: creditOf({ agency: 'AP' }) }].map((one) =>
        figureOf(one),
      ),
    });
    const difference = compareBriefings(briefingOf({ figures }), corrected);
    expect(changesOf(difference)).toEqual(['changed figures/1']);
  });

  it('notices that a link leads elsewhere', () => {
    const to = (target: string): Briefing =>
      briefingOf({
        sections: [
          { heading: null, items: [{ ...bulletOf(north), links: [{ start: 4, end: 9, target }] }] },
        ],
      });
    const difference = compareBriefings(to('https://a.example/'), to('https://b.example/'));
    expect(changesOf(difference)).toEqual(['changed sections/0/items/0']);
  });

  it('tells where a place of the older version is now', () => {
    const { placeOf } = compareBriefings(bullets(north, storm, south), bullets(south, north));
    expect(placeOf('sections/0/items/0')).toBe('sections/0/items/1');
    expect(placeOf('sections/0/items/1')).toBe('sections/0/items/1');
    expect(placeOf('headline')).toBe('headline');
    expect(placeOf('sections/7/items/7')).toBe('headline');
  });

  it('compares long briefings that have nothing in common', () => {
    const many = (word: string): Briefing =>
      bullets(...Array.from({ length: 3000 }, (_, index) => `${word} ${word}${index}`));
    const { changes } = compareBriefings(many('old'), many('young'));
    expect(changes).toHaveLength(6000);
  });
});

/** Sentences of eight words that are in no other sentence. */
function sentence(number: number): string {
  return Array.from({ length: 8 }, (_, index) => `word${number}x${index}`).join(' ');
}

interface Edit {
  readonly kind: 'insert' | 'delete' | 'move' | 'reword';
  readonly at: number;
}

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Edit['kind'][]>('insert', 'delete', 'move', 'reword'),
    at: fc.nat(),
  }),
  { maxLength: 5 },
);

function edited(texts: readonly string[], { kind, at }: Edit, number: number): readonly string[] {
  const index = at % Math.max(1, texts.length);
  const old = texts[index];
  if (kind === 'insert' || old === undefined)
    return texts.toSpliced(index, 0, sentence(1000 + number));
  if (kind === 'delete') return texts.toSpliced(index, 1);
  if (kind === 'reword') return texts.with(index, old.replace(/x3\b/, `y${number}`));
  return texts.toSpliced(index, 1).toSpliced(at % 7, 0, old);
}

describe('of any two briefings', () => {
  it('finds at most as many changes as were made', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), edits, (count, made) => {
        const older = Array.from({ length: count }, (_, index) => sentence(index));
        const newer = made.reduce<readonly string[]>(edited, older);
        const { changes } = compareBriefings(bullets(...older), bullets(...newer));
        expect(changes.length).toBeLessThanOrEqual(made.length);
      }),
    ));

  const texts = fc.array(fc.constantFrom(north, south, storm, 'A', 'B', '', 'A ferry'), {
    maxLength: 12,
  });

  it('accounts for every part on either side, once', () =>
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const [older, newer] = [bullets(...before), bullets(...after)];
        const { changes, unchangedCount } = compareBriefings(older, newer);
        const gone = changes.flatMap((change) => ('older' in change ? [change.older.path] : []));
        const come = changes.flatMap((change) => ('newer' in change ? [change.newer.path] : []));
        expect(new Set(gone).size).toBe(gone.length);
        expect(new Set(come).size).toBe(come.length);
        expect(gone.length + unchangedCount).toBe(partsOf(older).length);
        expect(come.length + unchangedCount).toBe(partsOf(newer).length);
      }),
    ));

  it('leads from every older part to a part that is there', () =>
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const [older, newer] = [bullets(...before), bullets(...after)];
        const { placeOf } = compareBriefings(older, newer);
        const paths = new Set(partsOf(newer).map(({ path }) => path));
        for (const { path } of partsOf(older)) expect(paths).toContain(placeOf(path));
      }),
    ));
});

describe('summaryOf', () => {
  it.each([
    ['', [north], [north]],
    ['1 bullet changed', [north, south], [`${north} Today.`, south]],
    ['1 bullet new', [north], [north, storm]],
    ['2 bullets dropped', [north, south, storm], [north]],
    ['1 bullet changed, 1 new', [north, south], [`${north} Today.`, south, storm]],
    ['1 bullet new, 1 dropped', [north], [storm]],
    ['1 bullet moved', [north, south, storm], [storm, north, south]],
  ])('says “%s”', (line, older, newer) =>
    expect(summaryOf(compareBriefings(bullets(...older), bullets(...newer)))).toBe(line),
  );

  it('names the sorts of parts where there are several', () => {
    const later = briefingOf({ headline: 'Ferries stop', figures: [figureOf()] });
    expect(summaryOf(compareBriefings(briefingOf(), later))).toBe(
      'the headline and 1 figure changed, 1 figure dropped',
    );
  });

  it('counts many sorts together', () => {
    const later = briefingOf({ headline: 'Ferries stop', dek: null, figures: [], sections: [] });
    expect(summaryOf(compareBriefings(briefingOf(), later))).toBe(
      'the headline changed, 7 parts dropped',
    );
  });
});
