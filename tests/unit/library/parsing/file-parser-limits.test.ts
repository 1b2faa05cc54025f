import { describe, expect, it } from 'vitest';
import { openFileParser, outcomesOf } from '../../../support/library/file-parser.ts';
import { briefingFolder, story } from '../../../support/library/folder.ts';
import { writeZip } from '../../../support/library/write-zip.ts';

const megabyte = 1024 * 1024;

/** Takes seconds to parse and hundreds of megabytes of memory. */
const heavy = `Port\n\n${'A ship. Ada/Bo/Cy/Pool via AP\n'.repeat((15 * megabyte) / 32)}`;

describe('a file over a limit', { timeout: 60_000 }, () => {
  it('of time is given up, and the files around it are read', async () => {
    const { at, write } = briefingFolder();
    const files = [
      ...Array.from({ length: 20 }, (_, index) => write(`a${index}.txt`, story(`A ${index}`))),
      write('heavy.txt', heavy),
      ...Array.from({ length: 60 }, (_, index) => write(`b${index}.txt`, story(`B ${index}`))),
    ];
    const outcomes = outcomesOf(
      await openFileParser({ limits: { time: 1000, memory: 4096 } }).read(files),
    );
    expect(outcomes).toHaveLength(81);
    expect(outcomes[20]).toBe(
      `${at('heavy.txt')} took longer than 1 second to read, so it was given up. Split it, or save it in a simpler form.`,
    );
    expect([outcomes[0], outcomes[19], outcomes[21], outcomes[80]]).toEqual([
      ...['A 0', 'A 19', 'B 0', 'B 59'],
    ]);
  });

  it('of memory is given up, and the files around it are read', async () => {
    const { at, write } = briefingFolder();
    const files = [
      write('a.txt', story('A')),
      write('heavy.txt', heavy),
      write('b.txt', story('B')),
    ];
    expect(outcomesOf(await openFileParser({ limits: { memory: 60 } }).read(files))).toEqual([
      'A',
      `${at('heavy.txt')} needed more than 60 MB of memory to be read, so it was given up. Split it, or save it in a simpler form.`,
      'B',
    ]);
  });

  it('of output is given up, and the files around it are read', async () => {
    const { at, write } = briefingFolder();
    const long = story('Long') + '• It was announced once more.\n'.repeat(5000);
    const files = [write('a.txt', story('A')), write('long.txt', long), write('b.txt', story('B'))];
    const parser = openFileParser({ limits: { output: 100 * 1024 } });
    const problem = `${at('long.txt')} cannot be read. As a briefing it is larger than 100 kB, so it was given up. Split it into several files.`;
    expect(outcomesOf(await parser.read(files))).toEqual(['A', problem, 'B']);
    expect(await parser.open(at('long.txt'))).toEqual({
      ok: false,
      problem: { kind: 'unreadable', message: problem },
    });
  });

  it('in a zip is given up alone', async () => {
    const { at, write } = briefingFolder();
    write('news.zip', writeZip({ 'a.txt': story('A'), 'heavy.txt': heavy, 'b.txt': story('B') }));
    const parser = openFileParser({ limits: { time: 1000, memory: 4096 } });
    expect(outcomesOf(await parser.read([at('news.zip')]))).toEqual([
      'A',
      `A file in ${at('news.zip')} took longer than 1 second to read, so it was given up. Split it, or save it in a simpler form.`,
      'B',
    ]);
  });

  it('does not keep others from being opened, before and after', async () => {
    const { at, write } = briefingFolder();
    write('a.txt', story('A'));
    write('heavy.txt', heavy);
    const parser = openFileParser({ limits: { time: 1000, memory: 4096 } });
    const scan = parser.read([at('heavy.txt')]);
    expect(await parser.open(at('a.txt'))).toMatchObject({ ok: true });
    expect(await parser.open(at('heavy.txt'))).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('took longer than') as string },
    });
    expect(await parser.open(at('a.txt'))).toMatchObject({ ok: true });
    expect(outcomesOf(await scan)).toHaveLength(1);
  });
});
