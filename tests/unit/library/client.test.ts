import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { startLibraryClient } from '../../../electron/library/client.ts';

const forked = vi.hoisted(() => ({ calls: [] as (readonly unknown[])[] }));

vi.mock('electron', () => ({
  utilityProcess: {
    fork: (...values: readonly unknown[]) => {
      forked.calls.push(values);
      return Object.assign(new EventEmitter(), { postMessage: vi.fn(), kill: () => true });
    },
  },
}));

it('starts the library in a utility process with its catalog and its roots', () => {
  startLibraryClient({ roots: ['/news', '/more news'], catalogFile: '/data/catalog.sqlite' });
  expect(forked.calls).toEqual([
    [
      expect.stringMatching(/[\\/]library-process\.js$/),
      ['/data/catalog.sqlite', '/news', '/more news'],
      { serviceName: 'Readout library' },
    ],
  ]);
});
