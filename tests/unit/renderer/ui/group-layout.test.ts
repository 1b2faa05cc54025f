import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GroupLayout } from '../../../../renderer/ui/group-layout.ts';

const groups = [
  { name: 'Thursday', count: 2 },
  { name: 'Wednesday', count: 1 },
  { name: null, count: 3 },
];

/** A line as its group's name or its position. */
function show(line: ReturnType<GroupLayout<{ name: unknown; count: number }>['lineAt']>): unknown {
  return line?.kind === 'group' ? line.start.group.name : line?.position;
}

describe('GroupLayout', () => {
  it('puts a heading before the rows of each group', () => {
    const layout = new GroupLayout(groups);
    expect(layout.lineCount).toBe(9);
    expect(Array.from({ length: 9 }, (_, line) => show(layout.lineAt(line)))).toEqual([
      'Thursday',
      0,
      1,
      'Wednesday',
      2,
      null,
      3,
      4,
      5,
    ]);
  });

  it.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 6],
    [5, 8],
  ])('shows position %d on line %d', (position, line) =>
    expect(new GroupLayout(groups).lineOfPosition(position)).toBe(line),
  );

  it.each([-1, 9, 100])('has no line %d', (line) =>
    expect(new GroupLayout(groups).lineAt(line)).toBeUndefined(),
  );

  it('has no lines for an empty list', () => {
    const layout = new GroupLayout([]);
    expect(layout.lineCount).toBe(0);
    expect(layout.lineAt(0)).toBeUndefined();
    expect(layout.lineOfPosition(0)).toBe(0);
  });

  it('leads from each position to its line and back, however large the groups are', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 40 }), {
      minLength: 1,
      maxLength: 200,
      size: 'max',
    });
    fc.assert(
      fc.property(counts, (perGroup) => {
        const named = perGroup.map((count, index) => ({ name: `group ${index}`, count }));
        const total = perGroup.reduce((sum, count) => sum + count, 0);
        const layout = new GroupLayout(named);
        const lines = Array.from({ length: layout.lineCount }, (_, line) =>
          show(layout.lineAt(line)),
        );
        expect(lines.filter((line) => typeof line === 'string')).toEqual(
          named.map(({ name }) => name),
        );
        const positions = lines.filter((line) => typeof line === 'number');
        expect(positions).toEqual(Array.from({ length: total }, (_, position) => position));
        for (const position of positions)
          expect(lines[layout.lineOfPosition(position)]).toBe(position);
      }),
      { numRuns: 30 },
    );
  });
});
