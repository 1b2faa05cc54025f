import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from './fixture.ts';

let running: Fixture;
let proxy: Server;
const asked: string[] = [];

beforeAll(async () => {
  proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<title>By proxy</title><h1>By proxy</h1>');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  running = await startFixture(`--fixture-proxy=127.0.0.1:${port}`);
});

afterAll(async () => {
  await running.stop();
  proxy.closeAllConnections();
  proxy.close();
});

/** Keeps every request that the app's filter sees, and cancels those of one path. */
function filterRequests(cancelled: string): Promise<void> {
  return running.application.evaluate(({ session }, path) => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    session.defaultSession.webRequest.onBeforeRequest((details, respond) => {
      seen.push([details.url, details.method, details.resourceType]);
      respond({ cancel: new URL(details.url).pathname === path });
    });
  }, cancelled);
}

function seenRequests(): Promise<unknown> {
  return running.application.evaluate(() => Reflect.get(globalThis, 'seen') as unknown);
}

describe('webRequest.onBeforeRequest', () => {
  it('cancels what its listener says, and lets the rest pass', async () => {
    await filterRequests('/teapot');
    const outcomes = await running.page.evaluate(() =>
      Promise.all(
        ['/teapot', '/stream'].map((path) =>
          fetch(path).then(
            (response) => response.status,
            () => 'cancelled',
          ),
        ),
      ),
    );
    expect(outcomes).toEqual(['cancelled', 200]);
    expect(await seenRequests()).toEqual([
      ['app://fixture/teapot', 'GET', 'xhr'],
      ['app://fixture/stream', 'GET', 'xhr'],
    ]);
  });

  it('names what is loaded in Electron’s words', async () => {
    await filterRequests('');
    await running.page.reload();
    await running.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'other.html';
      const image = document.createElement('img');
      image.src = 'missing.png';
      const loads = [frame, image].map(
        (element) =>
          new Promise((resolve) => {
            for (const end of ['load', 'error']) element.addEventListener(end, resolve);
          }),
      );
      document.body.append(frame, image);
      await Promise.all(loads);
    });
    expect(await seenRequests()).toEqual(
      expect.arrayContaining([
        ['app://fixture/page.html', 'GET', 'mainFrame'],
        ['app://fixture/page.js', 'GET', 'script'],
        ['app://fixture/other.html', 'GET', 'subFrame'],
        ['app://fixture/missing.png', 'GET', 'image'],
      ]),
    );
  });

  it('sees requests to elsewhere, and cancels them', async () => {
    await filterRequests('/cancelled');
    const failure = await running.application.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const message = await window.loadURL('http://elsewhere.test/cancelled').then(
        () => 'loaded',
        (error: unknown) => String(Reflect.get(Object(error) as object, 'code')),
      );
      window.destroy();
      return message;
    });
    expect(failure).toBe('ERR_BLOCKED_BY_CLIENT');
    expect(asked).not.toContain('http://elsewhere.test/cancelled');
    expect(await seenRequests()).toContainEqual([
      'http://elsewhere.test/cancelled',
      'GET',
      'mainFrame',
    ]);
  });

  it('is given up with null', async () => {
    await filterRequests('/stream');
    await running.application.evaluate(({ session }) => {
      session.defaultSession.webRequest.onBeforeRequest(null);
    });
    expect(await running.page.evaluate(async () => (await fetch('/stream')).status)).toBe(200);
  });
});

describe('session', () => {
  it('sends requests through the proxy of the app', async () => {
    const title = await running.application.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('http://elsewhere.test/page');
      const text = (await window.webContents.executeJavaScript('document.title')) as string;
      window.destroy();
      return text;
    });
    expect(title).toBe('By proxy');
    expect(asked).toContain('http://elsewhere.test/page');
  });

  it('denies the page what the app denies', async () => {
    await running.application.evaluate(({ session }) => {
      session.defaultSession.setPermissionRequestHandler((_contents, _permission, respond) =>
        respond(false),
      );
      session.defaultSession.setPermissionCheckHandler(() => false);
    });
    const seen = await running.page.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      position: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code),
        );
      }),
    }));
    expect(seen).toEqual({ notification: 'denied', position: 1 });
  });
});
