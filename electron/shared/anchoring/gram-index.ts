import type { Passage } from './passage.ts';

/**
 * The length of a gram, in code units. Longer ones are rarer and so tell more, but the more errors
 * are allowed the fewer of them are sure to be left: with a fifth of a pattern, four is the longest.
 */
const gramLength = 4;
/** The narrowest band of diagonals that votes are counted for. */
const narrowestBand = 16;

const bucketCount = 1 << 16;

/** A mix of the four code units of a gram, in 16 bits; several grams may have the same one. */
function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + gramLength; index += 1) {
    hash = Math.imul(hash, 0x2f0b) + text.charCodeAt(index);
  }
  return (hash ^ (hash >>> 16)) & 0xffff;
}

/** Two ranges that touch become one. Expects them in order. */
function mergeRanges(ranges: readonly Passage[]): readonly Passage[] {
  const merged: Passage[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}

/**
 * Tells where in a text a pattern may stand with a few errors, so that only there one has to look
 * closely. It misses none, by the q-gram lemma: a match with `k` errors shares at least
 * `m - q + 1 - k·q` of the pattern's `m - q + 1` grams, all on diagonals at most `k` apart.
 *
 * @see P. Jokinen, E. Ukkonen, "Two algorithms for approximate string matching in static texts"
 *   (MFCS 1991), the lemma; W. Rasmussen, J. Stoye, E. Myers, "Efficient q-gram filters for finding
 *   all ε-matches over a given length" (2006), the counting by diagonals.
 */
export class GramIndex {
  readonly #length: number;
  /** Positions of grams, grouped by hash: those of hash `h` from `#heads[h]` to `#heads[h + 1]`. */
  readonly #positions: Uint32Array;
  readonly #heads = new Uint32Array(bucketCount + 1);

  constructor(text: string) {
    this.#length = text.length;
    const count = Math.max(0, text.length - gramLength + 1);
    this.#positions = new Uint32Array(count);
    for (let at = 0; at < count; at += 1) this.#count(hashAt(text, at) + 1);
    for (let hash = 0; hash < bucketCount; hash += 1) {
      this.#heads[hash + 1] = this.#head(hash + 1) + this.#head(hash);
    }
    const next = this.#heads.slice();
    for (let at = 0; at < count; at += 1) {
      const hash = hashAt(text, at);
      const place = next[hash] ?? 0;
      this.#positions[place] = at;
      next[hash] = place + 1;
    }
  }

  /** The ranges that hold every match of `pattern` with at most `errors` errors, in order. */
  rangesFor(pattern: string, errors: number): readonly Passage[] {
    const needed = pattern.length - gramLength + 1 - errors * gramLength;
    if (needed <= 0) return [{ start: 0, end: this.#length }];
    const width = Math.max(narrowestBand, 2 * errors + 1);
    const votes = this.#vote(pattern, width);
    const ranges: Passage[] = [];
    for (let bucket = 0; bucket + 1 < votes.length; bucket += 1) {
      if ((votes[bucket] ?? 0) + (votes[bucket + 1] ?? 0) < needed) continue;
      const start = bucket * width - pattern.length;
      ranges.push({
        start: Math.max(0, start - errors),
        end: Math.min(this.#length, start + 2 * width + pattern.length + errors),
      });
    }
    return mergeRanges(ranges);
  }

  /** How many grams of the pattern stand on each band of diagonals. */
  #vote(pattern: string, width: number): Uint32Array {
    const votes = new Uint32Array(Math.ceil((this.#length + pattern.length) / width) + 2);
    for (let at = 0; at + gramLength <= pattern.length; at += 1) {
      const hash = hashAt(pattern, at);
      const end = this.#head(hash + 1);
      for (let index = this.#head(hash); index < end; index += 1) {
        const diagonal = (this.#positions[index] ?? 0) - at + pattern.length;
        const band = Math.floor(diagonal / width);
        votes[band] = (votes[band] ?? 0) + 1;
      }
    }
    return votes;
  }

  #head(hash: number): number {
    return this.#heads[hash] ?? 0;
  }

  #count(hash: number): void {
    this.#heads[hash] = this.#head(hash) + 1;
  }
}
