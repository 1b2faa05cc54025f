import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReferences } from '../../../electron/references.ts';
import { briefingId, fakeLibrary, fakeNotes, listing } from './fakes.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const id = briefingId(1);
const stored = {
  id,
  fingerprint: null,
  path: '/news/1.txt',
  fileName: '1.txt',
  headline: 'Stored',
  source: null,
  date: null,
};
const knowsNothing = fakeLibrary({ find: () => Promise.resolve([]) });
const notes = fakeNotes({ references: () => [stored] });

describe('createReferences', () => {
  it('takes what the library says, and no more of it than a reference holds', async () => {
    const library = fakeLibrary({ find: () => Promise.resolve([listing(1, 'Current')]) });
    const references = createReferences(library, notes);
    references.remember(listing(1, 'Opened'));
    await expect(references.find(id)).resolves.toEqual({
      id,
      fingerprint: listing(1).fingerprint,
      path: '/news/1.txt',
      fileName: '1.txt',
      headline: 'Current',
      source: null,
      date: null,
    });
  });

  it('takes the briefing as it was opened where its file is gone', async () => {
    const references = createReferences(knowsNothing, notes);
    references.remember(listing(1, 'Opened'));
    await expect(references.find(id)).resolves.toMatchObject({ headline: 'Opened' });
  });

  it('takes what is stored with the marks where it was not opened either', async () => {
    await expect(createReferences(knowsNothing, notes).find(id)).resolves.toEqual(stored);
  });

  it('finds nothing for a briefing that nothing is known of', async () => {
    await expect(createReferences(knowsNothing, notes).find(briefingId(2))).resolves.toBeNull();
  });

  it.each([
    ['has ended', () => Promise.reject(new Error('ended'))],
    ['does not answer', () => new Promise<never>(() => undefined)],
  ])('does without a library that %s', async (_state, find) => {
    const found = createReferences(fakeLibrary({ find }), notes).find(id);
    await vi.runAllTimersAsync();
    await expect(found).resolves.toEqual(stored);
  });
});
