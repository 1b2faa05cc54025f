import type { Library } from '../../../electron/library/library.ts';
import { libraryRowsPerPage } from '../../../renderer/state/library-store.ts';
import { print, quantile, round } from '../report.ts';
import { isInstalled, measureRipgrep } from './baseline.ts';
import { queryKinds } from './queries.ts';
import { type MeasuredFolders, openMeasured } from './scanning.ts';

async function timeQuery(library: Library, text: string): Promise<number> {
  const filter = { view: '', text, order: 'newest' } as const;
  const started = performance.now();
  await library.query({ filter, offset: 0, limit: libraryRowsPerPage });
  return performance.now() - started;
}

/** The p99 of each kind of query over the library in this process, in milliseconds. */
export async function measureQueries(
  folders: MeasuredFolders,
  size: number,
): Promise<ReadonlyMap<string, number>> {
  const library = openMeasured(folders, false);
  const found = new Map<string, number>();
  for (const { name, target, queries } of queryKinds()) {
    for (const text of queries.slice(0, 10)) await timeQuery(library, text);
    const times: number[] = [];
    for (const text of queries) times.push(await timeQuery(library, text));
    const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
    found.set(name, p99);
    print({ what: `query: ${name}`, size, p50: round(p50), p99: round(p99), target });
  }
  await library.close();
  return found;
}

/** The same words with ripgrep on the same files, once warm; says so where it is not installed. */
export async function measureAgainstRipgrep(folders: MeasuredFolders): Promise<void> {
  if (!isInstalled('rg')) {
    print({ what: 'query against ripgrep', skipped: 'ripgrep is not installed' });
    return;
  }
  const kind = queryKinds().find(({ name }) => name === 'word');
  const words = (kind?.queries ?? []).slice(0, 12);
  measureRipgrep(folders.root, ['-w'], 'warm');
  const library = openMeasured(folders, false);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const text of words) {
    await timeQuery(library, text);
    ours.push(await timeQuery(library, text));
    theirs.push(measureRipgrep(folders.root, ['-w'], text.trim()));
  }
  await library.close();
  const [own, other] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
  print({
    what: 'query against ripgrep, warm',
    ms: round(own),
    ripgrep: round(other),
    faster: round(other / own),
    target: 50,
  });
}
