import type { Passage } from '../../electron/shared/anchoring/passage.ts';
import { endOf, segmenterFor } from './segmenter.ts';

/** One of the two ends of a passage. */
export type Edge = 'start' | 'end';

type Segment = Intl.SegmentData | undefined;

/** Nothing, which is beyond the text's ends, counts as space. */
function isSpace(segment: Segment): boolean {
  return segment === undefined || segment.segment.trim() === '';
}

/** Whether an edge may stand at a segment: a word, or signs that no word follows (or precedes). */
function isStop(segments: Intl.Segments, segment: Intl.SegmentData, edge: Edge): boolean {
  if (segment.isWordLike === true) return true;
  const beside = edge === 'start' ? segment.index - 1 : endOf(segment);
  return !isSpace(segment) && isSpace(segments.containing(beside));
}

function* walk(segments: Intl.Segments, from: number, step: 1 | -1): Generator<Intl.SegmentData> {
  let segment: Segment = segments.containing(from);
  while (segment !== undefined) {
    yield segment;
    segment = segments.containing(step === 1 ? endOf(segment) : segment.index - 1);
  }
}

/**
 * A passage with one edge a word further on (or back); `null` where there is no further word, or
 * nothing would be left of the passage.
 *
 * @param language of the text, which decides what a word is; `null` where it is not known.
 */
export function moveEdge(
  text: string,
  passage: Passage,
  edge: Edge,
  step: 1 | -1,
  language: string | null,
): Passage | null {
  const segments = segmenterFor(language, 'word').segment(text);
  const at = passage[edge];
  for (const segment of walk(segments, step === 1 ? at : at - 1, step)) {
    const offset = edge === 'start' ? segment.index : endOf(segment);
    if ((offset - at) * step > 0 && isStop(segments, segment, edge)) {
      const moved = { ...passage, [edge]: offset };
      return moved.end > moved.start ? moved : null;
    }
  }
  return null;
}
