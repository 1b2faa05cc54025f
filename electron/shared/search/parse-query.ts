import type { ParsedQuery } from './query.ts';
import { readLexemes } from './query-lexeme.ts';
import { QueryParser } from './query-parser.ts';

/**
 * Reads a query as a reader types it. It never throws: what cannot be read is left out of the tree
 * and told as a fault with its place.
 *
 * - `storm flood` (also `storm AND flood`): both; `storm OR flood` (also `|`): one of them; words
 *   side by side bind more tightly than `OR`; parentheses group.
 * - `"storm surge"`: words that follow each other; so do words that signs join (`air-defense`).
 *   `stor*`: the beginning of a word. The word that the query ends with is one too, as it may still
 *   be typed, unless it is excluded.
 * - `-storm`, `NOT storm`: not this.
 * - `headline:`, `caption:`, `credit:`, `text:`, `note:` before a word, a phrase or a group:
 *   only there. `http://…` and other words with a colon are words.
 * - `source:Reuters`: a source whose name contains this (`source:"Getty Im"*` with spaces);
 *   `source:"Reuters"`: the source with just this name. `agency:`, `path:`: contain this.
 * - `tag:energy`: this tag or one inside of it; `color:yellow`; `lang:uk`; `is:…`, `has:…`.
 * - `after:2025-11`: from its first day on; `before:2025-11`: until the day before it; `on:2025-11`:
 *   in it. Dates are the forms of `query-date.ts`, with or without quotation marks.
 *
 * A quotation or parenthesis that is not closed is a fault, and reaches to the end of the query.
 *
 * @param today The day that relative dates count from, `YYYY-MM-DD`.
 */
export function parseQuery(text: string, today: string): ParsedQuery {
  const parser = new QueryParser(readLexemes(text), today);
  const query = parser.read();
  return { query, faults: parser.faults };
}
