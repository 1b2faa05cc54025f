import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScript } from './fixture.ts';

interface Printed {
  readonly outcome: unknown;
  readonly consoleMessages: readonly string[];
  /** What is left in the folder for temporary files. */
  readonly left: readonly string[];
}

async function print(way: string): Promise<Printed> {
  const { lines, errors } = await runScript('print.js', `--way=${way}`);
  const [printed] = lines;
  if (printed === undefined) throw new Error(errors);
  return printed as Printed;
}

async function pdfOf(way: string): Promise<Uint8Array> {
  const { outcome } = await print(way);
  return new Uint8Array(Buffer.from(String(outcome), 'base64'));
}

interface Outlined {
  readonly title: string;
  readonly items: readonly Outlined[];
}

/** The titles of bookmarks, those inside of others behind them. */
function titlesOf(outline: readonly Outlined[]): readonly string[] {
  return outline.flatMap(({ title, items }) => [title, ...titlesOf(items)]);
}

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

describe('a PDF', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'readout-printing-'));
  const file = path.join(folder, 'book.pdf');
  let book: Uint8Array;
  beforeAll(async () => {
    book = await pdfOf('book');
    writeFileSync(file, book);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the headings as bookmarks', async () => {
    const document = await getDocumentProxy(new Uint8Array(book));
    const titles = titlesOf(await document.getOutline());
    expect(titles).toEqual(expect.arrayContaining(['Harbours', 'Contents', 'Overview', 'Tags']));
    expect(titles).toContain('Ferries of Norland, part 1');
  });

  it('links contents, notes and their places inside of itself', async () => {
    const document = await getDocumentProxy(new Uint8Array(book));
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, (_page, index) => document.getPage(index + 1)),
    );
    const annotations = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat();
    const links = annotations as readonly { readonly dest?: unknown; readonly url?: unknown }[];
    expect(links.filter(({ dest }) => dest !== undefined && dest !== null).length).toBeGreaterThan(
      9,
    );
    expect(links.filter(({ url }) => url !== undefined)).toEqual([]);
  });

  it.skipIf(!hasPoppler)('is tagged, of the size A4 and without scripts (needs pdfinfo)', () => {
    const facts = spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout;
    expect(facts).toMatch(/Title:\s+Harbours/);
    expect(facts).toMatch(/Tagged:\s+yes/);
    expect(facts).toMatch(/JavaScript:\s+no/);
    expect(facts).toMatch(/Page size:\s+59\d\S* x 84\d/);
  });

  it.skipIf(!hasPoppler)('has text, notes and page numbers (needs pdftotext)', () => {
    const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
    const pages = text.split('\f').slice(0, -1);
    for (const [index, page] of pages.entries()) {
      expect(page.trim()).toMatch(new RegExp(`\\b${index + 1} ?/ ?${pages.length}$`));
    }
    expect(text).toMatch(/The ferry to Valmar\s*4 left at noon\s*5\s*\./);
    expect(text).toContain('Overlaps the one before it.');
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain('Until when?');
    expect(text).toContain('#travel/sea');
  });
});

describe('printing', () => {
  it.each(['book', 'notes'])('says nothing on the console and leaves no file (%s)', async (way) => {
    const { consoleMessages, left } = await print(way);
    expect(consoleMessages).toEqual([]);
    expect(left).toEqual([]);
  });

  it.each(['printed', 'cancelled'])('tells that the reader has %s', async (way) => {
    expect(await print(way)).toEqual({
      outcome: { ok: true, value: way },
      consoleMessages: [],
      left: [],
    });
  });

  it('tells why nothing was printed, and leaves no file', async () => {
    const { outcome, left } = await print('broken');
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'stopped' } });
    expect(JSON.stringify(outcome)).toContain('No paper');
    expect(left).toEqual([]);
  });
});
