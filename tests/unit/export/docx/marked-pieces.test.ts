import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentsOf, piecesOf } from '../../../../electron/export/docx/marked-pieces.ts';
import type { MarkedRun } from '../../../../electron/shared/export/marked-parts.ts';
import { annotationOf } from '../../shared/marks.ts';

const text = 'The ferry to Valmar left.';
const stretch = fc
  .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
  .map((ends) => ends.toSorted((one, other) => one - other))
  .map(([start = 0, end = 0]) => ({ start, end }))
  .filter(({ start, end }) => start < end);

/** Runs of the text with an annotation on each stretch, cut at all of their ends. */
function runsOf(
  stretches: readonly { readonly start: number; readonly end: number }[],
): readonly MarkedRun[] {
  const marked = stretches.map((one, index) => ({ ...one, annotation: annotationOf(index + 1) }));
  const edges = new Set([0, text.length, ...stretches.flatMap(({ start, end }) => [start, end])]);
  const ends = [...edges].toSorted((one, other) => one - other);
  return ends.slice(1).map((end, index) => {
    const start = ends[index] ?? 0;
    const on = marked.filter((one) => one.start <= start && one.end >= end);
    return {
      start,
      end,
      text: text.slice(start, end),
      annotations: on.map(({ annotation }) => annotation),
    };
  });
}

describe('piecesOf', () => {
  it('leaves no letter out, and lets each annotation begin and end once where it is', () => {
    const given = fc.tuple(
      fc.array(stretch, { maxLength: 5 }),
      stretch,
      fc.array(fc.nat({ max: 25 })),
    );
    fc.assert(
      fc.property(given, ([stretches, linked, edges]) => {
        const runs = runsOf(stretches);
        const extents = extentsOf({
          runs: new Map([['dek', runs]]),
          whole: new Map(),
          elsewhere: [],
        });
        const link = { ...linked, target: 'https://example.org/' };
        const pieces = piecesOf(runs, [link], edges, extents);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        const inLink = pieces.filter((piece) => piece.link !== null).map((piece) => piece.text);
        expect(inLink.join('')).toBe(text.slice(linked.start, linked.end));
        const starts = pieces.flatMap((piece) => piece.starting.map(({ id }) => [id, piece.start]));
        const ends = pieces.flatMap((piece) => piece.ending.map(({ id }) => [id, piece.end]));
        const ids = stretches.map((_, index) => annotationOf(index + 1).id);
        expect(Object.fromEntries(starts)).toEqual(
          Object.fromEntries(ids.map((id, index) => [id, stretches[index]?.start])),
        );
        expect(Object.fromEntries(ends)).toEqual(
          Object.fromEntries(ids.map((id, index) => [id, stretches[index]?.end])),
        );
        expect(starts.length + ends.length).toBe(2 * stretches.length);
      }),
    );
  });
});
