import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFlush, flushLimit } from '../../../electron/flush.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('createFlush', () => {
  it.each([true, false])('resolves with the answer of the page: %s', async (allSaved) => {
    const flush = createFlush(() => flush.confirm(allSaved));
    await expect(flush.ask()).resolves.toBe(allSaved);
  });

  it('takes silence for "not saved"', async () => {
    const flush = createFlush(() => undefined);
    const answer = flush.ask();
    await vi.advanceTimersByTimeAsync(flushLimit);
    await expect(answer).resolves.toBe(false);
  });

  it('asks once while a question is open, and again after its answer', async () => {
    const askPage = vi.fn();
    const flush = createFlush(askPage);
    const answers = [flush.ask(), flush.ask()];
    expect(askPage).toHaveBeenCalledTimes(1);
    flush.confirm(true);
    await expect(Promise.all(answers)).resolves.toEqual([true, true]);
    void flush.ask();
    expect(askPage).toHaveBeenCalledTimes(2);
  });

  it('does not take an answer from before for the answer to a later question', async () => {
    const flush = createFlush(() => undefined);
    flush.confirm(true);
    const answer = flush.ask();
    await vi.advanceTimersByTimeAsync(flushLimit);
    await expect(answer).resolves.toBe(false);
  });
});
