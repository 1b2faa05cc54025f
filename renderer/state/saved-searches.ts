import type { Problem } from '../../electron/shared/model/problem.ts';
import type { SavedSearch } from '../../electron/shared/model/settings.ts';
import { failure, type Result, success } from '../../electron/shared/result.ts';

/** The longest name of a saved search, in UTF-16 code units. */
export const longestSearchName = 80;

/** The longest query of a saved search, in UTF-16 code units. */
const longestQuery = 1000;

/** More searches than this are not kept. */
export const mostSearches = 200;

type Searches = readonly SavedSearch[];

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Why a name cannot be taken; `null` where it can. */
function problemOf(name: string, others: Searches): Problem | null {
  const refuse = (message: string): Problem => ({ kind: 'unwritable', message });
  if (name === '') return refuse('The name has no letter. Type one.');
  if (name.length > longestSearchName)
    return refuse('This name is too long. Choose a shorter one.');
  return others.some((search) => isSameName(search.name, name))
    ? refuse(`There is a saved search “${name}” already. Choose another name.`)
    : null;
}

/** Adds a search under a name that no other one has. */
export function withSearch(
  searches: Searches,
  name: string,
  query: string,
): Result<Searches, Problem> {
  if (searches.length >= mostSearches) {
    const message = `There is room for ${mostSearches} saved searches. Delete one first.`;
    return failure({ kind: 'unwritable', message });
  }
  if (query.length > longestQuery) {
    const message = 'This search is too long to be saved. Make it shorter.';
    return failure({ kind: 'unwritable', message });
  }
  const problem = problemOf(name.trim(), searches);
  if (problem !== null) return failure(problem);
  return success([...searches, { name: name.trim(), query }]);
}

export function renameSearch(
  searches: Searches,
  from: string,
  to: string,
): Result<Searches, Problem> {
  const name = to.trim();
  const others = searches.filter((search) => search.name !== from);
  const problem = problemOf(name, others);
  if (problem !== null) return failure(problem);
  return success(searches.map((search) => (search.name === from ? { ...search, name } : search)));
}

export function withoutSearch(searches: Searches, name: string): Searches {
  return searches.filter((search) => search.name !== name);
}

/** Both queries as one that finds what fits both. What is an alternative is put in parentheses. */
export function joinQueries(...queries: readonly string[]): string {
  const parts = queries.map((query) => query.trim()).filter((query) => query !== '');
  if (parts.length < 2) return parts.join('');
  return parts.map((part) => (/(?:^|\s)OR\s|\|/u.test(part) ? `(${part})` : part)).join(' ');
}
