import type { Query, Words } from './query.ts';
import { shiftDay } from './query-date.ts';

/** What a bare word may be made of; it may begin with more than what `printWords` gives. */
const bare = /^[^\s()|"\u201c-\u201f*]+$/u;

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function printValue(text: string): string {
  return bare.test(text) ? text : quote(text);
}

/** @param isLast A bare word at the end would be read as the beginning of one. */
function printWords({ field, tokens, isPrefix }: Words, isLast: boolean): string {
  const [first = ''] = tokens;
  const isBare = tokens.length === 1 && (isPrefix || !isLast);
  const words = isBare ? first : quote(tokens.join(' '));
  return `${field === null ? '' : `${field}:`}${words}${isPrefix ? '*' : ''}`;
}

/** A word with an asterisk is read as the beginning of one, and so is a name. */
function printSource(source: string, isWhole: boolean): string {
  if (isWhole) return `source:${quote(source)}`;
  return bare.test(source) ? `source:${source}` : `source:${quote(source)}*`;
}

function printDays(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return from === to ? `on:${from}` : `on:${from}..${to}`;
  if (from !== null) return `after:${from}`;
  const end = to && shiftDay(to, 1);
  return end === null ? '' : `before:${end}`;
}

function printGroup(queries: readonly Query[], isLast: boolean, separator: string): string {
  const last = queries.length - 1;
  return queries
    .map((query, index) => printPart(query, isLast && index === last, separator === ' '))
    .filter((text) => text !== '')
    .join(separator);
}

/** Alternatives need parentheses inside of what is joined, and groups inside of a negation. */
function printPart(query: Query, isLast: boolean, isTight: boolean): string {
  const isGroup = query.kind === 'or' && isTight;
  return isGroup ? `(${print(query, false)})` : print(query, isLast);
}

function printNot(query: Query, isLast: boolean): string {
  const isGroup = query.kind === 'and' || query.kind === 'or';
  return isGroup ? `-(${print(query, false)})` : `-${print(query, isLast)}`;
}

function print(query: Query, isLast: boolean): string {
  switch (query.kind) {
    case 'words':
      return printWords(query, isLast);
    case 'and':
      return printGroup(query.queries, isLast, ' ');
    case 'or':
      return printGroup(query.queries, isLast, ' OR ');
    case 'not':
      return printNot(query.query, isLast);
    case 'date':
      return printDays(query.from, query.to);
    default:
      return printFilter(query);
  }
}

type Filter = Exclude<Query, { readonly kind: 'words' | 'and' | 'or' | 'not' | 'date' }>;

function printFilter(query: Filter): string {
  switch (query.kind) {
    case 'is':
      return `is:${query.standing}`;
    case 'has':
      return `has:${query.possession}`;
    case 'source':
      return printSource(query.source, query.isWhole);
    case 'agency':
      return `agency:${printValue(query.agency)}`;
    case 'tag':
      return `tag:${printValue(query.tag)}`;
    case 'color':
      return `color:${query.color}`;
    case 'path':
      return `path:${printValue(query.path)}`;
    case 'language':
      return `lang:${query.language}`;
    case 'root':
      return `root:${query.root}`;
  }
}

/**
 * Writes a query so that `parseQuery` reads the same tree from it, without faults. Empty for a query
 * that everything satisfies.
 */
export function printQuery(query: Query): string {
  return print(query, true);
}

/** The query of the view of a source, by its name as it stands in the files. */
export function sourceQuery(source: string): string {
  return `source:${quote(source)}`;
}

/** The query of the view of a tag and those inside of it. */
export function tagQuery(tag: string): string {
  return `tag:${quote(tag)}`;
}

/** The query of the view of a folder, by its id. */
export function rootQuery(root: string): string {
  return `root:${root}`;
}
