import { execFileSync } from 'node:child_process';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { FileParser } from '../../../../electron/library/parsing/file-parser.ts';
import { readEndings } from '../../../../electron/library/parsing/format-of.ts';
import { listingSchema } from '../../../../electron/shared/model/listing.ts';
import { openFileParser } from '../../../support/library/file-parser.ts';
import { briefingFolder, story } from '../../../support/library/folder.ts';
import { writePdf } from '../../../support/library/write-pdf.ts';
import { writeZip } from '../../../support/library/write-zip.ts';

const textEndings = ['.txt', '.md', '.html', '.json', '.eml'];
const english = 'Port Reopens\n\nOverview\n\n• Ships are moving, “at last”.\n';
const russian = 'Порт снова открыт\n\nОбзор\n\n• Корабли снова идут после подъёма драги.\n';
const megabyte = 1024 * 1024;

/** The bad input that a text can be, by what is bad about it. */
const badTexts: Readonly<Record<string, Uint8Array>> = {
  'no bytes': new Uint8Array(),
  'no line end': Buffer.from('Port Reopens'),
  'one line of 10 MB': Buffer.from('Ships are moving. '.repeat((10 * megabyte) / 18)),
  'invalid UTF-8': Buffer.concat([Buffer.from('Port – é – é – '), Buffer.of(0xff, 0xfe, 0xc0)]),
  'UTF-16 LE with a mark': Buffer.from(`\ufeff${english}`, 'utf16le'),
  'UTF-16 LE without one': Buffer.from(english, 'utf16le'),
  'UTF-16 BE with a mark': Buffer.from(`\ufeff${english}`, 'utf16le').swap16(),
  'UTF-16 BE without one': Buffer.from(english, 'utf16le').swap16(),
  'windows-1251': iconv.encode(russian, 'windows-1251'),
  'windows-1252': iconv.encode(english, 'windows-1252'),
  Shift_JIS: iconv.encode('港が再び開く\n\n• 四十四日ぶりに船が動いている。\n', 'shift_jis'),
  GB18030: iconv.encode('港口在疏浚船沉没后关闭\n\n• 航道必须重新开放。\n', 'gb18030'),
  'all kinds of line ends': Buffer.from('Port\r\rShips\r\n\nmove\n\r•\u2028again\u2029now\u0085'),
  'only NULs': new Uint8Array(5000),
  'a NUL in a text': Buffer.from('Port\0Reopens\n\n• One.\n'),
  'lone surrogates': Buffer.from('\ufeffPort \ud800 Re\udc00opens\n\n• One \ud83d.\n', 'utf16le'),
  'bidi controls': Buffer.from(
    'Port \u202eReopens\u202c \u2066x\u2069\n\n• One \u202a\u202b\u202d.\n',
  ),
  'NFC and NFD': Buffer.from('Zoé Zoe\u0301\n\n• é e\u0301\n'),
  'a picture': Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080200', 'hex'),
  '10,000-deep quotes': Buffer.from(`${'>'.repeat(10_000)} deep\n`),
  'lists in lists': Buffer.from(
    Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n * 2)}- x`).join('\n'),
  ),
  '10,000-deep elements': Buffer.from(`${'<div>'.repeat(10_000)}deep`),
  '10,000-deep brackets': Buffer.from('['.repeat(10_000)),
  'a script for a headline': Buffer.from(
    '<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n',
  ),
  'what expressions can be slow at': Buffer.from(
    `${'a'.repeat(50_000)}!\n${'(AP Photo/'.repeat(5000)}\n`,
  ),
  'a prototype': Buffer.from('---\n__proto__: {a: 1}\n---\n{"__proto__": {"a": 1}}'),
  'a mail without an end': Buffer.from(
    'From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n',
  ),
};

async function checkReadable(parser: FileParser, files: readonly string[]): Promise<void> {
  const readings = await parser.read(files);
  expect(readings).toHaveLength(files.length);
  for (const [index, { files: found }] of readings.entries()) {
    expect(found.length).toBeGreaterThan(0);
    for (const { listing, contents } of found) {
      expect(listingSchema.safeParse(listing).success).toBe(true);
      expect(listing.path.startsWith(files[index] ?? '')).toBe(true);
      expect(contents === null).toBe(listing.problem !== null);
    }
  }
}

describe('bad texts', { timeout: 120_000 }, () => {
  it.each(textEndings)('with the ending %s are briefings or problems', async (ending) => {
    const { write } = briefingFolder();
    const files = Object.values(badTexts).map((bytes, index) => write(`${index}${ending}`, bytes));
    await checkReadable(openFileParser(), files);
  });

  it.each([
    ['UTF-16 LE with a mark', 'Port Reopens'],
    ['UTF-16 BE without one', 'Port Reopens'],
    ['windows-1251', 'Порт снова открыт'],
    ['Shift_JIS', '港が再び開く'],
    ['bidi controls', 'Port \u202eReopens\u202c \u2066x\u2069'],
    ['a script for a headline', '<img src=x onerror=alert(1)>'],
  ])('in %s keep their headline', async (name, headline) => {
    const file = briefingFolder().write('a.txt', badTexts[name] ?? '');
    expect(await openFileParser().open(file)).toMatchObject({ value: { briefing: { headline } } });
  });
});

describe('files with strange names', () => {
  it.each([
    '<img src=x onerror=alert(1)>.txt',
    'a\nb.txt',
    '\u202etxt.exe.txt',
    '  .txt',
    '%2e.txt',
  ])('%j are data', async (name) => {
    const file = briefingFolder().write(name, story('A'));
    expect(await openFileParser().open(file)).toMatchObject({
      value: { listing: { fileName: name, path: file } },
    });
  });
});

describe('a bomb', { timeout: 60_000 }, () => {
  it('in a zip is a problem', async () => {
    const { write } = briefingFolder();
    const bomb = writeZip({ 'a.txt': new Uint8Array(100 * megabyte) });
    const [reading] = await openFileParser().read([write('a.zip', bomb)]);
    expect(reading?.files[0]?.listing.problem).toContain('200 times as large');
  });

  it('in a PDF is a problem', async () => {
    const deflated = deflateSync(new Uint8Array(300 * megabyte).fill(0x20));
    const file = briefingFolder().write('a.pdf', writePdf([{ lines: [], deflated }]));
    const [reading] = await openFileParser({ limits: { memory: 100 } }).read([file]);
    expect(reading?.files[0]?.listing.problem).toContain('more than 100 MB of memory');
  });

  it('of zips in zips is unpacked once', async () => {
    let zip = writeZip({ 'a.txt': story('A') });
    for (let depth = 0; depth < 20; depth += 1) zip = writeZip({ 'a.zip': zip, 'b.zip': zip });
    const [reading] = await openFileParser().read([briefingFolder().write('a.zip', zip)]);
    expect(reading?.files).toHaveLength(2);
  });
});

describe('what is no regular file', () => {
  it.skipIf(process.platform === 'win32').each(readEndings)(
    'is a problem as %s',
    async (ending) => {
      const { at, write } = briefingFolder();
      execFileSync('mkfifo', [at(`fifo${ending}`)]);
      write(`folder${ending}/a`, '');
      const readings = await openFileParser().read([at(`fifo${ending}`), at(`folder${ending}`)]);
      for (const { files } of readings)
        expect(files[0]?.listing.problem).toContain('no regular file');
    },
  );
});

describe('random bytes', { timeout: 120_000 }, () => {
  const starts: readonly Uint8Array[] = [
    new Uint8Array(),
    Buffer.from('%PDF-1.7\n'),
    Buffer.from('PK\u0003\u0004'),
    Buffer.from('<html><body><p>'),
    Buffer.from('---\ntitle: A\n---\n'),
    Buffer.from('Content-Type: multipart/mixed; boundary=a\n\n--a\n'),
    Buffer.from('{"headline":'),
    writePdf([{ lines: [{ text: 'A', y: 700 }] }]),
    writeZip({ 'a.txt': story('A'), 'b.pdf': writePdf([{ lines: [] }]) }),
  ];

  it('with any ending never end the parser', async () => {
    const { write } = briefingFolder();
    const parser = openFileParser();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom(...readEndings),
            fc.constantFrom(...starts),
            fc.uint8Array({ maxLength: 400 }),
            fc.nat(2000),
          ),
          { minLength: 1, maxLength: 20 },
        ),
        async (given) => {
          const files = given.map(([ending, start, bytes, at]) => {
            const whole = Buffer.concat([start, bytes]);
            // Bytes in the middle of a file that is otherwise right get further than any others.
            if (start.length > 100) whole.set(bytes.subarray(0, 20), at % (start.length - 20));
            count += 1;
            return write(`${count}${ending}`, whole);
          });
          await checkReadable(parser, files);
        },
      ),
      { numRuns: 60 },
    );
    expect(await parser.open(write('last.txt', story('Last')))).toMatchObject({ ok: true });
  });
});
