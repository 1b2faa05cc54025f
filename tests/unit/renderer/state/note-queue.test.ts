import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnnotationDraft } from '../../../../electron/shared/model/annotation.ts';
import { NoteQueue, type Saving } from '../../../../renderer/state/note-queue.ts';
import { type FakeDesktop, fakeDesktop } from '../../../support/fake-desktop.ts';
import { annotationDraftOf, briefingId, markId, openedOf } from '../../shared/marks.ts';

function draftOf(note: string, number = 1): AnnotationDraft {
  return annotationDraftOf(number, { note });
}

function newQueue() {
  const desktop = fakeDesktop([openedOf(1)]);
  const announced: Saving[] = [];
  const queue = new NoteQueue(desktop.api, (saving) => announced.push(saving));
  return { desktop, queue, announced };
}

function sent(desktop: FakeDesktop): readonly string[] {
  return desktop.inputsOf('saveAnnotation').map(({ note }) => note);
}

function stored(desktop: FakeDesktop, number = 1): string | undefined {
  return desktop.annotations.get(markId(number))?.note;
}

const fullDisk = { kind: 'unwritable', message: 'The disk is full.' } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is typed', () => {
  it('is stored half a second after the last key, once', async () => {
    const { desktop, queue } = newQueue();
    for (const note of ['A', 'As', 'Ask']) {
      queue.add(draftOf(note));
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(sent(desktop)).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent(desktop)).toEqual(['Ask']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent(desktop)).toEqual(['Ask']);
  });

  it('is pending until it is stored', async () => {
    const { desktop, queue } = newQueue();
    const release = desktop.hold('saveAnnotation');
    queue.add(draftOf('Ask'));
    const flushed = queue.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect([...queue.pending.values()]).toEqual([draftOf('Ask')]);
    release();
    expect(await flushed).toBe(true);
    expect(queue.pending.size).toBe(0);
  });

  it('is announced as being saved, and then as saved', async () => {
    const { queue, announced } = newQueue();
    queue.add(draftOf('Ask'));
    expect(announced).toEqual([{ kind: 'saving' }]);
    await vi.advanceTimersByTimeAsync(500);
    expect(announced.at(-1)).toEqual({ kind: 'saved' });
  });

  it('on several notes is stored in the order in which the notes were begun', async () => {
    const { desktop, queue } = newQueue();
    queue.add(draftOf('first', 1));
    queue.add(draftOf('second', 2));
    queue.add(draftOf('first, longer', 1));
    expect(await queue.flush()).toBe(true);
    expect(sent(desktop)).toEqual(['first, longer', 'second']);
  });
});

describe('flush', () => {
  it('stores at once, and the timer stores nothing more', async () => {
    const { desktop, queue } = newQueue();
    queue.add(draftOf('Ask'));
    expect(await queue.flush()).toBe(true);
    expect(stored(desktop)).toBe('Ask');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent(desktop)).toEqual(['Ask']);
  });

  it('has nothing to do where nothing is pending', async () => {
    const { desktop, queue } = newQueue();
    expect(await queue.flush()).toBe(true);
    expect(sent(desktop)).toEqual([]);
  });

  it('waits for a save on its way, and stores what was typed since', async () => {
    const { desktop, queue } = newQueue();
    const release = desktop.hold('saveAnnotation');
    queue.add(draftOf('Ask'));
    void queue.flush();
    await vi.advanceTimersByTimeAsync(0);
    queue.add(draftOf('Ask them'));
    const flushed = queue.flush();
    release();
    expect(await flushed).toBe(true);
    expect(sent(desktop)).toEqual(['Ask', 'Ask them']);
    expect(stored(desktop)).toBe('Ask them');
  });
});

describe('what is typed while a save is on its way', () => {
  it('is kept, and stored after it without a flush', async () => {
    const { desktop, queue } = newQueue();
    const release = desktop.hold('saveAnnotation');
    queue.add(draftOf('Ask'));
    await vi.advanceTimersByTimeAsync(500);
    queue.add(draftOf('Ask them'));
    release();
    await vi.advanceTimersByTimeAsync(500);
    expect(stored(desktop)).toBe('Ask them');
    expect(queue.pending.size).toBe(0);
  });

  it('wins over what was sent before, however many wait for it', async () => {
    const { desktop, queue } = newQueue();
    const release = desktop.hold('saveAnnotation');
    queue.add(draftOf('old', 1));
    queue.add(draftOf('old', 2));
    const flushes = [queue.flush(), queue.flush(), queue.flush()];
    await vi.advanceTimersByTimeAsync(0);
    queue.add(draftOf('new', 2));
    release();
    await Promise.all(flushes);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stored(desktop, 2)).toBe('new');
    expect(queue.pending.size).toBe(0);
  });
});

