import type { RootStatus, ViewCounts } from '../../electron/shared/model/listing.ts';
import { rootQuery } from '../../electron/shared/search/print-query.ts';

/** A view of the library: a query with a name. */
export interface View {
  readonly query: string;
  readonly label: string;
  /** `null` while it is not counted. */
  readonly count: number | null;
}

/** The queries of the views that are always there. */
export const viewQueries = {
  all: '',
  // What cannot be read would stay in it for ever.
  unread: 'is:unread -is:problem',
  pinned: 'is:pinned',
  changed: 'is:changed',
  bookmarked: 'is:bookmarked',
  annotated: '(has:note OR has:highlight)',
  problems: 'is:problem',
} as const;

type ViewName = keyof typeof viewQueries;

const labels: Readonly<Record<ViewName, string>> = {
  all: 'All briefings',
  unread: 'Unread',
  pinned: 'Pinned',
  changed: 'Changed',
  bookmarked: 'Bookmarked',
  annotated: 'With notes',
  problems: 'Problems',
};

/** Views that are only there while something is in them. */
const occasional: readonly ViewName[] = ['changed', 'problems'];

/** The views at the top of the sidebar; an occasional one stays while it is the chosen one. */
export function mainViews(counts: ViewCounts | null, chosen: string): readonly View[] {
  const names = Object.keys(labels) as ViewName[];
  return names
    .map((name) => ({ name, query: viewQueries[name], count: counts?.[name] ?? null }))
    .filter(({ name, query, count }) => {
      return !occasional.includes(name) || query === chosen || (count ?? 0) > 0;
    })
    .map(({ name, query, count }) => ({ query, count, label: labels[name] }));
}

/** The last part of a folder's path, of any system. */
export function folderName(folder: string): string {
  return folder.split(/[\\/]/).findLast((name) => name !== '') ?? folder;
}

export function rootView({ id, path, briefingCount }: RootStatus): View {
  return { query: rootQuery(id), label: folderName(path), count: briefingCount };
}

/** What a view is called: by its name if it has one, else by its query. */
export function labelOfView(
  query: string,
  roots: readonly RootStatus[],
  saved: readonly { readonly name: string; readonly query: string }[],
): string {
  const named = [
    ...mainViews(null, query),
    ...roots.map(rootView),
    ...saved.map(({ name, query: text }) => ({ label: name, query: text })),
  ].find((view) => view.query === query);
  const quotedValue = /^(?:source|tag):"(?<value>.*)"$/su.exec(query)?.groups?.['value'];
  return named?.label ?? quotedValue?.replaceAll('""', '"') ?? query;
}
