import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Notes } from '../../../electron/notes/notes.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import { temporaryFile, valueOf } from '../../support/notes/store-folder.ts';

const cycles = Number(process.env['READOUT_KILLS'] ?? 5);

interface Importing {
  /** Settles when the import is about to be stored, or the process has ended. */
  readonly planned: Promise<void>;
  readonly ended: Promise<{ readonly output: string; readonly errors: string }>;
  readonly kill: () => void;
}

/** Starts a process that imports `count` marks into a file, with at most that much memory. */
function startImporting(file: string, count: number, megabytes: number): Importing {
  const script = path.join(import.meta.dirname, '../../support/import/importing-process.ts');
  const values = [`--max-old-space-size=${megabytes}`, script, file, String(count)];
  const child = spawn(process.execPath, values, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  const planned = Promise.withResolvers<undefined>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    planned.resolve(undefined);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<{ output: string; errors: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      planned.resolve(undefined);
      resolve({ output, errors });
    });
  });
  return { planned: planned.promise, ended, kill: () => child.kill('SIGKILL') };
}

function reading<Value>(file: string, read: (notes: Notes) => Value): Value {
  const { notes, setAside } = valueOf(openNotes({ file }));
  try {
    expect(setAside).toBeNull();
    return read(notes);
  } finally {
    notes.close();
  }
}

function countIn(file: string): number {
  return reading(file, (notes) =>
    notes.countMarks().reduce((sum, { annotations }) => sum + annotations, 0),
  );
}

it('20,000 marks come in with 160 MB of memory, and are undone at once', async () => {
  const file = temporaryFile();
  const { output, errors } = await startImporting(file, 20_000, 160).ended;
  expect({ output, errors }).toEqual({ output: 'planned\n20000\n', errors: '' });
  expect(countIn(file)).toBe(20_000);
  const undone = reading(file, (notes) => valueOf(notes.undo()));
  expect(undone).toMatchObject({ description: '20000 annotations imported' });
  expect(countIn(file)).toBe(0);
}, 120_000);

it(
  `an import that is killed is stored as a whole or not at all, ${cycles} times`,
  { timeout: 60_000 + cycles * 10_000 },
  async () => {
    const count = 2000;
    let unfinished = 0;
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const file = temporaryFile();
      const importing = startImporting(file, count, 500);
      await importing.planned;
      await sleep((cycle / cycles) * 300);
      importing.kill();
      const { output, errors } = await importing.ended;
      expect(errors).toBe('');
      const stored = countIn(file);
      // What was told as done is stored; what was not may be, but then as a whole.
      expect(output.endsWith(`${count}\n`) ? [count] : [0, count]).toContain(stored);
      if (stored === 0) unfinished += 1;
    }
    expect(unfinished).toBeGreaterThan(0);
  },
);
