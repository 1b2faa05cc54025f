import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Fixture, isHost, startFixture } from './fixture.ts';
import './fixture-page.ts';

let running: Fixture;
beforeAll(async () => (running = await startFixture()));
afterAll(() => running.stop());

/**
 * What `executeJavaScript` makes of a script in the page, or how it failed. After a load that the app
 * starts, the page is asked so: Playwright hears of the new document a moment later than the app.
 */
function execute(script: string): Promise<unknown> {
  return running.application.evaluate(
    ({ webContents }, given) =>
      webContents.getAllWebContents()[0]?.executeJavaScript(given) as unknown,
    script,
  );
}

describe('executeJavaScript', () => {
  it('runs in the page’s world', async () => {
    expect(await execute('window.secretOfPage')).toBe('of the page');
    expect(await execute('typeof require')).toBe('undefined');
  });

  it.each([
    ['1 + 1', '2'],
    ['const one = 1; one + 2', '3'],
    ['undefined', 'undefined'],
    ['NaN', 'NaN'],
    ['2n ** 64n', '18446744073709551616n'],
    ['Promise.resolve({ done: [1, null] })', '{ done: [ 1, null ] }'],
    ['new Date(5)', '1970-01-01T00:00:00.005Z'],
  ])('gives the result of %s', async (script, expected) => {
    expect(inspect(await execute(script))).toBe(expected);
  });

  it('gives maps, sets and bytes as such', async () => {
    const kinds = await running.application.evaluate(
      async ({ webContents }, scripts) => {
        const [contents] = webContents.getAllWebContents();
        const values = await Promise.all(
          scripts.map((script) => contents?.executeJavaScript(script) as Promise<unknown>),
        );
        return values.map((value) => Object.prototype.toString.call(value));
      },
      ['new Map([[1, 2]])', 'new Set([1])', 'new Uint8Array([1])'],
    );
    expect(kinds).toEqual(['[object Map]', '[object Set]', '[object Uint8Array]']);
  });

  it.each(["throw new Error('broken')", "Promise.reject(new Error('broken'))", '() => 1'])(
    'rejects for %s',
    async (script) => {
      await expect(execute(script)).rejects.toThrow();
    },
  );
});

/** The navigations that the app is asked about, while the first page stays as it is. */
async function blocked(act: () => Promise<unknown>): Promise<unknown> {
  await running.application.evaluate(({ webContents }) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    const [contents] = webContents.getAllWebContents();
    contents?.removeAllListeners('will-navigate');
    contents?.on('will-navigate', (event) => {
      asked.push([event.url, event.isMainFrame]);
      event.preventDefault();
    });
  });
  await act();
  await execute("window.fixture.ipc.invoke('count')");
  return running.application.evaluate(() => Reflect.get(globalThis, 'asked') as unknown);
}

