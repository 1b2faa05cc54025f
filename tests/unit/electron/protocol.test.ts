import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  answerPageRequest,
  type PageFiles,
  readPageFiles,
  registerPageScheme,
  servePages,
} from '../../../electron/protocol.ts';

const electron = vi.hoisted(() => ({
  schemes: [] as unknown[],
  served: new Map<string, (request: { method: string; url: string }) => Response>(),
}));

vi.mock('electron', () => ({
  protocol: {
    registerSchemesAsPrivileged: (schemes: unknown[]) => electron.schemes.push(...schemes),
    handle: (scheme: string, answer: (request: { method: string; url: string }) => Response) =>
      electron.served.set(scheme, answer),
  },
}));

let folder: string;
let files: PageFiles;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'readout-pages-'));
  await mkdir(path.join(folder, 'bundle/assets'), { recursive: true });
  await writeFile(path.join(folder, 'secret.html'), 'secret');
  await writeFile(path.join(folder, 'bundle/index.html'), '<title>page</title>');
  await writeFile(path.join(folder, 'bundle/assets/a b.js'), 'run()');
  await writeFile(path.join(folder, 'bundle/assets/font.woff2'), Uint8Array.of(0, 1, 255));
  await writeFile(path.join(folder, 'bundle/assets/tool.exe'), 'no');
  files = await readPageFiles(path.join(folder, 'bundle'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function get(url: string): Response {
  return answerPageRequest(files, { method: 'GET', url });
}

describe('answerPageRequest', () => {
  it('serves a file of the bundle with its type and the policy', async () => {
    const answer = get('app://bundle/index.html');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<title>page</title>');
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'none'; form-action 'none'; base-uri 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'",
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });

  it('serves bytes as they are, under a name that needs escaping too', async () => {
    const font = get('app://bundle/assets/font.woff2');
    expect(font.headers.get('content-type')).toBe('font/woff2');
    expect(new Uint8Array(await font.arrayBuffer())).toEqual(Uint8Array.of(0, 1, 255));
    expect(await get('app://bundle/assets/a%20b.js').text()).toBe('run()');
  });

  it('leaves out files of an unknown kind', () => {
    expect(get('app://bundle/assets/tool.exe').status).toBe(404);
  });

  it.each([
    'app://bundle/../secret.html',
    'app://bundle/..%2fsecret.html',
    'app://bundle/%2e%2e/secret.html',
    'app://bundle/%2e%2e%2fsecret.html',
    'app://bundle/..%5csecret.html',
    'app://bundle/..\\secret.html',
    'app://bundle/assets/../../secret.html',
    'app://bundle/assets/..%252f..%252fsecret.html',
    'app://bundle//index.html',
    'app://bundle/index.html%00.js',
    'app://bundle/INDEX.HTML',
    'app://bundle/',
    'app://bundle/assets/',
    'app://bundle/__proto__',
    'app://bundle/constructor',
    'app://other/index.html',
    'app://bundle:80/index.html',
    'https://bundle/index.html',
    'file:///index.html',
    'not an address',
  ])('finds nothing at %s', async (url) => {
    const answer = get(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])('refuses %s', (method) => {
    expect(answerPageRequest(files, { method, url: 'app://bundle/index.html' }).status).toBe(405);
  });
});

describe('registerPageScheme', () => {
  it('makes the scheme a web origin that cannot pass the policy by', () => {
    registerPageScheme();
    expect(electron.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
      },
    ]);
  });
});

describe('servePages', () => {
  it('serves from memory until it is told to read the bundle again', async () => {
    const pages = await servePages(path.join(folder, 'bundle'));
    const read = (): Promise<string> | undefined =>
      electron.served.get('app')?.({ method: 'GET', url: 'app://bundle/index.html' }).text();
    await writeFile(path.join(folder, 'bundle/index.html'), 'new');
    expect(await read()).toBe('<title>page</title>');
    await pages.reload();
    expect(await read()).toBe('new');
  });
});
