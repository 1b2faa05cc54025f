import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from './fixture.ts';

let running: Fixture;
beforeAll(async () => (running = await startFixture()));
afterAll(() => running.stop());

interface RequestOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** What the page's `fetch` makes of a path. */
function fetched(path: string, options: RequestOptions = {}) {
  return running.page.evaluate(
    async ([address, init]) => {
      const response = await fetch(address, init);
      return {
        status: response.status,
        kind: response.headers.get('x-kind'),
        text: await response.text(),
      };
    },
    [path, options] as const,
  );
}

describe('a handled scheme', () => {
  it('answers with status, headers and body', async () => {
    expect(await fetched('/teapot')).toEqual({
      status: 418,
      kind: 'tea',
      text: 'short and stout',
    });
  });

  it('answers without a body', async () => {
    expect(await fetched('/empty')).toEqual({ status: 204, kind: null, text: '' });
  });

  it('answers with a stream', async () => {
    expect(await fetched('/stream')).toMatchObject({ status: 200, text: 'one two three' });
  });

  it('answers with bytes as they are', async () => {
    const bytes = await running.page.evaluate(async () => {
      const response = await fetch('/bytes');
      return [...new Uint8Array(await response.arrayBuffer())];
    });
    expect(bytes).toEqual([0, 127, 128, 255]);
  });

  it('shows the request to its handler', async () => {
    const answer = await fetched('/request?a=1%202', {
      method: 'POST',
      headers: { 'x-given': 'yes' },
      body: 'naïve text',
    });
    expect(JSON.parse(answer.text)).toEqual({
      url: 'app://fixture/request?a=1%202',
      method: 'POST',
      header: 'yes',
      body: 'naïve text',
    });
  });

  it.each(['/moved', '/moved-far'])('redirects from %s', async (path) => {
    expect(await fetched(path)).toMatchObject({ status: 418, text: 'short and stout' });
  });

  it.each(['/error', '/throws'])('fails the request of %s', async (path) => {
    await expect(fetched(path)).rejects.toThrow('Failed to fetch');
  });

  it('is a secure context', async () => {
    expect(await running.page.evaluate(() => window.isSecureContext)).toBe(true);
  });

  it('obeys the Content-Security-Policy of its answer', async () => {
    const seen = await running.page.evaluate(async () => {
      const violation = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          resolve(event.effectiveDirective),
        );
      });
      const style = document.createElement('style');
      style.textContent = 'h1 { position: fixed }';
      document.head.append(style);
      const heading = document.querySelector('h1');
      return {
        inline: typeof Reflect.get(window, 'isInlineScriptRun'),
        own: Reflect.get(window, 'secretOfPage') as unknown,
        violation: await violation,
        position: heading === null ? null : getComputedStyle(heading).position,
      };
    });
    expect(seen).toEqual({
      inline: 'undefined',
      own: 'of the page',
      violation: 'style-src-elem',
      position: 'static',
    });
  });

  it('keeps the page from other origins by that policy', async () => {
    const failure = await running.page.evaluate(() =>
      fetch('https://elsewhere.test/').then(
        () => null,
        (error: unknown) => String(error),
      ),
    );
    expect(failure).toContain('Failed to fetch');
  });
});

describe('protocol', () => {
  it('knows which schemes are handled', async () => {
    const seen = await running.application.evaluate(({ protocol }) => {
      protocol.handle('other', () => new Response('other'));
      const before = protocol.isProtocolHandled('other');
      protocol.unhandle('other');
      return [before, protocol.isProtocolHandled('other'), protocol.isProtocolHandled('app')];
    });
    expect(seen).toEqual([true, false, true]);
  });

  it('refuses a second handler, and to unhandle what nobody handles', async () => {
    const refusals = await running.application.evaluate(({ protocol }) => {
      const refusalOf = (work: () => void): string => {
        try {
          work();
          return 'not refused';
        } catch (error) {
          return String(error);
        }
      };
      return [
        refusalOf(() => protocol.handle('app', () => new Response(''))),
        refusalOf(() => protocol.unhandle('unknown')),
      ];
    });
    expect(refusals).toEqual([
      'Error: Failed to register protocol: app',
      'Error: Failed to unhandle protocol: unknown',
    ]);
  });

  it('registers privileges before the app is ready only', async () => {
    const refusal = await running.application.evaluate(({ protocol }) => {
      try {
        protocol.registerSchemesAsPrivileged([{ scheme: 'late', privileges: {} }]);
        return null;
      } catch (error) {
        return String(error);
      }
    });
    expect(refusal).toContain(
      'protocol.registerSchemesAsPrivileged should be called before app is ready',
    );
  });
});
