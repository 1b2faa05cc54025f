import type { CatalogEntry } from '../catalog/catalog-writer.ts';

/** How long a file that went is waited for elsewhere, and the other way round, in milliseconds. */
const window = 10_000;

interface Seen {
  readonly id: string;
  readonly at: number;
}

/** A briefing whose file stands elsewhere now. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * Tells which of the files that went and came are one file that was moved: those with the same
 * contents, in either order, within a few seconds.
 */
export class MoveTracker {
  readonly #gone = new Map<string, Seen>();
  readonly #come = new Map<string, Seen>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes what went and came, and answers the moves that this completes. */
  take(removed: readonly CatalogEntry[], added: readonly CatalogEntry[]): readonly Move[] {
    const moves: Move[] = [];
    for (const { id, fingerprint } of removed) {
      const to = fingerprint === null ? undefined : this.#match(this.#come, fingerprint);
      if (to !== undefined && to !== id) moves.push({ from: id, to });
      else if (fingerprint !== null) this.#gone.set(fingerprint, { id, at: this.#now() });
    }
    for (const { id, fingerprint } of added) {
      const from = fingerprint === null ? undefined : this.#match(this.#gone, fingerprint);
      if (from !== undefined && from !== id) moves.push({ from, to: id });
      else if (fingerprint !== null) this.#come.set(fingerprint, { id, at: this.#now() });
    }
    return moves;
  }

  /** Forgets what is too long ago, but for what came while a scan runs that has not ended. */
  forget(scanStartedAt: number | null): void {
    const oldest = Math.min(scanStartedAt ?? Infinity, this.#now() - window);
    for (const seen of [this.#gone, this.#come]) {
      for (const [fingerprint, { at }] of seen) if (at < oldest) seen.delete(fingerprint);
    }
  }

  #match(seen: Map<string, Seen>, fingerprint: string): string | undefined {
    const found = seen.get(fingerprint);
    seen.delete(fingerprint);
    return found?.id;
  }
}
