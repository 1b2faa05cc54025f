import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectLibrary, type LibraryProcess } from '../../../electron/library/connect-library.ts';
import type { Library } from '../../../electron/library/library.ts';
import type { FromLibrary, ToLibrary } from '../../../electron/library/messages.ts';
import type { LibraryStatus } from '../../../electron/shared/model/listing.ts';
import { everything } from '../../support/library/briefing-folder.ts';

/** A library process that answers only what the test says. */
class FakeProcess extends EventEmitter implements LibraryProcess {
  readonly received: ToLibrary[] = [];
  killed = false;

  postMessage(message: ToLibrary): void {
    this.received.push(message);
  }

  kill(): boolean {
    this.killed = true;
    return true;
  }

  say(message: FromLibrary): void {
    this.emit('message', message);
  }

  end(): void {
    this.emit('exit', 1);
  }
}

const status: LibraryStatus = {
  roots: [],
  briefingCount: 1,
  problemCount: 0,
  activity: { kind: 'idle' },
};

const ended = 'The library process ended.';

function connect(): { readonly library: Library; readonly processes: readonly FakeProcess[] } {
  const processes: FakeProcess[] = [];
  const library = connectLibrary([], () => {
    const started = new FakeProcess();
    processes.push(started);
    return started;
  });
  return { library, processes };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

describe('a call', () => {
  it('travels with its values and a number of its own', () => {
    const { library, processes } = connect();
    void library.query({ filter: everything, offset: 5, limit: 10 });
    void library.picture('a', 2);
    void library.status();
    expect(processes[0]?.received).toEqual([
      {
        kind: 'call',
        number: 1,
        call: 'query',
        values: [{ filter: everything, offset: 5, limit: 10 }],
      },
      { kind: 'call', number: 2, call: 'picture', values: ['a', 2] },
      { kind: 'call', number: 3, call: 'status', values: [] },
    ]);
  });

  it('gets its own answer, in whatever order they come', async () => {
    const { library, processes } = connect();
    const answers = [library.find(['a']), library.status(), library.find(['b'])] as const;
    processes[0]?.say({ kind: 'reply', number: 3, value: 'three' });
    processes[0]?.say({ kind: 'failure', number: 1, message: 'The disk is full.' });
    processes[0]?.say({ kind: 'reply', number: 2, value: status });
    await expect(answers[0]).rejects.toThrow('The disk is full.');
    expect(await Promise.all(answers.slice(1))).toEqual([status, 'three']);
  });

  it('is not disturbed by an answer to nothing', async () => {
    const { library, processes } = connect();
    const answer = library.status();
    processes[0]?.say({ kind: 'reply', number: 99, value: 'stray' });
    processes[0]?.say({ kind: 'reply', number: 1, value: status });
    processes[0]?.say({ kind: 'reply', number: 1, value: 'twice' });
    expect(await answer).toEqual(status);
  });
});

describe('a listener', () => {
  it('hears changes until it is gone, from a later process too', () => {
    const { library, processes } = connect();
    const heard: LibraryStatus[] = [];
    const unsubscribe = library.onChanged((changed) => heard.push(changed));
    processes[0]?.say({ kind: 'changed', status });
    processes[0]?.end();
    processes[1]?.say({ kind: 'changed', status: { ...status, briefingCount: 2 } });
    unsubscribe();
    processes[1]?.say({ kind: 'changed', status });
    expect(heard.map(({ briefingCount }) => briefingCount)).toEqual([1, 2]);
  });
});

describe('a listener of briefings that changed', () => {
  it('hears of them until it is gone', () => {
    const { library, processes } = connect();
    const heard: unknown[] = [];
    const unsubscribe = library.onBriefingsChanged((changes) => heard.push(changes));
    const changes = { changed: ['a'], moved: [{ from: 'b', to: 'c' }] };
    processes[0]?.say({ kind: 'briefings changed', changes });
    unsubscribe();
    processes[0]?.say({ kind: 'briefings changed', changes });
    expect(heard).toEqual([changes]);
  });
});

describe('a process that ends', () => {
  it('is started again and gets what was not answered', async () => {
    const { library, processes } = connect();
    const answered = library.find(['a']);
    const open = library.status();
    processes[0]?.say({ kind: 'reply', number: 1, value: [] });
    processes[0]?.end();
    expect(await answered).toEqual([]);
    expect(processes).toHaveLength(2);
    expect(processes[1]?.received).toEqual([
      { kind: 'call', number: 2, call: 'status', values: [] },
    ]);
    processes[1]?.say({ kind: 'reply', number: 2, value: status });
    expect(await open).toEqual(status);
  });

  it('fails the call that ends it twice, and no other', async () => {
    const { library, processes } = connect();
    const deadly = library.open('a');
    processes[0]?.end();
    const later = library.status();
    processes[1]?.end();
    await expect(deadly).rejects.toThrow(ended);
    expect(processes[2]?.received).toMatchObject([{ call: 'status' }]);
    processes[2]?.say({ kind: 'reply', number: 2, value: status });
    expect(await later).toEqual(status);
  });

  it('is not started a fifth time within a minute, and then every call fails', async () => {
    const { library, processes } = connect();
    for (let index = 0; index < 3; index += 1) processes[index]?.end();
    expect(processes).toHaveLength(4);
    const last = library.status();
    processes[3]?.end();
    await expect(last).rejects.toThrow(ended);
    expect(processes).toHaveLength(4);
    await expect(library.status()).rejects.toThrow(ended);
    await library.close();
  });

  it('is started again for ever when its ends are rare', async () => {
    const { library, processes } = connect();
    for (let index = 0; index < 20; index += 1) {
      vi.advanceTimersByTime(21_000);
      processes[index]?.end();
    }
    const answer = library.status();
    processes[20]?.say({ kind: 'reply', number: 1, value: status });
    expect(await answer).toEqual(status);
  });
});

describe('closing', () => {
  it('waits for the process to be done, then ends it', async () => {
    const { library, processes } = connect();
    const closing = library.close();
    expect(processes[0]?.received).toEqual([{ kind: 'close' }]);
    expect(processes[0]?.killed).toBe(false);
    processes[0]?.say({ kind: 'closed' });
    await closing;
    expect(processes[0]?.killed).toBe(true);
    processes[0]?.end();
    expect(processes).toHaveLength(1);
    await library.close();
  });

  it('is over when the process ends by itself, and fails what was not answered', async () => {
    const { library, processes } = connect();
    const open = library.status();
    const closing = library.close();
    processes[0]?.end();
    await closing;
    expect(processes).toHaveLength(1);
    await expect(open).rejects.toThrow(ended);
    await expect(library.status()).rejects.toThrow(ended);
  });
});
