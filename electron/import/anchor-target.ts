import { type AnchorQuery, anchor, queryFor } from '../shared/anchoring/anchor.ts';
import { describe } from '../shared/anchoring/describe.ts';
import { normaliseQuote, RunningText } from '../shared/anchoring/running-text.ts';
import type { PassageTarget, Place, Target } from '../shared/model/annotation.ts';
import type { Briefing } from '../shared/model/briefing.ts';
import { type Part, type PartPath, partsOf } from '../shared/model/part.ts';
import type { ImportedTarget } from './imported-mark.ts';

/** A briefing's text, as targets are looked for in it. */
export interface AnchoringText {
  readonly parts: ReadonlyMap<PartPath, Part>;
  readonly running: RunningText;
  /** Of the briefing's file. */
  readonly fingerprint: string | null;
}

/** A target as it is stored, and whether what it is about was found. */
export interface AnchoredTarget<Anchored extends Target = Target> {
  readonly target: Anchored;
  readonly outcome: 'new' | 'moved' | 'orphan';
  readonly reason: string | null;
}

type ImportedPassage = Extract<ImportedTarget, { readonly kind: 'passage' }>;
type ImportedPart = Extract<ImportedTarget, { readonly kind: 'part' }>;

/** @param fingerprint of the briefing's file. */
export function anchoringText(briefing: Briefing, fingerprint: string | null): AnchoringText {
  const parts = partsOf(briefing);
  const running = new RunningText(parts);
  return { parts: new Map(parts.map((part) => [part.path, part])), running, fingerprint };
}

/** Where a quote stands in a part, as running offsets: without context the part tells which one. */
function placesInPart({ exact, part }: ImportedPassage, text: AnchoringText): readonly number[] {
  const whole = { part: part ?? '', start: 0, end: text.parts.get(part ?? '')?.text.length ?? 0 };
  const { running } = text;
  const stretch = running.toRunning(whole, whole);
  const quote = normaliseQuote(exact);
  const places: number[] = [];
  if (stretch === null || quote === '') return places;
  let at = running.text.indexOf(quote, stretch.start);
  while (at !== -1 && at < stretch.end) {
    places.push(at);
    at = running.text.indexOf(quote, at + 1);
  }
  return places;
}

/** The selectors that the app would have made; `null` where some of them are not known. */
function selectorsOf({
  exact,
  prefix,
  suffix,
  part,
  position,
  fingerprint,
  repeated,
}: ImportedPassage): PassageTarget | null {
  if (part === null || position === null) return null;
  return {
    kind: 'passage',
    part,
    quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
    position: { type: 'TextPositionSelector', ...position },
    fingerprint,
    repeated,
  };
}

/** Selectors that say what is known, so that the words are kept and can be found again. */
function wordsOnly(passage: ImportedPassage): PassageTarget {
  const { exact, prefix, suffix, part, repeated } = passage;
  return {
    kind: 'passage',
    part: part ?? 'headline',
    quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
    position: { type: 'TextPositionSelector', start: 0, end: exact.length },
    // The position is none: with the file's fingerprint it would count.
    fingerprint: null,
    repeated,
  };
}

/** In other tools' files a short or empty context is no sign that the text began or ended there. */
function queryOf(passage: ImportedPassage, text: AnchoringText): AnchorQuery {
  const { exact, prefix, suffix, repeated } = passage;
  return { exact, prefix, suffix, positions: placesInPart(passage, text), repeated };
}

function anchorPassage(passage: ImportedPassage, text: AnchoringText): AnchoredTarget {
  const { running, fingerprint } = text;
  const own = selectorsOf(passage);
  const query = own === null ? queryOf(passage, text) : queryFor(own, running, fingerprint);
  const found = anchor(running, query);
  const kept = own ?? wordsOnly(passage);
  const lost = (reason: string): AnchoredTarget => ({ target: kept, outcome: 'orphan', reason });
  if ('candidates' in found) {
    const isNowhere = found.resolution === 'orphan';
    return lost(
      isNowhere ? 'Its words are not in the briefing.' : 'Its words stand in several places.',
    );
  }
  const [first, last] = [found.place.passages[0], found.place.passages.at(-1)];
  const fresh =
    first === undefined || last === undefined ? null : describe(running, first, last, fingerprint);
  const outcome = found.resolution === 'exact' ? 'new' : 'moved';
  // What the app made stays: it finds its place by it each time, and exports it as it came.
  return { target: own ?? fresh ?? kept, outcome, reason: null };
}

function anchorPart({ part, quote }: ImportedPart, text: AnchoringText): AnchoredTarget<Place> {
  const target = { kind: 'part', part, quote } as const;
  const now = text.parts.get(part);
  if (now === undefined) {
    return { target, outcome: 'orphan', reason: 'The briefing has no such part any more.' };
  }
  const isSame = quote === '' || normaliseQuote(quote) === normaliseQuote(now.text);
  return { target, outcome: isSame ? 'new' : 'moved', reason: null };
}

/**
 * Finds what a mark is on, as the app does. Selectors that the app made are kept as they are; those
 * of others are made anew for the place that was found, and kept where none was.
 *
 * @param text `null` where the briefing cannot be read; `why` then says so.
 */
export function anchorTarget(
  target: ImportedTarget,
  text: AnchoringText | null,
  why: string | null,
): AnchoredTarget {
  if (target.kind === 'briefing') return { target, outcome: 'new', reason: null };
  if (text === null) {
    const kept = target.kind === 'part' ? target : (selectorsOf(target) ?? wordsOnly(target));
    return { target: kept, outcome: 'orphan', reason: why };
  }
  return target.kind === 'part' ? anchorPart(target, text) : anchorPassage(target, text);
}

/** A bookmark of a passage is one of the part that it stands in, or of the whole briefing. */
function anchorInPart(passage: ImportedPassage, text: AnchoringText): AnchoredTarget<Place> {
  const { target, outcome } = anchorPassage(passage, text);
  const isFound = outcome !== 'orphan' && target.kind === 'passage';
  const part = isFound ? target.part : passage.part;
  if (part === null) {
    const reason = 'Its words are not in the briefing, so the whole briefing is bookmarked.';
    return { target: { kind: 'briefing' }, outcome: 'orphan', reason };
  }
  const quote = text.parts.get(part)?.text ?? passage.exact;
  const anchored = anchorPart({ kind: 'part', part, quote }, text);
  return outcome === 'moved' && anchored.outcome === 'new' ? { ...anchored, outcome } : anchored;
}

/** As {@link anchorTarget}, for a bookmark. */
export function anchorPlace(
  target: ImportedTarget,
  text: AnchoringText | null,
  why: string | null,
): AnchoredTarget<Place> {
  if (target.kind === 'briefing') return { target, outcome: 'new', reason: null };
  if (text !== null) {
    return target.kind === 'part' ? anchorPart(target, text) : anchorInPart(target, text);
  }
  const { part } = target;
  const quote = target.kind === 'part' ? target.quote : target.exact;
  const place: Place = part === null ? { kind: 'briefing' } : { kind: 'part', part, quote };
  return { target: place, outcome: 'orphan', reason: why };
}
