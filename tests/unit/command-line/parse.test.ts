import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { briefingSchema } from '../../../electron/shared/model/briefing.ts';
import { briefingFolder, snapshotOf, story } from '../../support/library/briefing-folder.ts';
import { run, seed } from './run.ts';

const seedBriefing = {
  headline: 'Zelensky Travels to Turkey With U.S. Envoy as Moscow Sits Out Planned Talks',
  dek: 'Kremlin officials say U.S.–Russia contacts continue on an Anchorage-based framework under growing U.S. oil sanctions pressure.',
  figures: [
    {
      credit: { agency: 'Reuters', photographer: 'Kevin Lamarque', flags: [] },
      date: '2025-08-15',
    },
    { credit: { agency: 'Reuters', photographer: 'Susana Vera', flags: [] }, date: '2025-11-18' },
    {
      credit: { agency: 'Reuters', photographer: 'Maxim Shemetov', flags: ['pool'] },
      date: '2025-09-02',
    },
    {
      credit: { agency: 'Reuters', photographer: 'Sarah Meyssonnier', flags: ['pool'] },
      date: '2025-11-17',
    },
  ],
  sections: [{ heading: 'Overview' }],
  date: { value: '2025-11-19', provenance: 'inferred', evidence: 'Nov. 19' },
  source: 'Particle.news',
};

describe('readout parse --json', () => {
  it('shows the seed with every field as it should be', async () => {
    const { code, output, errors } = await run('parse', seed, '--json');
    expect([code, errors]).toEqual([0, '']);
    const briefing = briefingSchema.parse(JSON.parse(output));
    expect(briefing).toMatchObject(seedBriefing);
    expect(briefing.sections[0]?.items).toHaveLength(5);
    for (const item of briefing.sections[0]?.items ?? []) expect(item.kind).toBe('bullet');
  });

  it('gives one object for one file and an array for several, in their order', async () => {
    const folder = briefingFolder();
    const [first, second] = [
      folder.write('1.txt', story('First')),
      folder.write('2.txt', story('Second')),
    ];
    const one = await run('parse', '--json', first);
    expect(JSON.parse(one.output)).toMatchObject({ headline: 'First' });
    const several = await run('parse', '--json', second, first);
    expect(JSON.parse(several.output)).toMatchObject([
      { headline: 'Second' },
      { headline: 'First' },
    ]);
  });

  it('gives the others where one of several cannot be read', async () => {
    const folder = briefingFolder();
    const [first, second] = [
      folder.write('1.txt', story('First')),
      folder.write('2.txt', story('Second')),
    ];
    const answer = await run('parse', '--json', first, folder.at('gone.txt'), second);
    expect(answer.code).toBe(1);
    expect(JSON.parse(answer.output)).toMatchObject([
      { headline: 'First' },
      { headline: 'Second' },
    ]);
    expect(answer.errors).toBe(`readout: ${folder.at('gone.txt')} is not there any more.\n`);
  });

  it('gives an array for several of which only one can be read', async () => {
    const folder = briefingFolder();
    const first = folder.write('1.txt', story('First'));
    const answer = await run('parse', '--json', first, folder.at('gone.txt'));
    expect(JSON.parse(answer.output)).toMatchObject([{ headline: 'First' }]);
  });

  it('gives no JSON for the only file where it cannot be read', async () => {
    const answer = await run('parse', '--json', path.join(briefingFolder().root, 'gone.txt'));
    expect(answer).toMatchObject({ code: 1, output: '' });
  });
});

describe('readout parse', () => {
  it('shows the story for people: headline, source, figures with credits, bullets', async () => {
    const { code, output } = await run('parse', seed);
    const lines = output.split('\n');
    expect(code).toBe(0);
    expect(lines[0]).toBe(seedBriefing.headline);
    expect(lines[1]).toBe(seedBriefing.dek);
    expect(lines[2]).toBe('Particle.news · 2025-11-19 (inferred)');
    expect(output).toContain('[Reuters / Maxim Shemetov (pool), 2025-09-02]');
    expect(lines.filter((line) => line.startsWith('  • '))).toHaveLength(5);
    expect(output.endsWith('\n')).toBe(true);
  });

  it('shows several one after the other, with a line between', async () => {
    const folder = briefingFolder();
    const [first, second] = [
      folder.write('1.txt', story('First')),
      folder.write('2.txt', story('Second')),
    ];
    const { output } = await run('parse', first, second);
    expect(output).toMatch(/^First\n[^]*\n\nSecond\n/);
  });

  it('says what is uncertain about a file', async () => {
    const file = briefingFolder().write('empty.txt', '');
    const { code, output } = await run('parse', file);
    expect(code).toBe(0);
    expect(output).toMatch(/^Note: .+$/m);
  });

  it('takes names with spaces, of other scripts, and with line breaks in them', async () => {
    const folder = briefingFolder();
    const file = folder.write('die Fähre – العبارة.txt', story('Found'));
    expect((await run('parse', file)).output).toMatch(/^Found\n/);
    const { code, errors } = await run('parse', folder.at('two\nlines.txt'));
    expect(code).toBe(1);
    expect(errors).toMatch(/^readout: [^\n]+\n$/);
  });

  it('refuses a folder in one line', async () => {
    const { code, output, errors } = await run('parse', briefingFolder().root);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^readout: [^\n]+\n$/);
  });

  it('leaves the files as they are', async () => {
    const folder = briefingFolder();
    const file = folder.write('1.txt', story('First'));
    const before = snapshotOf(folder.root);
    await run('parse', file);
    expect(snapshotOf(folder.root)).toEqual(before);
  });
});
