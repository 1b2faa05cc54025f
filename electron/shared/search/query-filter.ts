import { normaliseTag } from '../model/tag.ts';
import { fold } from './fold.ts';
import type { Possession, Query, Standing, TextField } from './query.ts';
import { readDays, shiftDay } from './query-date.ts';
import type { FieldName, Value } from './query-lexeme.ts';

/** A field whose value is no words. */
export type FilterName = Exclude<FieldName, TextField>;

type Color = (Query & { readonly kind: 'color' })['color'];

/** What can stand after `is:`. */
export const standings: readonly Standing[] = [
  'unread',
  'reading',
  'read',
  'pinned',
  'changed',
  'bookmarked',
  'problem',
  'copy',
];

/** What can stand after `has:`. */
export const possessions: readonly Possession[] = ['note', 'highlight', 'image', 'tag', 'bookmark'];

/** What can stand after `color:`. */
export const colors: readonly Color[] = ['yellow', 'green', 'blue', 'pink', 'purple'];

/** What can stand after a field, as the end of a sentence. */
const expectations: Readonly<Record<FilterName, string>> = {
  agency: 'the name of an agency, such as Reuters or "Getty Images"',
  tag: 'a tag, such as energy/grid',
  source: 'the name of a source, such as Reuters or "Harbour Post"',
  color: `one of ${colors.join(', ')}`,
  after: 'a date, such as 2025-11-19, 2025-11, 19 Nov 2025, yesterday or 7 days ago',
  before: 'a date, such as 2025-11-19, 2025-11, 19 Nov 2025, yesterday or 7 days ago',
  on: 'a date, such as 2025-11-19, 2025-11, 19 Nov 2025, last week or 2025-11-01..2025-11-15',
  is: `one of ${standings.join(', ')}`,
  has: `one of ${possessions.join(', ')}`,
  path: 'letters of a file’s path, such as 2025/november',
  lang: 'the code of a language, such as en or uk',
  root: 'the id of a folder of the library; the sidebar has a view for each',
};

/** What can stand after a field, as the end of a sentence. */
export function expectationOf(field: FieldName): string {
  return isFilterName(field)
    ? expectations[field]
    : 'a word, a "phrase" or several of them in parentheses';
}

/** Whether a field takes something else than words. */
export function isFilterName(field: FieldName): field is FilterName {
  return field in expectations;
}

function oneOf<Name extends string>(names: readonly Name[], typed: string): Name | null {
  return names.find((name) => name === typed.toLowerCase()) ?? null;
}

/**
 * Days that begin (`after:`) with the first day of a date, end before it (`before:`), or are its
 * own (`on:`). So `after:2025-11 before:2025-12` is November.
 */
function readDateFilter(
  field: 'after' | 'before' | 'on',
  typed: string,
  today: string,
): Query | null {
  const days = readDays(typed, today);
  if (days === null) return null;
  if (field === 'on') return { kind: 'date', ...days };
  if (field === 'after') return { kind: 'date', from: days.from, to: null };
  const to = shiftDay(days.from, -1);
  return to === null ? null : { kind: 'date', from: null, to };
}

function readSource({ kind, isStarred }: Value, source: string): Query | null {
  return source === ''
    ? null
    : { kind: 'source', source, isWhole: kind === 'quotation' && !isStarred };
}

const languageTag = /^([a-z]{2,3})(?:[-_][a-z0-9_-]*)?$/i;

function readLanguage(typed: string): Query | null {
  const language = languageTag.exec(typed)?.[1]?.toLowerCase();
  return language === undefined ? null : { kind: 'language', language };
}

/** The filter that a field and its value make; `null` where the value is none of the field's. */
export function readFilter(field: FilterName, value: Value, today: string): Query | null {
  const typed = value.text.trim();
  const folded = fold(typed).trim();
  switch (field) {
    case 'after':
    case 'before':
    case 'on':
      return readDateFilter(field, typed, today);
    case 'source':
      return readSource(value, folded);
    case 'agency':
      return folded === '' ? null : { kind: 'agency', agency: folded };
    case 'path':
      return folded === '' ? null : { kind: 'path', path: folded };
    default:
      return readNamed(field, typed);
  }
}

type NamedFilter = 'tag' | 'color' | 'is' | 'has' | 'lang' | 'root';

function readNamed(field: NamedFilter, typed: string): Query | null {
  switch (field) {
    case 'tag': {
      const tag = normaliseTag(typed);
      return tag === null ? null : { kind: 'tag', tag };
    }
    case 'color': {
      const color = oneOf(colors, typed);
      return color && { kind: 'color', color };
    }
    case 'is': {
      const standing = oneOf(standings, typed);
      return standing && { kind: 'is', standing };
    }
    case 'has': {
      const possession = oneOf(possessions, typed);
      return possession && { kind: 'has', possession };
    }
    case 'lang':
      return readLanguage(typed);
    case 'root':
      return /^[0-9a-f]{16}$/.test(typed) ? { kind: 'root', root: typed } : null;
  }
}
