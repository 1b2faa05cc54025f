import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchoring } from '../../../../electron/shared/anchoring/anchor.ts';
import type { PartPassage } from '../../../../electron/shared/anchoring/passage.ts';
import { thresholds } from '../../../../electron/shared/anchoring/thresholds.ts';
import {
  anchorIn,
  editElsewhere,
  editsInside,
  editedElsewhere,
  applyEdit,
  lengthOf,
  linesOf,
  type MarkedText,
  markedText,
  occurrencesIn,
  quoteOf,
  withCopy,
} from '../../../support/anchoring/edited-text.ts';

/** More than in every run are a campaign: `READOUT_CASES=100000`. */
const cases = { numRuns: Number(process.env['READOUT_CASES'] ?? 10_000) };

/** In milliseconds; only a run that hangs takes so long. */
const timeout = 120_000 + 12 * cases.numRuns;

/** Farther from a passage than its context reaches, in code units. */
const apart = 48;

function placeIn(anchoring: Anchoring): readonly PartPassage[] | null {
  return 'place' in anchoring ? anchoring.place.passages : null;
}

function overlaps(one: readonly PartPassage[], other: readonly PartPassage[]): boolean {
  return one.some((first) =>
    other.some(
      (second) =>
        first.part === second.part && first.start < second.end && second.start < first.end,
    ),
  );
}

/** Whether a passage says by its words alone which one it is, before and after an edit. */
function isUnmistakable(before: MarkedText, after: MarkedText): boolean {
  const quote = quoteOf(before);
  return (
    lengthOf(before.passage) >= thresholds.distinctive &&
    [before, after].every(({ text }) => occurrencesIn(text, quote) === 1)
  );
}

describe('a passage of a text that was edited elsewhere', { timeout }, () => {
  it('is found exactly, or said to be lost where its words are few or repeated', () => {
    fc.assert(
      fc.property(
        markedText(1).chain((before) => fc.tuple(fc.constant(before), editedElsewhere(before, 4))),
        ([before, after]) => {
          const anchoring = anchorIn(before, after.text);
          const place = placeIn(anchoring);
          if (place !== null) expect(place).toEqual(linesOf(after));
          else if (isUnmistakable(before, after)) expect(anchoring.resolution).toBe('ambiguous');
        },
      ),
      cases,
    );
  });

  it('is found exactly, whatever its length, where its surroundings are as they were', () => {
    fc.assert(
      fc.property(
        markedText(1).chain((before) =>
          fc.tuple(fc.constant(before), editElsewhere(before, apart)),
        ),
        ([before, edit]) => {
          const after = applyEdit(before, edit);
          const anchoring = anchorIn(before, after.text);
          if (anchoring.resolution !== 'ambiguous') {
            expect(anchoring.resolution).toBe('exact');
            expect(placeIn(anchoring)).toEqual(linesOf(after));
          }
        },
      ),
      cases,
    );
  });
});

describe('a passage that was edited itself', { timeout }, () => {
  it('is found where less than the threshold was edited, unless the text repeats itself', () => {
    let ambiguous = 0;
    fc.assert(
      fc.property(
        markedText(thresholds.shortestSimilar).chain((before) =>
          fc.tuple(fc.constant(before), editsInside(before, thresholds.quoteErrors)),
        ),
        ([before, after]) => {
          const anchoring = anchorIn(before, after.text);
          ambiguous += Number(anchoring.resolution === 'ambiguous');
          expect(anchoring.resolution).not.toBe('orphan');
          const place = placeIn(anchoring);
          if (place !== null) expect(overlaps(place, linesOf(after))).toBe(true);
        },
      ),
      cases,
    );
    expect(ambiguous / cases.numRuns).toBeLessThan(0.01);
  });
});

describe('a passage that was copied to another place', { timeout }, () => {
  it('is not taken for its copy, wherever that stands', () => {
    fc.assert(
      fc.property(
        markedText(1).chain((before) => fc.tuple(fc.constant(before), withCopy(before, 0))),
        ([before, after]) => {
          const place = placeIn(anchorIn(before, after.text));
          if (place !== null) expect(place).toEqual(linesOf(after));
        },
      ),
      cases,
    );
  });

  it('is not taken for its copy where both were edited, or the text around them', () => {
    fc.assert(
      fc.property(
        markedText(thresholds.shortestSimilar, apart).chain((before) =>
          fc.tuple(
            fc.constant(before),
            editsInside(before, thresholds.quoteErrors)
              .chain((edited) => withCopy(edited, apart, quoteOf(before)))
              .chain((copied) => editedElsewhere(copied, 2)),
          ),
        ),
        ([before, after]) => {
          const place = placeIn(anchorIn(before, after.text));
          if (place !== null) expect(overlaps(place, linesOf(after))).toBe(true);
        },
      ),
      cases,
    );
  });
});
