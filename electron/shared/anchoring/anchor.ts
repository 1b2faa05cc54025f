import type { PassageTarget } from '../model/annotation.ts';
import {
  type Agreement,
  type Context,
  contextAgreement,
  findBeyond,
  withEnd,
  withStart,
} from './context.ts';
import type { PartPassage, Passage } from './passage.ts';
import { normaliseQuote, type RunningText } from './running-text.ts';
import { type SimilarPassage, similarPassages } from './similar-passages.ts';
import { thresholds } from './thresholds.ts';

/** What is looked for. */
export interface AnchorQuery {
  /** The passage verbatim; a line feed stands between two parts. */
  readonly exact: string;
  /** What stood before and after it, see `withStart` and `withEnd`; empty where it is not known. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where it stands, as running offsets, if the text is surely the one that was marked; else empty. */
  readonly positions: readonly number[];
  /** The quote stood in several places when it was marked, so a single one now proves nothing. */
  readonly repeated: boolean;
}

/** A place that may be the passage. */
export interface Candidate {
  /** The place in the parts' own texts, in reading order. */
  readonly passages: readonly PartPassage[];
  /** The text that stands there, verbatim. */
  readonly text: string;
  /** How good it is, from 0 to 1. */
  readonly score: number;
}

/**
 * What became of a passage. `exact`: its words stand there, but for normalisation. `moved`: they
 * were edited, or stand among other words. `ambiguous`: several places are as good. `orphan`: no
 * place is good enough; the candidates are not sure.
 */
export type Anchoring =
  | { readonly resolution: 'exact' | 'moved'; readonly place: Candidate }
  | { readonly resolution: 'ambiguous' | 'orphan'; readonly candidates: readonly Candidate[] };

interface Scored extends Passage {
  readonly isVerbatim: boolean;
  /** `null` where no context is known. */
  readonly support: Agreement | null;
  readonly score: number;
}

interface Search extends Context {
  readonly running: RunningText;
  readonly quote: string;
  readonly query: AnchorQuery;
}

/** At most so many candidates are told, the best first. */
const mostCandidates = 5;

/** A target as something to look for in a briefing whose file has this fingerprint. */
export function queryFor(
  target: PassageTarget,
  running: RunningText,
  fingerprint: string | null,
): AnchorQuery {
  const { part, quote, position, repeated } = target;
  const isUnchanged = target.fingerprint !== null && target.fingerprint === fingerprint;
  const offset = isUnchanged ? running.offsetOf(part) : null;
  return {
    exact: quote.exact,
    prefix: withStart(normaliseQuote(quote.prefix)),
    suffix: withEnd(normaliseQuote(quote.suffix)),
    positions: offset === null ? [] : [offset + position.start],
    repeated,
  };
}

function score(place: Passage, quoteAgreement: number, search: Search): Scored {
  const support = contextAgreement(search.running.text, place, search);
  return {
    start: place.start,
    end: place.end,
    isVerbatim: quoteAgreement === 1,
    support,
    score: support === null ? quoteAgreement : (quoteAgreement + support.share) / 2,
  };
}

function byScore(one: Scored, other: Scored): number {
  return other.score - one.score;
}

function verbatimPlaces(search: Search): readonly Scored[] {
  const { quote, running } = search;
  const places: Scored[] = [];
  let start = running.text.indexOf(quote);
  while (start !== -1) {
    places.push(score({ start, end: start + quote.length }, 1, search));
    start = running.text.indexOf(quote, start + 1);
  }
  return places.toSorted(byScore);
}

/**
 * Where the words beside an end of a similar place are the ones that stood beside the passage, that
 * is its end: an edit at the passage's own edge leaves open where the similar place begins.
 */
function snapToContext(
  place: SimilarPassage,
  { running, quote, prefix, suffix }: Search,
): SimilarPassage {
  const { start, end, errors } = place;
  const { text } = running;
  const reach = errors + Math.ceil(quote.length * thresholds.quoteErrors);
  const prefixAt = findBeyond(text, prefix, start - prefix.length - reach, start + reach, 'last');
  const suffixAt = findBeyond(text, suffix, end - reach, end + suffix.length + reach, 'first');
  const from = prefixAt === null ? start : prefixAt + prefix.length;
  const to = suffixAt ?? end;
  return to > from ? { start: from, end: to, errors } : place;
}

function similarPlaces(
  search: Search,
  verbatim: readonly Scored[],
  share: number,
): readonly Scored[] {
  const { quote, running } = search;
  return similarPassages(running, quote, share)
    .map((place) => snapToContext(place, search))
    .filter(({ start, end }) => !verbatim.some((place) => place.start < end && start < place.end))
    .map((place) => score(place, 1 - place.errors / quote.length, search));
}

function isAmongItsContext({ support }: Scored): boolean {
  return support === null || support.share >= thresholds.support;
}

