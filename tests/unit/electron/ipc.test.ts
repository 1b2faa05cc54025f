import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerRequest, registerHandlers, sendNotice } from '../../../electron/ipc.ts';
import { dropRequest, type Handlers, largestDrop, requests } from '../../../electron/shared/ipc.ts';
import { defaultSettings } from '../../../electron/shared/model/settings.ts';
import { failure, success } from '../../../electron/shared/result.ts';
import { unexpectedExchange } from '../../support/unexpected-exchange.ts';

type Listener = (event: { senderFrame: unknown }, input: unknown) => Promise<unknown>;

const electron = vi.hoisted(() => ({
  handled: new Map<string, unknown>(),
  silenced: [] as string[],
}));

vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, listener: unknown) => electron.handled.set(channel, listener),
    removeAllListeners: (channel: string) => electron.silenced.push(channel),
  },
}));

const page = { origin: 'app://bundle', parent: null };
const id = 'a'.repeat(32);
const problem = { kind: 'missing', message: 'It is gone.' } as const;

const unexpected = (): never => {
  throw new Error('this handler is not asked');
};

const handlers: Handlers = {
  outlineLibrary: () => ({ total: 0, isCapped: false, days: [] }),
  queryBriefings: unexpected,
  locateBriefing: unexpected,
  libraryStatus: unexpected,
  countViews: unexpected,
  rescanLibrary: () => null,
  stopScan: unexpected,
  addRoots: unexpected,
  removeRoot: unexpected,
  changeRoot: unexpected,
  pasteBriefing: unexpected,
  setReading: unexpected,
  setPinned: unexpected,
  keepVersion: unexpected,
  openLink: unexpected,
  openBriefing: () => failure(problem),
  readPicture: () => success({ mediaType: 'image/png', bytes: new Uint8Array([1, 2]) }),
  marksOf: () => ({ annotations: [], bookmarks: [] }),
  countMarks: () => [],
  saveAnnotation: unexpected,
  removeAnnotation: () => success(null),
  saveAnnotations: unexpected,
  removeAnnotations: unexpected,
  listTags: unexpected,
  renameTag: unexpected,
  removeTag: unexpected,
  outlineNotes: unexpected,
  queryNotes: unexpected,
  historyOf: unexpected,
  restoreVersion: unexpected,
  listTrash: unexpected,
  restoreAnnotations: unexpected,
  addBookmark: unexpected,
  removeBookmark: unexpected,
  undo: () => success({ kind: 'nothing' }),
  redo: unexpected,
  ...unexpectedExchange(),
  readSettings: () => defaultSettings,
  changeSettings: (change) => ({ ...defaultSettings, theme: change.theme ?? 'system' }),
  confirmFlush: () => null,
  copyText: unexpected,
};

function listenerOf(channel: string): Listener {
  return electron.handled.get(channel) as Listener;
}

beforeEach(() => {
  electron.handled.clear();
  electron.silenced.length = 0;
});

describe('answerRequest', () => {
  it('answers the page', async () => {
    const input = { text: '', view: '', order: 'newest' };
    await expect(answerRequest('outlineLibrary', handlers, page, input)).resolves.toEqual({
      total: 0,
      isCapped: false,
      days: [],
    });
  });

  it('carries an expected failure as a value', async () => {
    await expect(answerRequest('openBriefing', handlers, page, { id })).resolves.toEqual({
      ok: false,
      problem,
    });
  });

  it('carries bytes', async () => {
    const answer = await answerRequest('readPicture', handlers, page, {
      briefingId: id,
      figure: 0,
    });
    expect(answer).toEqual(success({ mediaType: 'image/png', bytes: new Uint8Array([1, 2]) }));
  });

  it.each([
    null,
    { origin: 'app://bundle', parent: {} },
    { origin: 'https://bundle', parent: null },
  ])('refuses the sender %j before the handler sees anything', async (frame) => {
    const asked = vi.fn(() => defaultSettings);
    await expect(answerRequest('readSettings', { readSettings: asked }, frame, {})).rejects.toThrow(
      'settings:read: refused',
    );
    expect(asked).not.toHaveBeenCalled();
  });

  it.each([
    undefined,
    null,
    'text',
    [],
    {},
    { id: '../../etc/passwd' },
    { id: 7 },
    { id: [id] },
    { id: `${id}\n` },
  ])('refuses the input %j before the handler sees it', async (input) => {
    const asked = vi.fn(() => failure(problem));
    await expect(
      answerRequest('openBriefing', { openBriefing: asked }, page, input),
    ).rejects.toThrow('library:open: the input does not fit the contract');
    expect(asked).not.toHaveBeenCalled();
  });

  it('refuses more rows than a page holds', async () => {
    const input = { filter: { text: '', view: '', order: 'newest' }, offset: 0, limit: 501 };
    await expect(answerRequest('queryBriefings', handlers, page, input)).rejects.toThrow('limit');
  });

  it('gives the handler nothing but what the contract names', async () => {
    const asked = vi.fn(() => failure(problem));
    const input = JSON.parse(`{"id":"${id}","more":1,"__proto__":{"polluted":true}}`) as unknown;
    await answerRequest('openBriefing', { openBriefing: asked }, page, input);
    expect(asked).toHaveBeenCalledWith({ id });
  });

  it('refuses an answer that does not fit the contract', async () => {
    const wrong = { outlineLibrary: () => ({ total: 'many', days: [] }) };
    await expect(
      answerRequest('outlineLibrary', wrong as never, page, {
        text: '',
        view: '',
        order: 'newest',
      }),
    ).rejects.toThrow('library:outline: the output does not fit the contract: total');
  });

  it('passes on that a handler failed', async () => {
    await expect(answerRequest('libraryStatus', handlers, page, {})).rejects.toThrow('not asked');
  });
});

