import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { listingSchema } from '../../../electron/shared/model/listing.ts';
import { briefingFolder, snapshotOf, story } from '../../support/library/briefing-folder.ts';
import { run } from './run.ts';

function threeStories() {
  const folder = briefingFolder();
  folder.write('old.txt', story('Old ferry', '2026-03-01'));
  folder.write('new/b.txt', story('Zebra ferry', '2026-03-04'));
  folder.write('new/a.txt', story('Anchor', '2026-03-04'));
  return folder;
}

describe('readout list', () => {
  it('gives a line per briefing, newest first and within a day in the order of their files', async () => {
    expect(await run('list', '--library', threeStories().root)).toEqual({
      code: 0,
      output: [
        '2026-03-04  Anchor  (a.txt)',
        '2026-03-04  Zebra ferry  (b.txt)',
        '2026-03-01  Old ferry  (old.txt)',
        '',
      ].join('\n'),
      errors: '',
    });
  });

  it('gives the same as JSON', async () => {
    const { root, at } = threeStories();
    const { code, output } = await run('list', '--library', root, '--json');
    const listings = z.array(listingSchema).parse(JSON.parse(output));
    expect(code).toBe(0);
    expect(listings.map(({ headline, path }) => [headline, path])).toEqual([
      ['Anchor', at('new/a.txt')],
      ['Zebra ferry', at('new/b.txt')],
      ['Old ferry', at('old.txt')],
    ]);
  });

  it('gives an empty array and no lines for an empty folder', async () => {
    const { root } = briefingFolder();
    expect(await run('list', '--library', root)).toEqual({ code: 0, output: '', errors: '' });
    expect(JSON.parse((await run('list', '--library', root, '--json')).output)).toEqual([]);
  });

  it('leaves the folder as it is', async () => {
    const { root } = threeStories();
    const before = snapshotOf(root);
    await run('list', '--library', root);
    expect(snapshotOf(root)).toEqual(before);
  });

  it.each(['gone', 'old.txt'])('refuses %s, which is no folder', async (name) => {
    const folder = threeStories();
    expect(await run('list', '--library', folder.at(name))).toEqual({
      code: 1,
      output: '',
      errors: `readout: ${folder.at(name)} is not a folder.\n`,
    });
  });
});
