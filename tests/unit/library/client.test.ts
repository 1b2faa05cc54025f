import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { startLibraryClient } from '../../../electron/library/client.ts';
import { rootOf } from '../../../electron/library/root-of.ts';

const forked = vi.hoisted(() => ({
  calls: [] as (readonly unknown[])[],
  ends: [] as (() => void)[],
}));

vi.mock('electron', () => ({
  utilityProcess: {
    fork: (...values: readonly unknown[]) => {
      forked.calls.push(values);
      const started = new EventEmitter();
      forked.ends.push(() => started.emit('exit', 1));
      return Object.assign(started, {
        postMessage: () => null,
        kill: () => true,
      });
    },
  },
}));

it('starts the library in a utility process, and again with the roots that it has by then', () => {
  const options = {
    roots: [rootOf('/news'), rootOf('/more news', ['*.md'])],
    catalogFile: '/data/catalog.sqlite',
    readingFile: '/data/reading.sqlite',
    isWatching: true,
  };
  const library = startLibraryClient(options);
  void library.setRoots([rootOf('/other')]).catch(() => null);
  forked.ends[0]?.();
  const expected = [options, { ...options, roots: [rootOf('/other')] }];
  const given = forked.calls.map(([, values]): unknown =>
    JSON.parse(String((values as string[])[0])),
  );
  expect(given).toEqual(expected);
  for (const [entry, , rest] of forked.calls) {
    expect(entry).toMatch(/[\\/]library-process\.js$/);
    expect(rest).toMatchObject({ serviceName: 'Readout library' });
  }
});
