import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  briefingFolder,
  scannedLibrary,
  snapshotOf,
  story,
  temporaryFolder,
} from '../../support/library/briefing-folder.ts';
import { noteDraft } from '../../support/notes/drafts.ts';
import { openStore, valueOf } from '../../support/notes/store-folder.ts';
import { briefingIdOf } from '../../../electron/library/briefing-id.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import { run } from './run.ts';

const hitsSchema = z.array(
  z.strictObject({
    path: z.string(),
    headline: z.string(),
    date: z.nullable(z.string()),
    excerpt: z.string(),
  }),
);

function fourStories() {
  const folder = briefingFolder();
  const profile = path.join(temporaryFolder(), 'profile');
  folder.write('ferry.txt', story('Ferry returns to Müller Haven', '2026-03-04'));
  folder.write('strike.txt', story('Dockers end their strike', '2026-03-02'));
  folder.write('old/ferry.txt', story('Old ferry sold', '2025-11-19'));
  const changedAt = Date.UTC(2025, 5, 1);
  const lighthouse = 'Lighthouse keepers\n\nOverview\n• No ferry came to 北京市.\n';
  folder.write('lighthouse.txt', lighthouse, changedAt);
  const search = (...args: readonly string[]) =>
    run('search', '--library', folder.root, '--profile', profile, ...args);
  const headlines = async (...args: readonly string[]) => {
    const { code, output, errors } = await search('--json', '--newest', ...args);
    expect([code, errors]).toEqual([0, '']);
    return hitsSchema.parse(JSON.parse(output)).map(({ headline }) => headline);
  };
  return { folder, profile, search, headlines };
}

describe('readout search', () => {
  it('indexes the folder and gives what the words are in, as JSON', async () => {
    const { folder, search } = fourStories();
    const { code, output, errors } = await search('muller', '--json');
    expect([code, errors]).toEqual([0, '']);
    expect(hitsSchema.parse(JSON.parse(output))).toEqual([
      {
        path: folder.at('ferry.txt'),
        headline: 'Ferry returns to Müller Haven',
        date: '2026-03-04',
        excerpt: 'Ferry returns to Müller Haven',
      },
    ]);
  });

  it('shows the words with the text around them', async () => {
    const { search } = fourStories();
    const hits = hitsSchema.parse(JSON.parse((await search('北京', '--json')).output));
    expect(hits.map(({ excerpt }) => excerpt)).toEqual(['No ferry came to 北京市.']);
  });

  it.each<[readonly string[], readonly string[]]>([
    [['ferry', 'returns'], ['Ferry returns to Müller Haven']],
    [['"old ferry"'], ['Old ferry sold']],
    [['"returns ferry"'], []],
    [['headline:ferry'], ['Ferry returns to Müller Haven', 'Old ferry sold']],
    [['strike OR sold'], ['Dockers end their strike', 'Old ferry sold']],
    [['ferry -old'], ['Ferry returns to Müller Haven', 'Lighthouse keepers']],
    [['ferry', 'after:2026-01-01'], ['Ferry returns to Müller Haven']],
    [['on:2025-11-19'], ['Old ferry sold']],
    [['path:old/'], ['Old ferry sold']],
    [['is:unread', 'dockers'], ['Dockers end their strike']],
  ])('finds for %j: %j', async (query, expected) =>
    expect(await fourStories().headlines(...query)).toEqual(expected),
  );

  it('gives a few lines for people', async () => {
    const { folder, search } = fourStories();
    expect((await search('dockers')).output).toBe(
      `2026-03-02  Dockers end their strike\n            ${folder.at('strike.txt')}\n`,
    );
  });

  it('stops at the limit', async () => {
    expect(await fourStories().headlines('ferry', '--limit', '1')).toHaveLength(1);
  });

  it('leaves out what is wrong in a query and says so', async () => {
    const { search } = fourStories();
    const { code, output, errors } = await search('dockers', 'is:purple', '--json');
    expect(code).toBe(0);
    expect(hitsSchema.parse(JSON.parse(output))).toHaveLength(1);
    expect(errors).toMatch(/^readout: “purple” is left out: /);
  });

  it('finds notes by their words, and the briefings by their tags', async () => {
    const { folder, profile, headlines } = fourStories();
    const library = await scannedLibrary([folder.root]);
    const [listing] = await library.find([briefingIdOf(folder.at('strike.txt'))]);
    if (listing === undefined) throw new Error('The story is not in the library.');
    const { notes } = openStore(path.join(profile, 'notes.sqlite'));
    const draft = noteDraft({ briefingId: listing.id, note: 'Ask Ómar.', tags: ['Harbour/Work'] });
    valueOf(notes.saveAnnotation(draft, referenceTo(listing)));
    notes.close();
    expect(await headlines('note:omar')).toEqual([listing.headline]);
    expect(await headlines('omar')).toEqual([listing.headline]);
    expect(await headlines('tag:harbour')).toEqual([listing.headline]);
    expect(await headlines('has:note')).toEqual([listing.headline]);
  });

  it('sees what changed since the last search, and keeps the index in the profile', async () => {
    const { folder, profile, headlines } = fourStories();
    await headlines('ferry');
    folder.write('new.txt', story('Ferry breaks down', '2026-04-01'));
    expect(await headlines('breaks')).toEqual(['Ferry breaks down']);
    expect(readdirSync(path.join(profile, 'indexes')).length).toBeGreaterThan(0);
  });

  it('leaves the folder as it is', async () => {
    const { folder, headlines } = fourStories();
    const before = snapshotOf(folder.root);
    await headlines('ferry');
    expect(snapshotOf(folder.root)).toEqual(before);
  });

  it.each([
    [['search', '--library', 'x'], 'query'],
    [['search', 'word'], 'library'],
    [['search', 'word', '--library', '.', '--limit', 'few'], 'It is a number from 1.'],
  ])('refuses %j', async (args, message) => {
    const { code, errors } = await run(...args);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });
});

describe('readout index', () => {
  it('says how many briefings there are, and how many files could not be read', async () => {
    const { folder, profile } = fourStories();
    folder.write('broken.pdf', 'no PDF');
    const args = ['--library', folder.root, '--profile', profile];
    const { code, output } = await run('index', ...args, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({ briefings: 5, problems: 1 });
    expect((await run('index', ...args)).output).toBe(
      '5 briefings are in the index. 1 file could not be read; “readout list” says why.\n',
    );
  });
});
