import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from './fixture.ts';
import './fixture-page.ts';

let running: Fixture;
beforeAll(async () => (running = await startFixture()));
afterAll(() => running.stop());

function invoke(channel: string, ...values: readonly unknown[]): Promise<unknown> {
  return running.page.evaluate(([name, given]) => window.fixture.ipc.invoke(name, ...given), [
    channel,
    values,
  ] as const);
}

function failure(channel: string, ...values: readonly unknown[]): Promise<string | null> {
  return running.page.evaluate(([name, given]) => window.fixture.ipc.failure(name, ...given), [
    channel,
    values,
  ] as const);
}

/** What Node's `util.inspect` makes in the main process of a sample that was there twice. */
const inspected = [
  ['undefined', 'undefined'],
  ['null', 'null'],
  ['number', '1.5'],
  ['notANumber', 'NaN'],
  ['negativeZero', '-0'],
  ['infinity', '-Infinity'],
  ['text', "'naïve 🙂'"],
  ['loneSurrogate', "'\\ud800'"],
  ['bigint', '1180591620717411303424n'],
  ['date', '2009-02-13T23:31:30.123Z'],
  ['invalidDate', 'Invalid Date'],
  ['regexp', '/a+/giu'],
  ['map', "Map(1) { 'key' => Map(1) { { deep: true } => 1 } }"],
  ['set', "Set(3) { 1, 'two', Set(0) {} }"],
  ['bytes', 'Uint8Array(3) [ 0, 1, 255 ]'],
  ['part', 'Uint8Array(2) [ 8, 7 ]'],
  ['floats', 'Float64Array(2) [ 0.1, -1 ]'],
  ['bigints', 'BigInt64Array(1) [ -1n ]'],
  ['array', '[ 1, undefined, [ 2, null ] ]'],
  ['sparse', '[ 1, <1 empty item>, 3 ]'],
  ['object', "{ a: { b: [ undefined, { c: 'd' } ] }, e: undefined }"],
  ['again', '[ { one: 1 }, { one: 1 } ]'],
  ['cycle', "<ref *1> { name: 'cycle', self: [Circular *1] }"],
] as const;

