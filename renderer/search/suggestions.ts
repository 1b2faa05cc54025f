import { fold } from '../../electron/shared/search/fold.ts';
import { colors, possessions, standings } from '../../electron/shared/search/query-filter.ts';

/** What the library has that can stand in a query. */
export interface KnownValues {
  readonly sources: readonly string[];
  readonly tags: readonly string[];
}

/** What can take the place of a stretch of the query, in UTF-16 code units. */
export interface Suggestions {
  readonly start: number;
  readonly end: number;
  readonly options: readonly string[];
}

const mostOptions = 8;

const none: Suggestions = { start: 0, end: 0, options: [] };

function valuesOf(field: string, { sources, tags }: KnownValues): readonly string[] {
  switch (field) {
    case 'is':
      return standings;
    case 'has':
      return possessions;
    case 'color':
      return colors;
    case 'source':
      return sources;
    case 'tag':
      return tags;
    default:
      return [];
  }
}

/** A value as a query has it. A source is quoted, so that it is just this one. */
function written(field: string, value: string): string {
  const isBare = field !== 'source' && /^[\p{L}\p{N}/_-]+$/u.test(value);
  return isBare ? value : `"${value.replaceAll('"', '""')}"`;
}

/** The values that the field right before the caret can have, and that fit what follows it. */
export function suggestValues(text: string, caret: number, known: KnownValues): Suggestions {
  const typed = /(?<field>[a-z]+):(?<value>"[^"]*|[^\s"()]*)$/iu.exec(text.slice(0, caret));
  const field = typed?.groups?.['field']?.toLowerCase() ?? '';
  const value = typed?.groups?.['value'] ?? '';
  const words = fold(value.replaceAll('"', ''));
  const options = valuesOf(field, known)
    .filter((one) => fold(one).includes(words) && written(field, one) !== value)
    .toSorted((one, other) => {
      return Number(fold(other).startsWith(words)) - Number(fold(one).startsWith(words));
    })
    .slice(0, mostOptions)
    .map((one) => written(field, one));
  return options.length === 0 ? none : { start: caret - value.length, end: caret, options };
}