describe('navigation', () => {
  beforeEach(() =>
    running.application.evaluate(async ({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      contents?.removeAllListeners('will-navigate');
      contents?.removeAllListeners('will-frame-navigate');
      await contents?.loadURL('app://fixture/page.html');
    }),
  );

  it('asks about a link, which can be prevented', async () => {
    await blocked(() => running.page.click('#link'));
    await expect
      .poll(() => running.application.evaluate(() => Reflect.get(globalThis, 'asked') as unknown))
      .toEqual([['app://fixture/other.html', true]]);
    expect(await execute('document.title')).toBe('First page');
  });

  it('asks about a script’s navigation to elsewhere', async () => {
    await blocked(() => execute("void (window.location.href = 'https://elsewhere.test/')"));
    await expect
      .poll(() => running.application.evaluate(() => Reflect.get(globalThis, 'asked') as unknown))
      .toEqual([['https://elsewhere.test/', true]]);
    expect(await execute('document.title')).toBe('First page');
  });

  it('does not ask about a place in the page, nor about what the app loads', async () => {
    expect(await blocked(() => running.page.click('#anchor'))).toEqual([]);
    const asked = await blocked(() =>
      running.application.evaluate(({ webContents }) =>
        webContents.getAllWebContents()[0]?.loadURL('app://fixture/page.html'),
      ),
    );
    expect(asked).toEqual([]);
  });

  it('asks about every frame, the main frame first by will-frame-navigate', async () => {
    await running.application.evaluate(({ webContents }) => {
      const names: unknown[] = [];
      Object.assign(globalThis, { names });
      const [contents] = webContents.getAllWebContents();
      contents?.on('will-frame-navigate', (event) => {
        names.push(['will-frame-navigate', event.url, event.isMainFrame]);
        event.preventDefault();
      });
      contents?.on('will-navigate', () => names.push(['will-navigate']));
    });
    await execute(
      "void document.body.append(Object.assign(document.createElement('iframe'), { src: 'other.html' }))",
    );
    await expect
      .poll(() => running.application.evaluate(() => Reflect.get(globalThis, 'names') as unknown))
      .toEqual([['will-frame-navigate', 'app://fixture/other.html', false]]);
  });

  it('navigates where nobody objects, and tells so', async () => {
    const navigated = running.application.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      return new Promise((resolve) => {
        contents?.once('did-navigate', (_event, url) => resolve([url, contents.getURL()]));
      });
    });
    await running.page.click('#link');
    await running.page.getByRole('heading', { name: 'Other page' }).waitFor();
    const address = 'app://fixture/other.html';
    expect(await navigated).toEqual([address, address]);
    expect(
      await running.application.evaluate(({ webContents }) =>
        webContents.getAllWebContents()[0]?.getTitle(),
      ),
    ).toBe('Other page');
  });

  it('loads a place in the page that is there', async () => {
    const seen = await running.application.evaluate(async ({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      await contents?.loadURL('app://fixture/page.html#part');
      return (await contents?.executeJavaScript('location.hash')) as unknown;
    });
    expect(seen).toBe('#part');
  });

  it('rejects a load that another takes the place of', async () => {
    const code = await running.application.evaluate(async ({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      const [first] = await Promise.allSettled([
        contents?.loadURL('app://fixture/never'),
        contents?.loadURL('app://fixture/other.html'),
      ]);
      return first.status === 'rejected'
        ? (Reflect.get(Object(first.reason) as object, 'code') as unknown)
        : first.status;
    });
    expect(code).toBe('ERR_ABORTED');
  });

  it('reloads', async () => {
    await execute('void (window.mark = 1)');
    await running.application.evaluate(async ({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      const loaded = new Promise<void>((resolve) => {
        contents?.once('did-finish-load', () => resolve());
      });
      contents?.reload();
      await loaded;
    });
    expect(await execute('typeof window.mark')).toBe('undefined');
  });

  it('opens no window that the handler denies', async () => {
    await running.application.evaluate(({ webContents }) => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      webContents.getAllWebContents()[0]?.setWindowOpenHandler(({ url, frameName }) => {
        asked.push([url, frameName]);
        return { action: 'deny' };
      });
    });
    await execute("void window.open('app://fixture/other.html', 'named')");
    await running.page.click('#window');
    await expect
      .poll(() =>
        running.application.evaluate(
          () => (Reflect.get(globalThis, 'asked') as readonly unknown[]).length,
        ),
      )
      .toBe(2);
    await expect.poll(() => running.application.windows().length).toBe(1);
    const seen = await running.application.evaluate(({ BrowserWindow }) => [
      BrowserWindow.getAllWindows().length,
      Reflect.get(globalThis, 'asked') as unknown,
    ]);
    expect(seen).toEqual([
      1,
      [
        ['app://fixture/other.html', 'named'],
        ['app://fixture/other.html', ''],
      ],
    ]);
  });
});

// On the host the page gets a window that is closed at once: see its README.
it.skipIf(isHost)('gives the page no window that the handler denied', async () => {
  const opened = await running.application.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    contents?.setWindowOpenHandler(() => ({ action: 'deny' }));
    return contents?.executeJavaScript("window.open('other.html') === null") as unknown;
  });
  expect(opened).toBe(true);
});

describe('webContents', () => {
  it('has the default session, and is the sender’s', async () => {
    const seen = await running.application.evaluate(({ BrowserWindow, session, webContents }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return [
        contents?.session === session.defaultSession,
        webContents.getAllWebContents().length,
        contents?.mainFrame.url,
        contents?.isDestroyed(),
      ];
    });
    expect(seen).toEqual([true, 1, expect.stringMatching(/^app:\/\/fixture\//), false]);
  });

  it('announces new contents before anything loads in them', async () => {
    const seen = await running.application.evaluate(({ app, BrowserWindow }) => {
      const announced = new Promise((resolve) => {
        app.once('web-contents-created', (_event, contents) => {
          resolve([contents.getURL(), contents.getTitle()]);
        });
      });
      const window = new BrowserWindow({ show: false });
      return announced.finally(() => window.destroy());
    });
    expect(seen).toEqual(['', '']);
  });

  it('passes on what the page writes to its console', async () => {
    const messages = running.application.evaluate(
      ({ webContents }) =>
        new Promise<unknown>((resolve) => {
          const all: unknown[] = [];
          webContents.getAllWebContents()[0]?.on('console-message', ({ level, message }) => {
            all.push([level, message]);
            if (all.length === 4) resolve(all);
          });
        }),
    );
    await execute(
      "console.log('logged', 1), console.info('told'), console.warn('warned'), console.error('failed')",
    );
    expect(await messages).toEqual([
      ['info', 'logged 1'],
      ['info', 'told'],
      ['warning', 'warned'],
      ['error', 'failed'],
    ]);
  });

  it('prints to PDF', async () => {
    const start = await running.application.evaluate(async ({ webContents }) => {
      const pdf = await webContents.getAllWebContents()[0]?.printToPDF({});
      return pdf?.subarray(0, 5).toString('latin1');
    });
    expect(start).toBe('%PDF-');
  });
});
