import type { DateProvenance } from '../model/briefing.ts';

/** Milliseconds since the Unix epoch as `2026-11-24 14:02 UTC`. */
export function momentOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Where a briefing's date comes from, for a person: `from the front matter`. */
export function basisOf(provenance: DateProvenance): string {
  return provenance === 'inferred' ? 'inferred from the text' : `from the ${provenance}`;
}
