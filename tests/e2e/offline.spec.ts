import { createServer, type Server } from 'node:net';
import { expect, test } from './app.ts';
import { openBriefing, seedHeadline } from './actions.ts';

/** A canary on loopback: counts whoever knocks. */
async function openCanary(): Promise<{
  readonly port: number;
  readonly knocks: () => number;
  readonly server: Server;
}> {
  let knocks = 0;
  const server = createServer((socket) => {
    knocks += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The canary has no port.');
  return { port: address.port, knocks: () => knocks, server };
}

test('nothing on the page reaches the network', async ({ start, complaints }) => {
  const canary = await openCanary();
  const { page } = await start();
  await openBriefing(page, seedHeadline);
  const outcomes = await page.evaluate(async (port) => {
    const target = `127.0.0.1:${port}`;
    const settle = (promise: Promise<unknown>) =>
      promise.then(
        () => 'reached',
        () => 'refused',
      );
    const load = (element: HTMLElement) =>
      settle(
        new Promise((resolve, reject) => {
          element.addEventListener('load', resolve);
          element.addEventListener('error', reject);
          document.body.append(element);
          setTimeout(reject, 1_500);
        }),
      );
    const image = Object.assign(document.createElement('img'), { src: `http://${target}/a.png` });
    const frame = Object.assign(document.createElement('iframe'), { src: `http://${target}/b` });
    const link = Object.assign(document.createElement('link'), {
      rel: 'preconnect',
      href: `http://${target}`,
    });
    const style = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: `http://${target}/c.css`,
    });
    document.head.append(link);
    return {
      fetch: await settle(fetch(`http://${target}/d`)),
      beacon: navigator.sendBeacon(`http://${target}/e`) ? 'queued' : 'refused',
      image: await load(image),
      style: await load(style),
      frame: await load(frame).then(() => 'tried'),
      socket: await settle(
        new Promise((resolve, reject) => {
          const socket = new WebSocket(`ws://${target}/f`);
          socket.addEventListener('open', resolve);
          socket.addEventListener('error', reject);
        }),
      ),
    };
  }, canary.port);
  expect(outcomes).toMatchObject({
    fetch: 'refused',
    image: 'refused',
    style: 'refused',
    socket: 'refused',
  });
  await page.waitForTimeout(500);
  expect(canary.knocks()).toBe(0);
  canary.server.close();
  // The page's policy complains about each attempt, as it should.
  complaints.length = 0;
});

test('no window opens and no navigation leaves the app', async ({ start, complaints }) => {
  const { application, page } = await start();
  await page.evaluate(() => {
    window.open('https://elsewhere.test/');
    location.href = 'https://elsewhere.test/';
  });
  await page.waitForTimeout(500);
  await expect(page.getByRole('listbox', { name: 'Briefings' })).toBeVisible();
  expect(
    await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1);
  complaints.length = 0;
});

test('inline script and text with markup stay inert', async ({ start, complaints }) => {
  const { page } = await start();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
    } catch {
      return false;
    }
    return 'ranInline' in window;
  });
  expect(ran).toBe(false);
  complaints.length = 0;
});
