import { describe, expect, it } from 'vitest';
import { creditAt, placeOf } from '../../../../electron/shared/export/place.ts';
import { partsOf } from '../../../../electron/shared/model/part.ts';
import { briefingOf } from '../briefings.ts';

describe('placeOf', () => {
  it('names every part as the reading view does', () => {
    const briefing = briefingOf();
    for (const { path, place } of partsOf(briefing)) expect(placeOf(briefing, path)).toBe(place);
  });

  it.each([
    ['headline', 'Headline'],
    ['dek', 'Dek'],
    ['figures/0', 'Figure 1'],
    ['figures/11', 'Figure 12'],
    ['sections/0/heading', 'Section 1, heading'],
    ['sections/2/items/3', 'Section 3, item 4'],
  ])('names %s where the briefing is gone', (path, place) =>
    expect(placeOf(null, path)).toBe(place),
  );

  it('names a part that the briefing does not have any more', () =>
    expect(placeOf(briefingOf({ figures: [] }), 'figures/1')).toBe('Figure 2'));
});

describe('creditAt', () => {
  it('gives the credit of a figure', () =>
    expect(creditAt(briefingOf(), 'figures/0')).toBe('Reuters / Ada Berg'));

  it('says that a figure without a credit is uncredited', () =>
    expect(creditAt(briefingOf(), 'figures/1')).toBe('uncredited'));

  it.each(['headline', 'sections/0/items/1', 'figures/9'])('has none for %s', (path) =>
    expect(creditAt(briefingOf(), path)).toBeNull(),
  );

  it('has none where the briefing is gone', () => expect(creditAt(null, 'figures/0')).toBeNull());
});
