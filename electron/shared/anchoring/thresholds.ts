/**
 * When a place counts as the passage that was marked. One place for all of them; the measurements
 * that set them are in docs/decisions/0004-anchoring.md.
 */
export const thresholds = {
  /** How much of a quote may differ, as a share of its length, for a place to be similar. */
  quoteErrors: 0.25,
  /** The same for the first look: so few errors are found much faster, and are what most edits make. */
  fewQuoteErrors: 0.08,
  /** Shorter quotes, in UTF-16 code units, are found verbatim or not at all. */
  shortestSimilar: 12,
  /** How much of a prefix or a suffix may differ before that side tells nothing. */
  contextErrors: 0.5,
  /** How far, in code units, a context may have drifted from its passage. */
  contextDrift: 16,
  /** What a context loses for each code unit that it drifted, in errors. */
  driftPenalty: 1,
  /** The mean of both sides from which the context supports a place. */
  support: 0.5,
  /** How many code units of quote and context together have to agree. */
  evidence: 36,
  /** Or, in a text too short for that, this share of all that is known. */
  evidenceShare: 0.9,
  /** As many, where the quote stands verbatim in one place only, then and now. */
  evidenceAlone: 24,
  /** The mean of both sides from which a verbatim quote needs no comparison with similar ones. */
  strongSupport: 0.75,
  /** A verbatim quote of this length that stands in one place only, then and now, needs no context. */
  distinctive: 12,
  /** How far the best place must be ahead of the second best, in score. */
  lead: 0.2,
  /** The same for a place where quote and context stand verbatim. */
  leadOfWhole: 0.05,
} as const;
