import { normaliseQuote, RunningText } from '../../shared/anchoring/running-text.ts';
import type { CharacterPosition } from '../../shared/export/web-annotation.ts';
import type { Briefing } from '../../shared/model/briefing.ts';
import { partsOf } from '../../shared/model/part.ts';

/** Characters that are two code units. */
const wide = /[\u{10000}-\u{10ffff}]/gu;

function characterCount(text: string): number {
  return text.length - (text.match(wide)?.length ?? 0);
}

/**
 * Counts positions of passages in characters (Unicode code points) instead of code units, as the
 * model asks for. `null` for a passage that does not stand at its position in this text: nothing
 * tells then what was before it.
 *
 * @see https://www.w3.org/TR/annotation-model/#text-position-selector
 */
export function characterPositions(briefing: Briefing | null): CharacterPosition {
  const parts = briefing === null ? [] : partsOf(briefing);
  if (!parts.some(({ text }) => text.search(wide) >= 0)) return () => null;
  const running = new RunningText(parts);
  return ({ part, quote, position }) => {
    const offset = running.offsetOf(part);
    if (offset === null) return null;
    const { start, end } = position;
    const passage = running.text.slice(offset + start, offset + end);
    if (passage !== normaliseQuote(quote.exact)) return null;
    const before = characterCount(running.text.slice(offset, offset + start));
    return { start: before, end: before + characterCount(passage) };
  };
}
