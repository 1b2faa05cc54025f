import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from './fixture.ts';

let running: Fixture;
beforeAll(async () => {
  running = await startFixture();
});
afterAll(() => running.stop());

beforeEach(() =>
  running.application.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows().slice(1)) window.destroy();
  }),
);

describe('BrowserWindow', () => {
  it('loads an address and takes the title of its page', async () => {
    const seen = await running.application.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, title: 'At first' });
      const first = window.getTitle();
      const updated = new Promise((resolve) => {
        window.once('page-title-updated', (_event, title) => resolve(title));
      });
      await window.loadURL('app://fixture/other.html');
      return [first, await updated, window.getTitle()];
    });
    expect(seen).toEqual(['At first', 'Other page', 'Other page']);
  });

  it('keeps its own title when page-title-updated is prevented', async () => {
    const title = await running.application.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, title: 'Its own' });
      const updated = new Promise((resolve) => {
        window.once('page-title-updated', (event) => {
          event.preventDefault();
          setTimeout(resolve);
        });
      });
      await window.loadURL('app://fixture/other.html');
      await updated;
      return window.getTitle();
    });
    expect(title).toBe('Its own');
  });

  it('takes a title', async () => {
    const title = await running.application.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      window.setTitle('Set later');
      return window.getTitle();
    });
    expect(title).toBe('Set later');
  });

  it('rejects when the address cannot be loaded', async () => {
    const failure = await running.application.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      return window.loadURL('app://fixture/error').then(
        () => null,
        (error: unknown) => ({
          message: error instanceof Error ? error.message : '',
          code: Reflect.get(Object(error) as object, 'code') as unknown,
          url: Reflect.get(Object(error) as object, 'url') as unknown,
        }),
      );
    });
    expect(failure).toEqual({
      message: "ERR_FAILED (-2) loading 'app://fixture/error'",
      code: 'ERR_FAILED',
      url: 'app://fixture/error',
    });
  });

  it('has the bounds it was made with, and those it is given', async () => {
    const seen = await running.application.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, x: 10, y: 20, width: 500, height: 400 });
      const first = window.getBounds();
      window.setBounds({ width: 450 });
      const second = window.getBounds();
      window.setSize(600, 500);
      return [first, second, window.getNormalBounds()];
    });
    expect(seen).toEqual([
      { x: 10, y: 20, width: 500, height: 400 },
      { x: 10, y: 20, width: 450, height: 400 },
      { x: 10, y: 20, width: 600, height: 500 },
    ]);
  });

  it('gives its size to the page', async () => {
    await running.application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ width: 720, height: 540 }),
    );
    await expect.poll(() => running.page.evaluate(() => window.innerWidth)).toBe(720);
  });

  it('shows at once, or when it is asked to', async () => {
    const seen = await running.application.evaluate(({ BrowserWindow }) => {
      const shown = new BrowserWindow();
      const hidden = new BrowserWindow({ show: false });
      let shows = 0;
      hidden.on('show', () => (shows += 1));
      const before = hidden.isVisible();
      hidden.show();
      return [shown.isVisible(), before, hidden.isVisible(), shows];
    });
    expect(seen).toEqual([true, false, true, 1]);
  });

  it('is ready to show once its page has been painted', async () => {
    const isReady = await running.application.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const ready = new Promise<true>((resolve) => {
        window.once('ready-to-show', () => resolve(true));
      });
      void window.loadURL('app://fixture/other.html');
      return ready;
    });
    expect(isReady).toBe(true);
  });

  it('is maximised and restored', async () => {
    const seen = await running.application.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ x: 5, y: 5, width: 400, height: 300 });
      const events: string[] = [];
      window.on('maximize', () => events.push('maximize'));
      window.on('unmaximize', () => events.push('unmaximize'));
      window.maximize();
      const between = [window.isMaximized(), window.getNormalBounds().width];
      window.unmaximize();
      return { events, between, after: [window.isMaximized(), window.getBounds().width] };
    });
    expect(seen).toEqual({
      events: ['maximize', 'unmaximize'],
      between: [true, 400],
      after: [false, 400],
    });
  });

  it('closes unless that is prevented; destroy asks nobody', async () => {
    const seen = await running.application.evaluate(({ BrowserWindow }) => {
      const events: string[] = [];
      const open = (name: string) => {
        const window = new BrowserWindow({ show: false });
        window.on('close', (event) => {
          events.push(`${name} close`);
          if (name === 'stays') event.preventDefault();
        });
        window.on('closed', () => events.push(`${name} closed`));
        return window;
      };
      const stays = open('stays');
      stays.close();
      const isThere = !stays.isDestroyed();
      stays.destroy();
      return { events, isThere, isDestroyed: stays.isDestroyed() };
    });
    expect(seen).toEqual({
      events: ['stays close', 'stays closed'],
      isThere: true,
      isDestroyed: true,
    });
  });

  it('tells its contents’ end, and is no use afterwards', async () => {
    const seen = await running.application.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const { webContents } = window;
      const { id } = window;
      const ends = [
        new Promise<void>((resolve) => void window.once('closed', () => resolve())),
        new Promise<void>((resolve) => void webContents.once('destroyed', () => resolve())),
      ];
      window.close();
      await Promise.all(ends);
      const failureOf = (work: () => unknown): string => {
        try {
          return `no failure: ${String(work())}`;
        } catch (error) {
          return String(error);
        }
      };
      return {
        destroyed: [window.isDestroyed(), webContents.isDestroyed()],
        found: BrowserWindow.fromId(id),
        failures: [
          failureOf(() => window.getTitle()),
          failureOf(() => window.getBounds()),
          failureOf(() => webContents.getURL()),
          failureOf(() => webContents.send('channel')),
        ],
      };
    });
    const failure = 'TypeError: Object has been destroyed';
    expect(seen).toEqual({
      destroyed: [true, true],
      found: null,
      failures: [failure, failure, failure, failure],
    });
  });

  it('is found by its id and by its contents', async () => {
    const seen = await running.application.evaluate(({ BrowserWindow, webContents }) => {
      const window = new BrowserWindow({ show: false });
      return [
        BrowserWindow.fromId(window.id) === window,
        BrowserWindow.fromWebContents(window.webContents) === window,
        BrowserWindow.getAllWindows().includes(window),
        webContents.fromId(window.webContents.id) === window.webContents,
        window instanceof BrowserWindow,
      ];
    });
    expect(seen).toEqual([true, true, true, true, true]);
  });
});
