import { describe, expect, it } from 'vitest';
import { briefingFolder } from '../../support/library/briefing-folder.ts';
import { run, seed } from './run.ts';

/** What `readout anchor --json` prints. */
async function anchorIn(file: string, ...args: readonly string[]): Promise<unknown> {
  const { code, output, errors } = await run('anchor', file, ...args, '--json');
  expect([code, errors]).toEqual([0, '']);
  return JSON.parse(output);
}

function fileWith(...lines: readonly string[]): string {
  return briefingFolder().write(
    'story.txt',
    `A Headline of a Story\n\nOverview\n\n${lines.join('\n\n')}\n`,
  );
}

const quay = 'He said that the quay is open today.';

describe('readout anchor --json', () => {
  it('finds a quote of the seed, and says where in UTF-16 code units of its part', async () => {
    const place = {
      part: 'sections/0/items/1',
      start: 73,
      end: 116,
      text: 'according to Turkish and Ukrainian sources,',
    };
    expect(await anchorIn(seed, '--quote', 'according to Turkish and Ukrainian sources,')).toEqual({
      resolution: 'exact',
      ...place,
      passages: [{ part: place.part, start: place.start, end: place.end }],
      candidates: [expect.objectContaining({ ...place, score: 1 })],
    });
  });

  it('takes a difference of quotes, dashes or spaces for none', async () => {
    const file = fileWith('• He called it “a good  morning” – twice.');
    expect(await anchorIn(file, '--quote', 'it "a good morning" - twice')).toMatchObject({
      resolution: 'exact',
      text: 'it “a good  morning” – twice',
    });
  });

  it('says of a quote that was edited that it moved', async () => {
    const file = fileWith('• The ferry to Norland stays in dock until Friday, the office says.');
    const query = ['--quote', 'stays in port until Friday', '--prefix', 'The ferry to Norland '];
    expect(await anchorIn(file, ...query)).toMatchObject({
      resolution: 'moved',
      part: 'sections/0/items/0',
      text: 'stays in dock until Friday',
    });
  });

  it('calls a quote that occurs twice ambiguous, and tells both places', async () => {
    const file = fileWith(`• First. ${quay}`, `• Second. ${quay}`);
    expect(await anchorIn(file, '--quote', 'the quay is open')).toMatchObject({
      resolution: 'ambiguous',
      part: null,
      start: null,
      end: null,
      text: null,
      candidates: [
        { part: 'sections/0/items/0', start: 20, end: 36, text: 'the quay is open', score: 1 },
        { part: 'sections/0/items/1', start: 21, end: 37, text: 'the quay is open', score: 1 },
      ],
    });
  });

  it.each([
    ['a prefix', ['--prefix', 'Second. He said that '], 'sections/0/items/1'],
    ['a suffix', ['--suffix', ' today.\nSecond.'], 'sections/0/items/0'],
    ['its offset', ['--start', '21'], 'sections/0/items/1'],
  ])('tells two places apart by %s', async (_, context, part) => {
    const file = fileWith(`• First. ${quay}`, `• Second. ${quay}`);
    expect(await anchorIn(file, '--quote', 'the quay is open', ...context)).toMatchObject({
      resolution: 'exact',
      part,
    });
  });

  it('finds a passage through several parts', async () => {
    const file = fileWith('• The first bullet ends', '• here the second begins');
    expect(await anchorIn(file, '--quote', 'bullet ends\nhere the')).toMatchObject({
      resolution: 'exact',
      part: 'sections/0/items/0',
      start: 10,
      end: 8,
      text: 'bullet ends\nhere the',
      passages: [
        { part: 'sections/0/items/0', start: 10, end: 21 },
        { part: 'sections/0/items/1', start: 0, end: 8 },
      ],
    });
  });

  it('says of a quote that is nowhere that it is an orphan', async () => {
    expect(await anchorIn(seed, '--quote', 'Fishermen protest against the quota')).toEqual({
      resolution: 'orphan',
      part: null,
      start: null,
      end: null,
      text: null,
      passages: [],
      candidates: [],
    });
  });
});

describe('readout anchor', () => {
  it('says it for people, too', async () => {
    const { code, output } = await run('anchor', seed, '--quote', 'prisoner exchanges');
    expect(code).toBe(0);
    expect(output).toMatch(
      /^exact\n {2}sections\/0\/items\/0 \d+–\d+ \(1\.00\): prisoner exchanges\n$/,
    );
  });

  it.each([
    ['no quote', ['anchor', seed]],
    ['a quote without words', ['anchor', seed, '--quote', ' ']],
    ['an offset that is none', ['anchor', seed, '--quote', 'Zelensky', '--start', '-1']],
    ['no file', ['anchor', '--quote', 'Zelensky']],
  ])('answers wrong usage with 2: %s', async (_, args) => {
    const { code, errors } = await run(...args);
    expect(code).toBe(2);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  it('answers a file that is not there with 1', async () => {
    const { code, errors } = await run('anchor', '/no/such/story.txt', '--quote', 'Zelensky');
    expect(code).toBe(1);
    expect(errors).toContain('not there');
  });
});
