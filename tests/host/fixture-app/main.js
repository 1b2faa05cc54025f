/** A small app for the conformance tests. It is written against Electron's documentation alone. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';

const folder = import.meta.dirname;
const contentTypes = { '.html': 'text/html', '.js': 'text/javascript' };
const policy = "default-src 'self'; style-src 'none'";

/** Electron is not ready before the main module has been evaluated, awaits included. */
await setTimeout(50);
const isReadyAtLoad = app.isReady();

function commandLineValue(name) {
  return app.commandLine.getSwitchValue(name);
}

function streamed(parts) {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      for (const part of parts) {
        controller.enqueue(encoder.encode(part));
        await setTimeout(5);
      }
      controller.close();
    },
  });
}

const answers = {
  '/teapot': () => new Response('short and stout', { status: 418, headers: { 'x-kind': 'tea' } }),
  '/empty': () => new Response(null, { status: 204 }),
  '/stream': () => new Response(streamed(['one ', 'two ', 'three'])),
  '/bytes': () => new Response(new Uint8Array([0, 127, 128, 255])),
  '/moved': () => new Response(null, { status: 302, headers: { location: '/teapot' } }),
  '/moved-far': () =>
    new Response(null, { status: 302, headers: { location: 'app://fixture/teapot' } }),
  '/never': () => new Promise(() => undefined),
  '/error': () => Response.error(),
  '/throws': () => {
    throw new Error('the handler failed');
  },
  '/request': async (request) =>
    Response.json({
      url: request.url,
      method: request.method,
      header: request.headers.get('x-given'),
      body: await request.text(),
    }),
};

function file(name) {
  const type = contentTypes[path.extname(name)] ?? 'text/plain';
  const headers = { 'content-type': type, 'content-security-policy': policy };
  try {
    return new Response(readFileSync(path.join(folder, 'pages', name)), { headers });
  } catch {
    return new Response('not found', { status: 404 });
  }
}

async function answer(request) {
  const { pathname } = new URL(request.url);
  return answers[pathname]?.(request) ?? file(pathname.slice(1));
}

const handlers = {
  echo: (_event, ...values) => values[0],
  count: (_event, ...values) => values.length,
  inspect: (_event, value) => inspect(value, { depth: 9, breakLength: Infinity, compact: true }),
  fail: (_event, message) => {
    throw new TypeError(message);
  },
  failWithText: () => Promise.reject('only a text'),
  answerUncloneable: () => ({ method: () => 1 }),
  senderAddress: ({ senderFrame }) => senderFrame.url,
  senderIsWindow: ({ sender }) => BrowserWindow.fromWebContents(sender) !== null,
  isReadyAtLoad: () => isReadyAtLoad,
  chooseFile: () => dialog.showSaveDialog({ defaultPath: 'notes.txt' }),
};

async function start() {
  await app.whenReady();
  const proxy = commandLineValue('fixture-proxy');
  if (proxy !== '') {
    await session.defaultSession.setProxy({ proxyRules: proxy, proxyBypassRules: '<-loopback>' });
  }
  protocol.handle('app', answer);
  for (const [channel, handler] of Object.entries(handlers)) ipcMain.handle(channel, handler);
  ipcMain.on('ask', (event, value) => event.reply('answer', value));
  const window = new BrowserWindow({
    width: 640,
    height: 480,
    webPreferences: { preload: path.join(folder, 'preload.cjs') },
  });
  await window.loadURL('app://fixture/page.html');
}

const profile = commandLineValue('fixture-profile');
mkdirSync(profile, { recursive: true });
app.setPath('userData', profile);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
// Not awaited here: Electron is not ready before this module has been evaluated.
if (app.requestSingleInstanceLock({ greeting: 'from the second' })) void start();
else app.exit(7);
