import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { largeText } from '../../../../electron/library/parsing/limits.ts';
import { cutAtLineEnd } from '../../../../electron/library/parsing/start-of-text.ts';
import { briefingFolder } from '../../../support/library/folder.ts';
import { openFileParser } from '../../../support/library/file-parser.ts';

const gigabyte = 1024 * 1024 * 1024;
const line = '• It reopened on Nov. 19, after forty-four days.\n';

/** A file of that size that begins with a story, and is a hole behind its first 3 MB. */
function largeFile(size: number): string {
  const text = `Port Reopens\n\n${line.repeat((3 * 1024 * 1024) / line.length)}`;
  const file = briefingFolder().write('a.txt', text);
  truncateSync(file, size);
  return file;
}

describe('a text of a gigabyte', { timeout: 30_000 }, () => {
  it('is shown up to the last line of its first 2 MB, and says so', async () => {
    const opened = await openFileParser().open(largeFile(gigabyte));
    if (!opened.ok) throw new Error(opened.problem.message);
    const { headline, sections, warnings } = opened.value.briefing;
    expect(headline).toBe('Port Reopens');
    expect(sections.at(-1)?.items.at(-1)?.text).toBe(line.slice(2).trim());
    expect(warnings).toEqual([
      {
        kind: 'truncated',
        message: 'The file is very long: of its 1,024 MB only the first 2 MB are shown.',
      },
    ]);
  });

  it('is another one when its size or its start changes', async () => {
    const parser = openFileParser();
    const fingerprint = async (file: string): Promise<string | null | undefined> =>
      (await parser.read([file]))[0]?.files[0]?.listing.fingerprint;
    const file = largeFile(largeText.whole + 1);
    const first = await fingerprint(file);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint(file)).toBe(first);
    truncateSync(file, largeText.whole + 2);
    const longer = await fingerprint(file);
    expect(longer).not.toBe(first);
    const handle = openSync(file, 'r+');
    writeSync(handle, 'Q');
    closeSync(handle);
    expect(await fingerprint(file)).not.toBe(longer);
  });

  it('is told with its whole size', async () => {
    const [reading] = await openFileParser().read([largeFile(gigabyte)]);
    expect(reading).toMatchObject({
      byteLength: gigabyte,
      files: [{ listing: { problem: null } }],
    });
  });
});

describe('cutAtLineEnd', () => {
  it.each([
    ['UTF-8', 'utf-8', 'Überall\nHäf', 'Überall\n'],
    ['CR', 'utf-8', 'One\rTwo', 'One\r'],
    ['UTF-16 LE', 'utf-16le', '\ufeffÜberall\nHäf', '\ufeffÜberall\n'],
    ['UTF-16 BE', 'utf-16be', '\ufeffÜberall\nHäf', '\ufeffÜberall\n'],
    ['UTF-16 without a mark', 'utf-16le', 'Over all\nHaf', 'Over all\n'],
    ['Shift_JIS', 'shift_jis', '港が\n再び', '港が\n'],
    ['a whole line', 'utf-8', 'One\n', 'One\n'],
  ])('cuts %s behind the last line end', (_name, encoding, text, expected) => {
    const cut = cutAtLineEnd(iconv.encode(text, encoding));
    expect(iconv.decode(Buffer.from(cut), encoding, { stripBOM: false })).toBe(expected);
  });

  it('cuts a single line between two characters', () => {
    const bytes = Buffer.from('abcé');
    expect(Buffer.from(cutAtLineEnd(bytes.subarray(0, 4))).toString()).toBe('abc');
  });
});