/** The place at the stored position, where the quote stands there among its context. */
function placeInPosition(search: Search): Scored | null {
  const { query, quote, running } = search;
  const [only, ...others] = query.positions
    .filter((at) => running.text.startsWith(quote, at))
    .map((at) => score({ start: at, end: at + quote.length }, 1, search))
    .filter(isAmongItsContext);
  return only !== undefined && others.length === 0 ? only : null;
}

function isAhead(best: Scored, second: Scored | undefined): boolean {
  const isWhole = best.isVerbatim && best.support?.share === 1;
  const needed = isWhole ? thresholds.leadOfWhole : thresholds.lead;
  return second === undefined || best.score - second.score >= needed;
}

/** A few letters stand in many places: the shorter the quote, the more its context has to say. */
function evidenceFor({ support }: Scored, { quote }: Search): number {
  return quote.length + (support?.length ?? 0);
}

function hasEvidence(place: Scored, search: Search): boolean {
  const known = search.quote.length + search.prefix.length + search.suffix.length;
  const needed = Math.min(thresholds.evidence, known * thresholds.evidenceShare);
  return evidenceFor(place, search) >= needed;
}

/** Whether the words are enough to tell: they stand here alone now, as they did then. */
function isDistinctive(best: Scored, isAlone: boolean, search: Search): boolean {
  if (!best.isVerbatim || !isAlone || search.query.repeated) return false;
  return (
    search.quote.length >= thresholds.distinctive ||
    evidenceFor(best, search) >= thresholds.evidenceAlone
  );
}

/** `null` where the best place is not good enough. */
function judge(best: Scored, isAlone: boolean, search: Search): 'exact' | 'moved' | null {
  const isSupported =
    best.support === null || (isAmongItsContext(best) && hasEvidence(best, search));
  if (!isSupported && !isDistinctive(best, isAlone, search)) return null;
  return best.isVerbatim && isAmongItsContext(best) ? 'exact' : 'moved';
}

/**
 * Whether a place, though it may not be good enough by itself, could be the passage as well as the
 * best one. Against words that stand outside of their context everything like them counts.
 */
function isRival(place: Scored, best: Scored): boolean {
  return place.isVerbatim || isAmongItsContext(place) || !isAmongItsContext(best);
}

function toCandidate({ running }: Search, place: Scored): Candidate {
  return {
    passages: running.toParts(place),
    text: running.verbatim(place),
    score: place.score,
  };
}

/** Whether the best place is so good that none with more errors could be the passage instead. */
function isSettled([best, second]: readonly Scored[]): boolean {
  if (best === undefined || !isAhead(best, second)) return false;
  return best.support === null ? best.isVerbatim : best.support.share >= thresholds.strongSupport;
}

/** The places that compete, the best first: with no errors, with few, with as many as are allowed. */
function placesFor(search: Search): readonly Scored[] {
  const verbatim = verbatimPlaces(search);
  if (isSettled(verbatim)) return verbatim;
  const withErrors = (share: number): readonly Scored[] =>
    [...verbatim, ...similarPlaces(search, verbatim, share)].toSorted(byScore);
  const near = withErrors(thresholds.fewQuoteErrors);
  return isSettled(near) ? near : withErrors(thresholds.quoteErrors);
}

function decide(search: Search): Anchoring {
  const places = placesFor(search);
  const isAlone = places.filter(({ isVerbatim }) => isVerbatim).length === 1;
  const judged = places.map((place) => ({ place, resolution: judge(place, isAlone, search) }));
  const unsure = (resolution: 'ambiguous' | 'orphan'): Anchoring => ({
    resolution,
    candidates: places.slice(0, mostCandidates).map((place) => toCandidate(search, place)),
  });
  const best = judged.find(({ resolution }) => resolution !== null);
  if (best?.resolution == null) return unsure('orphan');
  const rival = judged.find((other) => other !== best && isRival(other.place, best.place));
  if (!isAhead(best.place, rival?.place)) return unsure('ambiguous');
  return { resolution: best.resolution, place: toCandidate(search, best.place) };
}

/**
 * Finds a passage in a briefing's text. In the very text that was marked, its position counts. In
 * any other, all places where its quote stands verbatim or similarly compete by quote and context;
 * the best is taken only if it is good enough and clearly better than the second best. A mark in the
 * wrong place is worse than one that says that it lost its place.
 */
export function anchor(running: RunningText, query: AnchorQuery): Anchoring {
  const quote = normaliseQuote(query.exact);
  if (quote.trim() === '') return { resolution: 'orphan', candidates: [] };
  const context = { prefix: normaliseQuote(query.prefix), suffix: normaliseQuote(query.suffix) };
  const search = { running, query, quote, ...context };
  const inPosition = placeInPosition(search);
  if (inPosition === null) return decide(search);
  return { resolution: 'exact', place: toCandidate(search, inPosition) };
}
