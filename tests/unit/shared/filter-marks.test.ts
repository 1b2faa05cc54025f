import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyMark, filterMarks } from '../../../electron/shared/export/filter-marks.ts';
import type { MarkFilter } from '../../../electron/shared/model/export.ts';
import { annotationOf, bookmarkOf } from './marks.ts';

const day = (value: string): number => Date.parse(`${value}T12:00:00Z`);

const marks = {
  annotations: [
    annotationOf(1, { color: 'yellow', tags: ['sea/ice'], modifiedAt: day('2026-03-01') }),
    annotationOf(2, { color: 'blue', tags: ['seaside'], modifiedAt: day('2026-03-02') }),
    annotationOf(3, { color: null, tags: [], modifiedAt: day('2026-03-03') }),
  ],
  bookmarks: [bookmarkOf(4, { createdAt: day('2026-03-02') })],
};

/** The last digits of the ids that are let through. */
function letThrough(changes: Partial<MarkFilter>): readonly number[] {
  const { annotations, bookmarks } = filterMarks(marks, { ...everyMark, ...changes });
  return [...annotations, ...bookmarks].map(({ id }) => Number(id.slice(-1)));
}

describe('filterMarks', () => {
  it.each<[string, Partial<MarkFilter>, readonly number[]]>([
    ['all without conditions', {}, [1, 2, 3, 4]],
    ['those of some colours', { colors: ['yellow', 'pink'] }, [1]],
    ['those of a tag and of the tags inside of it', { tags: ['sea'] }, [1]],
    ['those that meet every condition', { colors: ['blue'], tags: ['sea'] }, []],
    ['those from a day on', { from: '2026-03-02' }, [2, 3, 4]],
    ['those up to a day, and on it', { to: '2026-03-02' }, [1, 2, 4]],
    ['those without bookmarks', { withBookmarks: false }, [1, 2, 3]],
  ])('lets through %s', (_, changes, expected) => expect(letThrough(changes)).toEqual(expected));

  it('counts days in UTC, to the last millisecond', () => {
    const late = {
      annotations: [annotationOf(1, { modifiedAt: day('2026-03-02') + 12 * 3_600_000 - 1 })],
      bookmarks: [],
    };
    const filter = { ...everyMark, from: '2026-03-02', to: '2026-03-02' };
    expect(filterMarks(late, filter).annotations).toHaveLength(1);
  });

  it('lets through just what its own conditions let through one by one', () => {
    const color = fc.constantFrom('yellow', 'blue', 'pink');
    fc.assert(
      fc.property(
        fc.uniqueArray(color),
        fc.uniqueArray(fc.constantFrom('sea', 'seaside')),
        (colors, tags) => {
          const both = letThrough({ colors, tags });
          const [one, other] = [letThrough({ colors }), letThrough({ tags })];
          expect(both).toEqual(one.filter((id) => other.includes(id)));
        },
      ),
    );
  });
});
