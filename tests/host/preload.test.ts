import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from './fixture.ts';
import './fixture-page.ts';

let running: Fixture;
beforeAll(async () => (running = await startFixture()));
afterAll(() => running.stop());

describe('the context bridge', () => {
  it('exposes values, nested objects and functions before the page’s first script', async () => {
    const seen = await running.page.evaluate(() => ({
      atFirst: Reflect.get(window, 'kindOfFixtureAtFirst') as unknown,
      text: window.fixture.text,
      list: window.fixture.nested.list,
      sum: window.fixture.nested.add(2, 3),
    }));
    expect(seen).toEqual({
      atFirst: 'object',
      text: 'plain text',
      list: [1, { two: 2 }],
      sum: 5,
    });
  });

  it('clones dates, maps and bytes into objects of the page’s own world', async () => {
    const seen = await running.page.evaluate(() => {
      const { date, map, bytes, nested } = window.fixture;
      return {
        date: date instanceof Date && date.getTime(),
        map: map instanceof Map && map.get('a'),
        bytes: bytes instanceof Uint8Array && [...bytes],
        isArray: nested.list instanceof Array,
        isFunction: nested.add instanceof Function,
      };
    });
    expect(seen).toEqual({
      date: 5,
      map: 1,
      bytes: [1, 2, 3],
      isArray: true,
      isFunction: true,
    });
  });

  it('returns promises that resolve to values', async () => {
    const seen = await running.page.evaluate(async () => {
      const promise = window.fixture.later({ given: 1 });
      return { isPromise: promise instanceof Promise, value: await promise };
    });
    expect(seen).toEqual({ isPromise: true, value: [{ given: 1 }, 'later'] });
  });

  it('carries the messages of errors, thrown and rejected', async () => {
    const seen = await running.page.evaluate(async () => {
      const now = ((): unknown => {
        try {
          return window.fixture.throwNow('thrown at once');
        } catch (error) {
          return error;
        }
      })();
      const later: unknown = await window.fixture
        .throwLater('thrown later')
        .catch((error: unknown) => error);
      return [now, later].map((error) => (error instanceof Error ? error.message : 'no error'));
    });
    expect(seen[0]).toContain('thrown at once');
    expect(seen[1]).toContain('thrown later');
  });

  it('calls functions of the page, with values and promises as answers', async () => {
    const seen = await running.page.evaluate(async () => [
      window.fixture.callBack((value) => [value, 'back'], 'there'),
      await window.fixture.callBackLater((value) => Promise.resolve([value]), 'later'),
      window.fixture.makeAdder(1)(2),
    ]);
    expect(seen).toEqual([['there', 'back'], [['later']], 3]);
  });

  it('clones what the page passes: the preload changes its own copy', async () => {
    const seen = await running.page.evaluate(() => {
      const given = { changed: false };
      return [window.fixture.change(given), given.changed];
    });
    expect(seen).toEqual([true, false]);
  });

  it.each([
    ['Map', '[object Map]'],
    ['Set', '[object Set]'],
    ['Date', '[object Date]'],
  ])('passes a %s of the page as one', async (name, kind) => {
    const seen = await running.page.evaluate((type) => {
      const make = Reflect.get(window, type) as new () => object;
      return window.fixture.kindOf(new make());
    }, name);
    expect(seen).toBe(kind);
  });

  it('refuses what cannot be cloned', async () => {
    const failures = await running.page.evaluate(() =>
      ['symbol', 'weakMap'].map((name) => {
        try {
          return String(window.fixture.give(name));
        } catch (error) {
          return error instanceof Error ? 'refused' : 'no error';
        }
      }),
    );
    expect(failures).toEqual(['refused', 'refused']);
  });

  it('freezes what it exposes', async () => {
    const seen = await running.page.evaluate(() => {
      const { fixture } = window;
      return [
        Reflect.set(window, 'fixture', {}),
        Reflect.set(fixture, 'text', 'changed'),
        Reflect.set(fixture.nested, 'more', 1),
        Reflect.deleteProperty(fixture, 'nested'),
        window.fixture.text,
      ];
    });
    expect(seen).toEqual([false, false, false, false, 'plain text']);
  });

  it('exposes a name only once', async () => {
    const failure = await running.page.evaluate(() => window.fixture.exposeAgain());
    expect(failure).toContain('Cannot bind an API on top of an existing property');
  });

  it('exposes later, too', async () => {
    const name = await running.page.evaluate(async () => {
      await window.fixture.exposeOther('late');
      return (Reflect.get(window, 'late') as { readonly name: string }).name;
    });
    expect(name).toBe('late');
  });
});

describe('the worlds', () => {
  it('gives the preload require and process, and nothing of the page', async () => {
    const seen = await running.page.evaluate(() => window.fixture.worlds());
    expect(seen).toEqual({
      hasRequire: 'function',
      pageGlobal: 'undefined',
      processType: 'renderer',
      isContextIsolated: true,
      electron: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown,
    });
  });

  it('gives the page nothing of Node or of the preload', async () => {
    const names = ['require', 'module', 'process', 'Buffer', 'global', 'secretOfPreload'];
    const seen = await running.page.evaluate(
      (given) => given.map((name) => typeof Reflect.get(window, name)),
      names,
    );
    expect(seen).toEqual(names.map(() => 'undefined'));
  });

  it('makes functions of the page’s world: their constructor sees no more than the page', async () => {
    const seen = await running.application.evaluate(async ({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      const constructors = 'window.fixture.nested.add.constructor === Function';
      return (await contents?.executeJavaScript(constructors)) as unknown;
    });
    expect(seen).toBe(true);
  });

  it('keeps the preload from what the page does to built-in prototypes', async () => {
    const seen = await running.page.evaluate(() => {
      const { push } = Array.prototype;
      let calls = 0;
      Array.prototype.push = function (...values: unknown[]) {
        calls += 1;
        return push.apply(this, values);
      };
      const pushed = window.fixture.pushOf();
      Array.prototype.push = push;
      return { pushed, calls };
    });
    expect(seen).toEqual({ pushed: ['pushed'], calls: 0 });
  });

  it('gives a sandboxed preload no module of Node that can do harm', async () => {
    const failures = await running.page.evaluate(() =>
      Promise.all(['fs', 'child_process', './main.js'].map(window.fixture.requireFailure)),
    );
    for (const failure of failures) expect(failure).toContain('module not found');
  });

  it('runs the preload again in the next document', async () => {
    await running.page.reload();
    const seen = await running.page.evaluate(() => window.fixture.nested.add(1, 1));
    expect(seen).toBe(2);
  });
});
