import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import { briefingIdOf } from '../../support/notes/drafts.ts';
import { temporaryFile, valueOf } from '../../support/notes/store-folder.ts';
import { startWriting, type Written } from '../../support/notes/writer.ts';

const cycles = Number(process.env['READOUT_KILLS'] ?? 20);

/** After how many kills a file that does not exist yet is taken, so that its making is killed too. */
const cyclesPerFile = 5;

/** The versions of the notes in a file; the note's first word is its version. */
function readVersions(file: string): ReadonlyMap<string, number> {
  const { notes, setAside } = valueOf(openNotes({ file }));
  try {
    expect(setAside).toBeNull();
    const { annotations } = notes.marksOf(briefingIdOf(1));
    return new Map(annotations.map(({ id, note }) => [id, Number(note.split(' ')[0])]));
  } finally {
    notes.close();
  }
}

async function killAtRandom(file: string, cycle: number): Promise<Written> {
  const writer = startWriting(file);
  // Every second one is killed while it writes; the others at any time from their start on.
  if (cycle % 2 === 0) await writer.wrote(1 + Math.floor(Math.random() * 30));
  await sleep(Math.random() * (cycle % 2 === 0 ? 20 : 400));
  return writer.kill();
}

it(
  `every acknowledged note survives kill -9, ${cycles} times`,
  { timeout: 60_000 + cycles * 3000 },
  async () => {
    let file = temporaryFile();
    let expected = new Map<string, number>();
    let total = 0;
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      if (cycle % cyclesPerFile === 0) {
        file = temporaryFile();
        expected = new Map();
      }
      const { acknowledged, errors } = await killAtRandom(file, cycle);
      expect(errors).toBe('');
      total += acknowledged.size;
      expected = new Map([...expected, ...acknowledged]);
      const stored = readVersions(file);
      // A version that was not acknowledged any more may be stored, an older one may not.
      const lost = [...expected].filter(([id, version]) => (stored.get(id) ?? 0) < version);
      expect(lost).toEqual([]);
    }
    expect(total).toBeGreaterThan(cycles / 2);
  },
);
