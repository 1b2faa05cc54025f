import type { Part, PartPath } from '../model/part.ts';
import { firstAbove, type NormalisedText, normaliseText } from './normalise.ts';
import type { PartPassage, Passage } from './passage.ts';
import { GramIndex } from './gram-index.ts';

/** What stands between two parts of the running text, and in a quote that crosses parts. */
export const partSeparator = '\n';

interface PlacedPart {
  readonly path: PartPath;
  readonly original: string;
  readonly normalised: NormalisedText;
  /** Where the part begins in the running text. */
  readonly offset: number;
}

function isCrossing(part: PlacedPart, { start, end }: Passage): boolean {
  return part.offset < end && part.offset + part.normalised.text.length > start;
}

/** The stretch of a part's own text that a running passage covers. */
function originalOf({ offset, normalised }: PlacedPart, { start, end }: Passage): Passage {
  return normalised.toOriginal({
    start: Math.max(0, start - offset),
    end: Math.min(normalised.text.length, end - offset),
  });
}

function verbatimOf(part: PlacedPart, passage: Passage): string {
  if (!isCrossing(part, passage)) return '';
  const { start, end } = originalOf(part, passage);
  return part.original.slice(start, end).replaceAll(partSeparator, ' ');
}

function separatorAfter({ offset, normalised }: PlacedPart, { start, end }: Passage): string {
  const at = offset + normalised.text.length;
  return start <= at && at < end ? partSeparator : '';
}

/**
 * A briefing's text as passages are found in it: the normalised texts of its parts in reading
 * order, with one line feed between two; parts without words are left out. Offsets in it are
 * called running offsets.
 */
export class RunningText {
  readonly text: string;
  readonly #parts: readonly PlacedPart[];
  readonly #offsets: readonly number[];
  #grams: GramIndex | undefined;

  constructor(parts: readonly Pick<Part, 'path' | 'text'>[]) {
    let offset = 0;
    const worded = parts.filter(({ text }) => text !== '');
    this.#parts = worded.map(({ path, text }) => {
      const normalised = normaliseText(text);
      const placed = { path, original: text, normalised, offset };
      offset += normalised.text.length + partSeparator.length;
      return placed;
    });
    this.#offsets = this.#parts.map((part) => part.offset);
    this.text = this.#parts.map(({ normalised }) => normalised.text).join(partSeparator);
  }

  /** Made when the first similar passage is looked for. */
  get grams(): GramIndex {
    this.#grams ??= new GramIndex(this.text);
    return this.#grams;
  }

  /** Where a part begins, as a running offset; `null` where the briefing has no such part. */
  offsetOf(path: PartPath): number | null {
    return this.#parts.find((part) => part.path === path)?.offset ?? null;
  }

  /** Where an offset of a part's own text is in every part that is that long, as running offsets. */
  offsetsOf(start: number): readonly number[] {
    return this.#parts
      .filter(({ original }) => start < original.length)
      .map(
        ({ offset, normalised }) => offset + normalised.fromOriginal({ start, end: start }).start,
      );
  }

  /** The running passage from a place in one part to a place in the same part or a later one. */
  toRunning(first: PartPassage, last: PartPassage): Passage | null {
    const from = this.#parts.find(({ path }) => path === first.part);
    const to = this.#parts.find(({ path }) => path === last.part);
    if (from === undefined || to === undefined) return null;
    const { start } = from.normalised.fromOriginal(first);
    const { end } = to.normalised.fromOriginal(last);
    return { start: from.offset + start, end: to.offset + end };
  }

  /** A running passage as passages of the parts' own texts, in reading order. */
  toParts(passage: Passage): readonly PartPassage[] {
    return this.#partsIn(passage)
      .filter((part) => isCrossing(part, passage))
      .map((part) => ({ part: part.path, ...originalOf(part, passage) }));
  }

  /** The original text of a running passage; parts are separated as in the running text. */
  verbatim(passage: Passage): string {
    return this.#partsIn(passage)
      .map((part) => verbatimOf(part, passage) + separatorAfter(part, passage))
      .join('');
  }

  /** The parts that a passage covers, with the one that a boundary at its start belongs to. */
  #partsIn({ start, end }: Passage): readonly PlacedPart[] {
    const first = firstAbove(this.#offsets, start) - 1;
    return this.#parts.slice(Math.max(0, first), firstAbove(this.#offsets, end));
  }
}

/** A quote or its context in the form in which it is compared with a running text. */
export function normaliseQuote(quote: string): string {
  return quote
    .split(partSeparator)
    .map((line) => normaliseText(line).text)
    .join(partSeparator);
}
