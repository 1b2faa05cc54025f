import { hash } from 'node:crypto';
import { normaliseQuote } from '../shared/anchoring/running-text.ts';
import type { Annotation, Target } from '../shared/model/annotation.ts';
import type { ImportedMark } from './imported-mark.ts';

/**
 * The id of a mark that has none: always the same for the same mark on the same briefing. Its colour
 * and its times do not count.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8 for UUIDs by a hash.
 */
export function derivedId({ kind, source, target, tags, note }: ImportedMark): string {
  const { briefingId, fingerprint, headline, source: publication, address } = source;
  const briefing = [briefingId, fingerprint, headline, publication, address];
  const digits = hash('sha256', JSON.stringify([kind, briefing, target, tags, note]));
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

/**
 * The words that a mark is on. Files of words do not tell a whole part from a passage, and put a note
 * on the whole briefing at its headline.
 */
function wordsOf(target: Target, headline: string): string {
  if (target.kind === 'briefing') return normaliseQuote(headline).trim();
  const quote = normaliseQuote(target.kind === 'part' ? target.quote : target.quote.exact).trim();
  return quote === '' && target.kind === 'part' ? target.part : quote;
}

/** The same words of the same file, but in another place. */
function isElsewhere(one: Target, other: Target): boolean {
  if (one.kind !== 'passage' || other.kind !== 'passage') return false;
  if (one.fingerprint === null || one.fingerprint !== other.fingerprint) return false;
  return one.part !== other.part || one.position.start !== other.position.start;
}

/** The annotations on one briefing, by what they say. */
export class SaidAlready {
  readonly #headline: string;
  readonly #targets = new Map<string, Target[]>();

  /** @param headline of the briefing. */
  constructor(headline: string, annotations: readonly Annotation[]) {
    this.#headline = headline;
    for (const annotation of annotations) this.add(annotation);
  }

  add(annotation: Annotation): void {
    const key = this.#keyOf(annotation);
    const targets = this.#targets.get(key);
    if (targets === undefined) this.#targets.set(key, [annotation.target]);
    else targets.push(annotation.target);
  }

  /** Whether there is one with the same quote, note and tags; its colour and times do not count. */
  has(annotation: Annotation): boolean {
    const targets = this.#targets.get(this.#keyOf(annotation)) ?? [];
    return targets.some((target) => !isElsewhere(target, annotation.target));
  }

  /** What is the same for two annotations that say the same of the same words. */
  #keyOf({ target, note, tags }: Annotation): string {
    const words = wordsOf(target, this.#headline);
    return JSON.stringify([words, note.trim(), [...new Set(tags)].toSorted()]);
  }
}
