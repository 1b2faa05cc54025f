import { describe, expect, it } from 'vitest';
import { missingText, remainingText } from '../../../../renderer/shell/library-status.ts';
import { FakeRoots } from '../../../support/fake-roots.ts';

describe('the time that a scan may still take', () => {
  it.each([
    [0, 'a few seconds left'],
    [9000, 'a few seconds left'],
    [12_000, 'about 20 s left'],
    [59_000, 'about 60 s left'],
    [60_000, 'about 1 min left'],
    [121_000, 'about 3 min left'],
  ])('%d milliseconds: %s', (remaining, text) => {
    expect(remainingText(remaining)).toBe(text);
  });
});

describe('folders that are not there', () => {
  it.each([
    [['/a/One'], null],
    [['/a/One', { path: '/a/Two', state: 'gone' }], 'Two is not there'],
    [[{ path: '/a/Two', state: 'unreadable' }], 'Two cannot be read'],
    [
      [
        { path: '/a/Two', state: 'gone' },
        { path: '/a/Three', state: 'gone' },
      ],
      '2 folders cannot be read',
    ],
  ] as const)('%j: %s', (roots, text) => {
    expect(missingText(new FakeRoots(roots).statuses([]))).toBe(text);
  });
});
