import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ListLayout } from '../../../../renderer/library/list-layout.ts';

const outline = {
  total: 6,
  days: [
    { day: '2026-03-05', count: 2 },
    { day: '2026-03-04', count: 1 },
    { day: null, count: 3 },
  ],
};

describe('ListLayout', () => {
  it('puts a heading before the briefings of each day', () => {
    const layout = new ListLayout(outline);
    expect(layout.lineCount).toBe(9);
    expect(Array.from({ length: 9 }, (_, line) => layout.lineAt(line))).toEqual([
      { kind: 'day', day: '2026-03-05', count: 2 },
      { kind: 'listing', position: 0 },
      { kind: 'listing', position: 1 },
      { kind: 'day', day: '2026-03-04', count: 1 },
      { kind: 'listing', position: 2 },
      { kind: 'day', day: null, count: 3 },
      { kind: 'listing', position: 3 },
      { kind: 'listing', position: 4 },
      { kind: 'listing', position: 5 },
    ]);
  });

  it.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 6],
    [5, 8],
  ])('shows position %d on line %d', (position, line) =>
    expect(new ListLayout(outline).lineOfPosition(position)).toBe(line),
  );

  it.each([-1, 9, 100])('has no line %d', (line) =>
    expect(new ListLayout(outline).lineAt(line)).toBeUndefined(),
  );

  it('has no lines for an empty list', () => {
    const layout = new ListLayout({ total: 0, days: [] });
    expect(layout.lineCount).toBe(0);
    expect(layout.lineAt(0)).toBeUndefined();
    expect(layout.lineOfPosition(0)).toBe(0);
  });

  it('leads from each position to its line and back, however the days are', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 40 }), {
      minLength: 1,
      maxLength: 200,
      size: 'max',
    });
    fc.assert(
      fc.property(counts, (perDay) => {
        const days = perDay.map((count, index) => ({ day: `day ${index}`, count }));
        const total = perDay.reduce((sum, count) => sum + count, 0);
        const layout = new ListLayout({ total, days });
        const lines = Array.from({ length: layout.lineCount }, (_, line) => layout.lineAt(line));
        expect(lines.filter((line) => line?.kind === 'day')).toEqual(
          days.map((day) => ({ kind: 'day', ...day })),
        );
        const positions = lines.flatMap((line) =>
          line?.kind === 'listing' ? [line.position] : [],
        );
        expect(positions).toEqual(Array.from({ length: total }, (_, position) => position));
        for (const position of positions)
          expect(lines[layout.lineOfPosition(position)]).toEqual({ kind: 'listing', position });
      }),
      { numRuns: 30 },
    );
  });
});
