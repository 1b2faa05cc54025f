import { execFileSync } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { briefingSchema } from '../../../../electron/shared/model/briefing.ts';
import { listingSchema } from '../../../../electron/shared/model/listing.ts';
import { openFileParser, outcomesOf } from '../../../support/library/file-parser.ts';
import { briefingFolder, snapshotOf, story } from '../../../support/library/folder.ts';
import { writeZip } from '../../../support/library/write-zip.ts';

describe('reading for the catalog', { timeout: 30_000 }, () => {
  it('answers in the order of the paths, several calls at once', async () => {
    const { write } = briefingFolder();
    const files = Array.from({ length: 150 }, (_, index) =>
      write(`${index}.txt`, story(`Story ${index}`)),
    );
    const parser = openFileParser({ threads: 2 });
    const [first, second] = await Promise.all([
      parser.read(files),
      parser.read(files.toReversed()),
    ]);
    const names = files.map((_file, index) => `Story ${index}`);
    expect(outcomesOf(first)).toEqual(names);
    expect(outcomesOf(second)).toEqual(names.toReversed());
    expect(await parser.read([])).toEqual([]);
  });

  it('gives the listing and what the catalog keeps', async () => {
    const { write } = briefingFolder();
    const file = write('port.txt', story('Port Reopens', '2025-11-20'), 1_700_000_000_000);
    const [reading] = await openFileParser().read([file]);
    const [parsed] = reading?.files ?? [];
    expect(reading).toMatchObject({ modifiedAt: 1_700_000_000_000 });
    expect(listingSchema.safeParse(parsed?.listing).success).toBe(true);
    expect(parsed?.listing).toMatchObject({ headline: 'Port Reopens', path: file, format: 'txt' });
    const json = inflateRawSync(parsed?.contents?.briefing ?? new Uint8Array()).toString();
    expect(briefingSchema.parse(JSON.parse(json))).toMatchObject({ headline: 'Port Reopens' });
  });

  it('says of what cannot be read why, and reads the rest', async () => {
    const { at, write } = briefingFolder();
    execFileSync('mkfifo', [at('fifo.txt')]);
    const readings = await openFileParser().read([
      write('a.txt', story('A')),
      write('b.doc', 'old'),
      at('gone.txt'),
      at('fifo.txt'),
      write('c.txt', '%PDF-1.7\n'),
      write('d.txt', story('D')),
    ]);
    expect(outcomesOf(readings)).toEqual([
      'A',
      `${at('b.doc')} cannot be read. Its kind is not known here: Readout reads .txt, .text, .md, .markdown, .html, .htm, .xhtml, .json, .eml, .docx, .pdf, .zip files.`,
      `${at('gone.txt')} is not there any more.`,
      `${at('fifo.txt')} cannot be read. It is no regular file.`,
      `${at('c.txt')} cannot be read. It is a PDF, not a text. Rename it to end in .pdf.`,
      'D',
    ]);
    expect(readings[1]).toMatchObject({ byteLength: 3, files: [{ contents: null }] });
    expect(readings[1]?.files[0]?.listing.format).toBeNull();
  });

  it('gives every briefing of a zip, and what in it cannot be read', async () => {
    const { at, write } = briefingFolder();
    write(
      'news.zip',
      writeZip({
        'a.txt': story('A'),
        'sub/b.txt': 'B\n\nImage\n\nOverview\n• One.\n',
        'sub/b.txt.media/1.png': 'x',
        '../../evil.txt': story('Evil'),
        'C:\\evil.txt': story('Other evil'),
        'inner.zip': writeZip({ 'x.txt': story('X') }),
        'page_files/style.css': 'p {}',
        '.hidden.txt': 'Hidden',
        '__MACOSX/a.txt': 'Resource',
      }),
    );
    const [reading] = await openFileParser().read([at('news.zip')]);
    const listings = reading?.files.map(({ listing }) => listing) ?? [];
    expect(listings.map(({ path, problem, headline }) => [path, problem ?? headline])).toEqual([
      [at('news.zip/a.txt'), 'A'],
      [at('news.zip/sub/b.txt'), 'B'],
      [at('news.zip/evil.txt'), 'Evil'],
      [at('news.zip/evil (2).txt'), 'Other evil'],
      [
        at('news.zip/inner.zip'),
        `${at('news.zip/inner.zip')} cannot be read. It is an archive inside of an archive. Unpack the outer one.`,
      ],
    ]);
    expect(new Set(listings.map(({ id }) => id)).size).toBe(5);
    expect(reading?.files[1]?.contents?.hasImage).toBe(true);
  });

  it('says of a zip without briefings that it has none', async () => {
    const { at, write } = briefingFolder();
    write('a.zip', writeZip({ 'a.css': '' }));
    write('b.zip', 'no zip');
    const readings = await openFileParser().read([at('a.zip'), at('b.zip')]);
    expect(outcomesOf(readings)).toEqual([
      `${at('a.zip')} has no briefings in it: no file in it is read.`,
      `${at('b.zip')} cannot be read. It is no zip archive, or its end is missing.`,
    ]);
  });

  it('writes nothing', async () => {
    const { root, at, write } = briefingFolder();
    write('news.zip', writeZip({ '../a.txt': story('A'), 'b.txt': story('B') }));
    write('c.txt', story('C'));
    const before = snapshotOf(root);
    await openFileParser().read([at('news.zip'), at('c.txt')]);
    expect(snapshotOf(root)).toEqual(before);
  });
});

describe('opening', { timeout: 30_000 }, () => {
  it('gives the briefing, that of a zip too', async () => {
    const { at, write } = briefingFolder();
    write('a.txt', story('A'));
    write('news.zip', writeZip({ 'sub/b.txt': story('B') }));
    const parser = openFileParser();
    expect(await parser.open(at('a.txt'))).toMatchObject({
      ok: true,
      value: { listing: { path: at('a.txt') }, briefing: { headline: 'A' } },
    });
    expect(await parser.open(at('news.zip/sub/b.txt'))).toMatchObject({
      ok: true,
      value: { listing: { path: at('news.zip/sub/b.txt'), fileName: 'b.txt' } },
    });
    for (const name of ['gone.txt', 'news.zip/gone.txt', 'gone.zip/a.txt', 'a.txt/b.txt']) {
      expect(await parser.open(at(name))).toMatchObject({
        ok: false,
        problem: { kind: 'missing' },
      });
    }
  });

  it('reads a file in a folder that is named like a zip', async () => {
    const file = briefingFolder().write('news.zip/a.txt', story('A'));
    expect(await openFileParser().open(file)).toMatchObject({ ok: true });
  });

  it('gives the same listing as reading for the catalog', async () => {
    const { at, write } = briefingFolder();
    write('news.zip', writeZip({ 'a.txt': story('A') }));
    const parser = openFileParser();
    const [reading] = await parser.read([at('news.zip')]);
    const opened = await parser.open(at('news.zip/a.txt'));
    expect(opened).toMatchObject({ value: { listing: reading?.files[0]?.listing } });
  });
});

describe('closing', { timeout: 30_000 }, () => {
  it('gives up what is under way', async () => {
    const { write } = briefingFolder();
    const files = Array.from({ length: 300 }, (_, index) => write(`${index}.txt`, story('A')));
    const parser = openFileParser();
    const readings = parser.read(files);
    const opened = parser.open(files[0] ?? '');
    const outcomes = Promise.allSettled([readings, opened]);
    await parser.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(parser.read(files)).rejects.toThrow('closed');
  });
});
