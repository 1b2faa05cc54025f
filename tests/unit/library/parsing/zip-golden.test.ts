import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openFileParser } from '../../../support/library/file-parser.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/formats/zip');

it('a zip of another program is read as its golden file says', async () => {
  const zip = path.join(fixtures, 'news.zip');
  const [reading] = await openFileParser().read([zip]);
  const files = reading?.files.map(({ listing, contents }) => ({
    name: path.relative(zip, listing.path),
    format: listing.format,
    fingerprint: listing.fingerprint,
    hasImage: contents?.hasImage,
    briefing: JSON.parse(
      inflateRawSync(contents?.briefing ?? new Uint8Array()).toString(),
    ) as unknown,
  }));
  const golden: unknown = JSON.parse(
    readFileSync(path.join(fixtures, 'news.expected.json'), 'utf8'),
  );
  expect(files).toEqual(golden);
});

it('its pictures are read', async () => {
  const file = path.join(fixtures, 'news.zip/2025-11-19 Häfen/port.txt');
  expect(await openFileParser().picture(file, '1.png')).toMatchObject({
    ok: true,
    value: { mediaType: 'image/png' },
  });
});