describe('registerHandlers', () => {
  it('answers every channel of the contract and no other', () => {
    registerHandlers(handlers, unexpected);
    const channels = [dropRequest, ...Object.values(requests)].map(({ channel }) => channel);
    expect([...electron.handled.keys()].toSorted()).toEqual(channels.toSorted());
  });

  it('checks the sender of every channel', async () => {
    registerHandlers(handlers, unexpected);
    for (const { channel } of [dropRequest, ...Object.values(requests)]) {
      await expect(listenerOf(channel)({ senderFrame: null }, {})).rejects.toThrow('refused');
    }
  });

  it('silences the channel on which electron-store would answer any frame', () => {
    registerHandlers(handlers, unexpected);
    expect(electron.silenced).toEqual(['electron-store-get-data']);
  });

  it('answers through the channel', async () => {
    registerHandlers(handlers, unexpected);
    const answer = await listenerOf('settings:change')({ senderFrame: page }, { theme: 'dark' });
    expect(answer).toEqual({ ...defaultSettings, theme: 'dark' });
  });
});

describe('what was dropped', () => {
  function drop(input: unknown, add = vi.fn(() => Promise.resolve(success({ added: 2 })))) {
    registerHandlers(handlers, add);
    return { add, answer: listenerOf(dropRequest.channel)({ senderFrame: page }, input) };
  }

  it('is added by its paths', async () => {
    const { add, answer } = drop({ paths: ['/news', '/news/1.txt'] });
    await expect(answer).resolves.toEqual(success({ added: 2 }));
    expect(add).toHaveBeenCalledExactlyOnceWith(['/news', '/news/1.txt']);
  });

  it.each([
    undefined,
    {},
    { paths: '/news' },
    { paths: [''] },
    { paths: [7] },
    { paths: ['news'] },
    { paths: ['../etc'] },
    { paths: ['/news', './1.txt'] },
    { paths: [`/${'x'.repeat(40_000)}`] },
    { paths: Array.from({ length: largestDrop + 1 }, () => '/news') },
  ])('is refused where it is none (%#)', async (input) => {
    const { add, answer } = drop(input);
    await expect(answer).rejects.toThrow('library:add-dropped');
    expect(add).not.toHaveBeenCalled();
  });
});

describe('sendNotice', () => {
  it('sends the payload on the channel of the notice', () => {
    const send = vi.fn();
    sendNotice({ isDestroyed: () => false, send }, 'command', 'undo');
    expect(send).toHaveBeenCalledExactlyOnceWith('window:command', 'undo');
  });

  it('sends nothing to a page that is gone', () => {
    const send = vi.fn();
    sendNotice({ isDestroyed: () => true, send }, 'flush', {});
    expect(send).not.toHaveBeenCalled();
  });

  it('refuses a payload that does not fit the contract', () => {
    const send = vi.fn();
    expect(() =>
      sendNotice({ isDestroyed: () => false, send }, 'notesChanged', { briefingIds: ['x'] }),
    ).toThrow('notes:changed');
    expect(send).not.toHaveBeenCalled();
  });
});
