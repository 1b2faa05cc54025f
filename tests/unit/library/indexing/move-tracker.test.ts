import { describe, expect, it } from 'vitest';
import { MoveTracker } from '../../../../electron/library/indexing/move-tracker.ts';

const entry = (id: string, fingerprint: string | null = 'f') => ({ id, fingerprint });

describe('files that went and came', () => {
  it('are one that was moved, at once or in either order', () => {
    const moves = new MoveTracker(() => 0);
    expect(moves.take([entry('a')], [entry('b')])).toEqual([{ from: 'a', to: 'b' }]);
    expect(moves.take([entry('b')], [])).toEqual([]);
    expect(moves.take([], [entry('c')])).toEqual([{ from: 'b', to: 'c' }]);
    expect(moves.take([], [entry('d')])).toEqual([]);
    expect(moves.take([entry('c')], [])).toEqual([{ from: 'c', to: 'd' }]);
  });

  it('are several where their contents differ, or could not be read', () => {
    const moves = new MoveTracker(() => 0);
    expect(moves.take([entry('a', 'f')], [entry('b', 'g')])).toEqual([]);
    expect(moves.take([entry('c', null)], [entry('d', null)])).toEqual([]);
  });

  it('are several where one came back to its place', () => {
    const moves = new MoveTracker(() => 0);
    expect(moves.take([entry('a')], [])).toEqual([]);
    expect(moves.take([], [entry('a')])).toEqual([]);
  });

  it('are forgotten after ten seconds, but not before a scan is over', () => {
    let now = 0;
    const moves = new MoveTracker(() => now);
    moves.take([], [entry('b')]);
    now = 60_000;
    moves.forget(0);
    expect(moves.take([entry('a')], [])).toEqual([{ from: 'a', to: 'b' }]);
    moves.take([], [entry('d')]);
    now = 120_000;
    moves.forget(null);
    expect(moves.take([entry('c')], [])).toEqual([]);
  });
});
