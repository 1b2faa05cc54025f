/**
 * The query language as a tree. Words are folded (fold.ts) and cut into tokens as the index has
 * them (tokens.ts); everything that is not words is a filter.
 */

/** Where words of a query are looked for; `null` in a {@link Words} means everywhere. */
export type TextField = 'headline' | 'text' | 'caption' | 'credit' | 'note';

/** Words that follow each other: a phrase, or a single word. */
export interface Words {
  readonly kind: 'words';
  readonly field: TextField | null;
  /** Folded tokens, at least one. */
  readonly tokens: readonly string[];
  /** The last token is only the beginning of a word. */
  readonly isPrefix: boolean;
}

/** What can be asked of a briefing after `is:`. */
export type Standing =
  'unread' | 'reading' | 'read' | 'pinned' | 'changed' | 'bookmarked' | 'problem' | 'copy';

/** What a briefing can be asked to have after `has:`. */
export type Possession = 'note' | 'highlight' | 'image' | 'tag' | 'bookmark';

/** A query. An empty `and` lets everything through. */
export type Query =
  | Words
  | { readonly kind: 'and'; readonly queries: readonly Query[] }
  | { readonly kind: 'or'; readonly queries: readonly Query[] }
  | { readonly kind: 'not'; readonly query: Query }
  /** Days `YYYY-MM-DD`, both inclusive; `null` for no limit on that side. */
  | { readonly kind: 'date'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'is'; readonly standing: Standing }
  | { readonly kind: 'has'; readonly possession: Possession }
  /** The folded name of the source: the whole of it, or letters that it contains. */
  | { readonly kind: 'source'; readonly source: string; readonly isWhole: boolean }
  /** Folded words that the agency of one of the briefing's figures contains. */
  | { readonly kind: 'agency'; readonly agency: string }
  /** A tag of an annotation, or one inside of it. */
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'color'; readonly color: 'yellow' | 'green' | 'blue' | 'pink' | 'purple' }
  /** Folded letters that the file's path contains. */
  | { readonly kind: 'path'; readonly path: string }
  /** The primary language subtag, in lower case: `uk`. */
  | { readonly kind: 'language'; readonly language: string }
  /** The id of a root. Not meant to be typed: the view of a root is this query. */
  | { readonly kind: 'root'; readonly root: string };

/** Something wrong in a query; what is wrong is left out of the tree. */
export interface QueryFault {
  /** UTF-16 code units of the query as typed, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** One sentence: what is wrong and what could stand there. */
  readonly message: string;
}

/** A query as it was read. */
export interface ParsedQuery {
  readonly query: Query;
  readonly faults: readonly QueryFault[];
}