describe('several flushes at once', () => {
  it('store what was typed since the first one only once', async () => {
    const { desktop, queue } = newQueue();
    const release = desktop.hold('saveAnnotation');
    queue.add(draftOf('Ask'));
    const flushes = [queue.flush(), queue.flush(), queue.flush()];
    await vi.advanceTimersByTimeAsync(0);
    queue.add(draftOf('Ask them'));
    release();
    expect(await Promise.all(flushes)).toEqual([true, true, true]);
    expect(sent(desktop)).toEqual(['Ask', 'Ask them']);
  });
});

describe('a failure', () => {
  it('keeps the words and says why', async () => {
    const { desktop, queue, announced } = newQueue();
    desktop.problem = fullDisk;
    queue.add(draftOf('Ask'));
    expect(await queue.flush()).toBe(false);
    expect(queue.pending.get(markId(1))).toEqual(draftOf('Ask'));
    expect(announced.at(-1)).toEqual({ kind: 'failed', message: 'The disk is full.' });
  });

  it('is followed by another try every five seconds, until one succeeds', async () => {
    const { desktop, queue, announced } = newQueue();
    desktop.problem = fullDisk;
    queue.add(draftOf('Ask'));
    await queue.flush();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent(desktop)).toEqual(['Ask', 'Ask']);
    desktop.problem = null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(stored(desktop)).toBe('Ask');
    expect(announced.at(-1)).toEqual({ kind: 'saved' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent(desktop)).toHaveLength(3);
  });

  it('is still announced while the reader goes on typing', async () => {
    const { desktop, queue, announced } = newQueue();
    desktop.problem = fullDisk;
    queue.add(draftOf('Ask'));
    await queue.flush();
    queue.add(draftOf('Ask them'));
    expect(announced.at(-1)).toEqual({ kind: 'failed', message: 'The disk is full.' });
    desktop.problem = null;
    await vi.advanceTimersByTimeAsync(500);
    expect(stored(desktop)).toBe('Ask them');
  });

  it('of one note does not keep the others back', async () => {
    const { desktop, queue } = newQueue();
    queue.add({ ...draftOf('on an unknown briefing', 1), briefingId: briefingId(7) });
    queue.add(draftOf('second', 2));
    expect(await queue.flush()).toBe(false);
    expect(stored(desktop, 2)).toBe('second');
    expect([...queue.pending.keys()]).toEqual([markId(1)]);
  });

  it('of the way to the main process keeps the words, too', async () => {
    const { desktop, announced } = newQueue();
    const broken = {
      ...desktop.api,
      saveAnnotation: () => Promise.reject(new Error('The window is closing.')),
    };
    const queue = new NoteQueue(broken, (saving) => announced.push(saving));
    queue.add(draftOf('Ask'));
    expect(await queue.flush()).toBe(false);
    expect(queue.pending.size).toBe(1);
    expect(announced.at(-1)).toEqual({ kind: 'failed', message: 'The window is closing.' });
  });
});

describe('forget', () => {
  it('drops what was not stored yet', async () => {
    const { desktop, queue, announced } = newQueue();
    queue.add(draftOf('Ask'));
    queue.forget(markId(1));
    expect(announced.at(-1)).toEqual({ kind: 'saved' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent(desktop)).toEqual([]);
  });

  it('ends the failure of the note', async () => {
    const { desktop, queue, announced } = newQueue();
    desktop.problem = fullDisk;
    queue.add(draftOf('Ask'));
    await queue.flush();
    queue.forget(markId(1));
    expect(announced.at(-1)).toEqual({ kind: 'saved' });
  });

  it('drops a note that waits behind another one', async () => {
    const { desktop, queue } = newQueue();
    const release = desktop.hold('saveAnnotation');
    queue.add(draftOf('first', 1));
    queue.add(draftOf('second', 2));
    const flushed = queue.flush();
    await vi.advanceTimersByTimeAsync(0);
    queue.forget(markId(2));
    release();
    await flushed;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent(desktop)).toEqual(['first']);
  });
});
