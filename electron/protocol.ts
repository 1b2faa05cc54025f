import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { pageOrigin, pageScheme } from './page-address.ts';

/** A file of the bundle as it is served. */
export interface PageFile {
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The allow-list: every file that can be served, by the path of its URL (`/assets/index.js`). */
export type PageFiles = ReadonlyMap<string, PageFile>;

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
]);

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;

/** Gives the app's scheme the rights of a web origin. Has to run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
    },
  ]);
}

/**
 * Reads the bundled page into memory. Files of a kind that is not in the table of content types
 * are left out, so they cannot be served.
 *
 * @throws where the folder or a file in it cannot be read.
 */
export async function readPageFiles(directory: string): Promise<PageFiles> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = new Map<string, PageFile>();
  for (const entry of entries) {
    const contentType = contentTypes.get(path.extname(entry.name).toLowerCase());
    if (!entry.isFile() || contentType === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    const segments = path.relative(directory, file).split(path.sep);
    const address = new URL(segments.map(encodeURIComponent).join('/'), `${pageOrigin}/`);
    files.set(address.pathname, { contentType, bytes: new Uint8Array(await readFile(file)) });
  }
  return files;
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: securityHeaders });
}

/**
 * Answers a request of the page. Looks up the URL's path as it stands: nothing is decoded or
 * joined to a folder, so no spelling of a path leads out of the bundle.
 */
export function answerPageRequest(
  files: PageFiles,
  request: { readonly method: string; readonly url: string },
): Response {
  if (request.method !== 'GET') return refuse(405);
  const address = URL.parse(request.url);
  if (address === null || `${address.protocol}//${address.host}` !== pageOrigin) return refuse(404);
  const file = files.get(address.pathname);
  if (file === undefined) return refuse(404);
  return new Response(file.bytes, {
    headers: { ...securityHeaders, 'content-type': file.contentType },
  });
}

/**
 * Serves the bundled page in `directory` under the app's scheme, from memory.
 *
 * @returns `reload`, which reads the folder again (the bundle changes under `npm run dev`).
 */
export async function servePages(
  directory: string,
): Promise<{ readonly reload: () => Promise<void> }> {
  let files = await readPageFiles(directory);
  protocol.handle(pageScheme, (request) => answerPageRequest(files, request));
  return {
    reload: async () => {
      files = await readPageFiles(directory);
    },
  };
}
