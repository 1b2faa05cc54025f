import type { Anchoring, Candidate } from '../../electron/shared/anchoring/anchor.ts';
import type { Annotation } from '../../electron/shared/model/annotation.ts';
import type { Part, PartPath } from '../../electron/shared/model/part.ts';

/** Why an annotation is at no place in the text. */
export type Loss = 'not found' | 'several places' | 'no part';

/**
 * How the words that were marked stand in the text as it is now. `unknown`: they were not looked
 * for, or the annotation is about the whole briefing.
 */
export type Standing =
  | { readonly kind: 'unknown' | 'unchanged' }
  | {
      readonly kind: 'edited';
      readonly isMoved: boolean;
      readonly quote: string;
      readonly textNow: string;
    }
  | { readonly kind: 'lost'; readonly loss: Loss; readonly candidates: readonly Candidate[] };

const unknown: Standing = { kind: 'unknown' };
const unchanged: Standing = { kind: 'unchanged' };
const withoutPart: Standing = { kind: 'lost', loss: 'no part', candidates: [] };

function standingOfWords(quote: string, textNow: string, isMoved: boolean): Standing {
  if (quote === textNow && !isMoved) return unchanged;
  return { kind: 'edited', isMoved, quote, textNow };
}

/** Compares what was marked with the text as it is now. */
export function standingOf(
  { target }: Annotation,
  anchoring: Anchoring | undefined,
  parts: ReadonlyMap<PartPath, Part>,
): Standing {
  if (target.kind === 'briefing') return unknown;
  if (target.kind === 'part') {
    const part = parts.get(target.part);
    return part === undefined ? withoutPart : standingOfWords(target.quote, part.text, false);
  }
  if (anchoring === undefined) return unknown;
  if ('candidates' in anchoring) {
    const loss = anchoring.resolution === 'orphan' ? 'not found' : 'several places';
    return { kind: 'lost', loss, candidates: anchoring.candidates };
  }
  const isMoved = anchoring.resolution === 'moved';
  return standingOfWords(target.quote.exact, anchoring.place.text, isMoved);
}

/** Whether two standings say different things, so that what shows them has to change. */
export function isOtherStanding(one: Standing, other: Standing | undefined): boolean {
  if (one.kind === 'edited' && other?.kind === 'edited') {
    const { isMoved, quote, textNow } = one;
    return isMoved !== other.isMoved || quote !== other.quote || textNow !== other.textNow;
  }
  if (one.kind === 'lost' && other?.kind === 'lost') {
    return one.loss !== other.loss || one.candidates !== other.candidates;
  }
  return one.kind !== other?.kind;
}
