import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropRequest, largestDrop, notices, requests } from '../../../electron/shared/ipc.ts';

type Receive = (event: object, payload: unknown) => void;

const electron = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, (argument: unknown) => unknown>>(),
  asked: [] as unknown[][],
  listening: new Map<string, Set<Receive>>(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: Record<string, () => unknown>) =>
      electron.exposed.set(name, api),
  },
  ipcRenderer: {
    invoke: (...message: unknown[]) => {
      electron.asked.push(message);
      return Promise.resolve('answer');
    },
    on: (channel: string, receive: Receive) => {
      const listeners = electron.listening.get(channel) ?? new Set();
      electron.listening.set(channel, listeners.add(receive));
    },
    off: (channel: string, receive: Receive) => electron.listening.get(channel)?.delete(receive),
  },
  webUtils: { getPathForFile: ({ name }: { name: string }) => (name === '' ? '' : `/${name}`) },
}));

beforeAll(async () => {
  await import('../../../electron/preload.ts');
});

beforeEach(() => {
  electron.asked.length = 0;
});

function call(name: string, argument: unknown): unknown {
  const exposed = electron.exposed.get('desktop')?.[name];
  if (exposed === undefined) throw new Error(`window.desktop has no ${name}`);
  return exposed(argument);
}

function notify(channel: string, payload: unknown): void {
  electron.listening.get(channel)?.forEach((receive) => receive({ sender: 'secret' }, payload));
}

describe('preload', () => {
  it('exposes window.desktop with the contract and nothing else', () => {
    const subscriptions = Object.keys(notices).map(
      (name) => `on${name[0]?.toUpperCase()}${name.slice(1)}`,
    );
    expect([...electron.exposed.keys()]).toEqual(['desktop']);
    expect(Object.keys(electron.exposed.get('desktop') ?? {}).toSorted()).toEqual(
      ['addDropped', ...Object.keys(requests), ...subscriptions].toSorted(),
    );
  });

  it('asks on the channel of the request', async () => {
    await expect(call('openBriefing', { id: 'x' })).resolves.toBe('answer');
    expect(electron.asked).toEqual([['library:open', { id: 'x' }]]);
  });

  it('hands listeners the payload without the event, until they unsubscribe', () => {
    const listener = vi.fn();
    const unsubscribe = call('onCommand', listener) as () => void;
    notify('window:command', 'undo');
    unsubscribe();
    notify('window:command', 'redo');
    expect(listener.mock.calls).toEqual([['undo']]);
  });

  it('hands over the paths of dropped files, and leaves out what has none', async () => {
    const files = [{ name: 'news' }, { name: '' }, { name: '1.txt' }];
    await expect(call('addDropped', files)).resolves.toBe('answer');
    expect(electron.asked).toEqual([[dropRequest.channel, { paths: ['/news', '/1.txt'] }]]);
  });

  it('hands over no more than one drop may have', async () => {
    const files = Array.from({ length: largestDrop + 1 }, (_, index) => ({ name: `${index}` }));
    await call('addDropped', files);
    const sent = electron.asked[0]?.[1] as { readonly paths: readonly string[] };
    expect(dropRequest.input.parse(sent).paths).toHaveLength(largestDrop);
  });

  it('keeps what was asked for from outside until the page listens', async () => {
    notify('window:open-briefing', { id: 'first' });
    notify('window:open-briefing', { id: 'second' });
    const [early, late] = [vi.fn(), vi.fn()];
    call('onOpenRequested', early);
    call('onOpenRequested', late);
    expect(early).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(early.mock.calls).toEqual([[{ id: 'first' }], [{ id: 'second' }]]);
    expect(late).not.toHaveBeenCalled();
    notify('window:open-briefing', { id: 'third' });
    expect(late.mock.calls).toEqual([[{ id: 'third' }]]);
  });
});