describe('invoke and handle', () => {
  it.each(inspected)('carries %s there and back', async (name, expected) => {
    const text = await running.page.evaluate(
      (sample) => window.fixture.ipc.inspectEcho(sample),
      name,
    );
    expect(text).toBe(expected);
  });

  it.each([
    ['buffer', /^ArrayBuffer \{.*<01 02>/s],
    ['view', /^DataView \{.*byteLength\]?: 1.*02>/s],
  ])('carries a %s there and back', async (name, expected) => {
    const text = await running.page.evaluate(
      (sample) => window.fixture.ipc.inspectEcho(sample),
      name,
    );
    expect(text).toMatch(expected);
  });

  it('carries an error as an error of its kind', async () => {
    const seen = await running.page.evaluate(() => window.fixture.ipc.echoError());
    expect(seen).toEqual({ isTypeError: true, message: 'carried' });
  });

  it('hands over as many arguments as were given', async () => {
    expect(await invoke('count')).toBe(0);
    expect(await invoke('count', undefined, null)).toBe(2);
  });

  it.each(['function', 'symbol', 'element', 'promise'])('refuses a %s', async (name) => {
    const refusals = await running.page.evaluate(
      async (sample) => [
        await window.fixture.ipc.refusal(sample),
        await window.fixture.ipc.sendRefusal(sample),
      ],
      name,
    );
    for (const refusal of refusals) expect(refusal).toMatch(/could not be cloned/);
  });

  it('rejects with the error of the handler, in Electron’s words', async () => {
    expect(await failure('fail', 'no such note')).toBe(
      "Error invoking remote method 'fail': TypeError: no such note",
    );
    expect(await failure('failWithText')).toBe(
      "Error invoking remote method 'failWithText': only a text",
    );
  });

  it('rejects when the answer cannot be cloned', async () => {
    expect(await failure('answerUncloneable')).toBe(
      "Error invoking remote method 'answerUncloneable': Error: An object could not be cloned.",
    );
  });

  it('rejects a channel that nobody handles', async () => {
    expect(await failure('nobody')).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
  });

  it('tells the handler who asks', async () => {
    expect(await invoke('senderAddress')).toBe('app://fixture/page.html');
    expect(await invoke('senderIsWindow')).toBe(true);
  });

  it('refuses a second handler, until the first is removed', async () => {
    const refusal = await running.application.evaluate(({ ipcMain }) => {
      ipcMain.handle('once', () => 'first');
      try {
        ipcMain.handle('once', () => 'second');
        return null;
      } catch (error) {
        return String(error);
      }
    });
    expect(refusal).toBe("Error: Attempted to register a second handler for 'once'");
    expect(await invoke('once')).toBe('first');
    await running.application.evaluate(({ ipcMain }) => {
      ipcMain.removeHandler('once');
      ipcMain.handle('once', () => 'second');
    });
    expect(await invoke('once')).toBe('second');
  });

  it('handles once', async () => {
    await running.application.evaluate(({ ipcMain }) => {
      ipcMain.handleOnce('single', () => 'answered');
    });
    expect(await invoke('single')).toBe('answered');
    expect(await failure('single')).toContain("No handler registered for 'single'");
  });

  it('answers calls in the order in which they are done, each its own', async () => {
    await running.application.evaluate(({ ipcMain }) => {
      ipcMain.handle('wait', async (_event, milliseconds: number) => {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        return milliseconds;
      });
    });
    const seen = await running.page.evaluate(() =>
      Promise.all([40, 0, 20].map((time) => window.fixture.ipc.invoke('wait', time))),
    );
    expect(seen).toEqual([40, 0, 20]);
  });
});

describe('send and on', () => {
  it('delivers the page’s messages in order, with their sender', async () => {
    await running.application.evaluate(({ ipcMain }) => {
      const messages: unknown[] = [];
      Object.assign(globalThis, { messages });
      ipcMain.on('message', (event, ...values: unknown[]) => {
        messages.push([event.senderFrame?.url, ...values]);
      });
    });
    await running.page.evaluate(() => {
      for (const value of [1, 2, 3]) window.fixture.ipc.send('message', value, 'more');
    });
    const address = 'app://fixture/page.html';
    await expect
      .poll(() =>
        running.application.evaluate(() => Reflect.get(globalThis, 'messages') as unknown),
      )
      .toEqual([1, 2, 3].map((value) => [address, value, 'more']));
  });

  it('delivers the main process’s messages in order, until the listener is removed', async () => {
    await running.page.evaluate(() => {
      const all: unknown[] = [];
      const stop = window.fixture.ipc.on('news', (...values) => {
        all.push(values);
        if (values[0] === 2) stop();
      });
      window.fixture.ipc.once('news', (...values) => all.push(['once', ...values]));
      Object.assign(window, { received: all });
    });
    await running.application.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const value of [1, 2, 3]) contents?.send('news', value, { deep: [value] });
    });
    await expect
      .poll(() => running.page.evaluate(() => Reflect.get(window, 'received') as unknown))
      .toEqual([
        [1, { deep: [1] }],
        ['once', 1, { deep: [1] }],
        [2, { deep: [2] }],
      ]);
  });

  it('refuses to send what cannot be cloned', async () => {
    const refusal = await running.application.evaluate(({ BrowserWindow }) => {
      try {
        BrowserWindow.getAllWindows()[0]?.webContents.send('news', () => 1);
        return null;
      } catch (error) {
        return String(error);
      }
    });
    expect(refusal).toContain('could not be cloned');
  });

  it('replies to the frame that sent', async () => {
    const answer = await running.page.evaluate(
      () =>
        new Promise((resolve) => {
          window.fixture.ipc.once('answer', resolve);
          window.fixture.ipc.send('ask', { question: 1 });
        }),
    );
    expect(answer).toEqual({ question: 1 });
  });
});
