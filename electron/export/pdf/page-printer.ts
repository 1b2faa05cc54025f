import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { BrowserWindow, type Session, type WebContents } from 'electron';
import { lockSession } from '../../network-lock.ts';
import { pageScheme } from '../../page-address.ts';
import { denyPermissions } from '../../security.ts';
import { pagePolicy } from '../html/html-writer.ts';

/** What became of a page that was to go to a printer. */
export type PaperOutcome = 'printed' | 'cancelled';

/** Prints exported pages, each in a hidden window of its own. Both reject where that fails. */
export interface PagePrinter {
  /** The page in a file as a tagged PDF with bookmarks. */
  readonly toPdf: (file: string) => Promise<Uint8Array>;
  /** Shows the system's dialog for the page in a file. */
  readonly toPaper: (file: string) => Promise<PaperOutcome>;
}

/** The pages that are being printed have addresses of their own, apart from the app's page. */
const printOrigin = `${pageScheme}://print`;

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': pagePolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** A window that nobody sees, and that runs nothing. */
function hiddenWindow(session: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    // Where pages are laid out for the screen first, this is about the width of a page.
    ...{ width: 800, height: 1120 },
    webPreferences: {
      session,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
}

/** Page numbers and margins are the style sheet's, so that paper and PDF have the same. */
function makePdf(contents: WebContents): Promise<Uint8Array> {
  return contents.printToPDF({
    pageSize: 'A4',
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}

function print(contents: WebContents): Promise<PaperOutcome> {
  return new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true }, (isDone, reason) => {
      if (isDone) resolve('printed');
      // Chromium's words: "Print job canceled".
      else if (/cancel/i.test(reason)) resolve('cancelled');
      else reject(new Error(`The page was not printed. The printer says: ${reason}`));
    });
  });
}

/**
 * Prepares a session for printing: it is off the network like the app's own, holds no permission,
 * and serves the files that are being printed and nothing else.
 *
 * @param session is used for nothing else; its scheme has to be registered for the app's pages.
 */
export async function createPagePrinter(
  session: Session,
  platform: NodeJS.Platform,
): Promise<PagePrinter> {
  const files = new Map<string, string>();
  let lastNumber = 0;
  denyPermissions(session);
  await lockSession(session, platform);
  session.protocol.handle(pageScheme, ({ url, method }) => {
    const file = method === 'GET' ? files.get(url) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers });
    const content = Readable.toWeb(createReadStream(file)) as ReadableStream<
      Uint8Array<ArrayBuffer>
    >;
    return new Response(content, { headers });
  });

  async function inWindow<Outcome>(
    file: string,
    work: (contents: WebContents) => Promise<Outcome>,
  ): Promise<Outcome> {
    lastNumber += 1;
    const address = `${printOrigin}/${lastNumber}`;
    files.set(address, file);
    const window = hiddenWindow(session);
    try {
      await window.loadURL(address);
      return await work(window.webContents);
    } finally {
      files.delete(address);
      window.destroy();
    }
  }

  return {
    toPdf: (file) => inWindow(file, makePdf),
    toPaper: (file) => inWindow(file, print),
  };
}
