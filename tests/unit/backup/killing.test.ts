import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { backupPlace } from '../../../electron/backup/backup-place.ts';
import { listBackups } from '../../../electron/backup/list-backups.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import { briefingIdOf } from '../../support/notes/drafts.ts';
import { openStore, temporaryFolder, valueOf } from '../../support/notes/store-folder.ts';
import { filesIn } from '../../support/backup/profile.ts';

const kills = Number(process.env['READOUT_KILLS'] ?? 12);

const script = path.join(import.meta.dirname, '../../support/backup/backing-up-process.ts');

interface Killed {
  readonly output: string;
  readonly errors: string;
}

/** Lets a process back up and restore, and kills it a moment after it has said `word`. */
async function killAfter(word: string, profile: string): Promise<Killed> {
  const child = spawn(process.execPath, [script, profile], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const begun = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes(word)) resolve();
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  await Promise.race([begun, ended]);
  await sleep(Math.random() * 500);
  child.kill('SIGKILL');
  await ended;
  return { output, errors };
}

/** The notes of the one briefing, as the word that those of one round have in common. */
function generationsIn(file: string): readonly (string | undefined)[] {
  const { notes, setAside } = openStore(file);
  expect(setAside).toBeNull();
  const { annotations } = notes.marksOf(briefingIdOf(1));
  notes.close();
  return annotations.map(({ note }) => note.split(' ')[0]);
}

it(
  `notes are whole, and every backup that counts is, after kill -9, ${kills} times`,
  { timeout: 60_000 + kills * 4000 },
  async () => {
    const profile = path.join(temporaryFolder(), 'profile');
    mkdirSync(profile);
    const place = backupPlace(profile);
    valueOf(openNotes({ file: place.notes })).notes.close();
    let output = '';
    for (let kill = 0; kill < kills; kill += 1) {
      const killed = await killAfter(kill % 3 === 0 ? 'round' : 'begun', profile);
      expect(killed.errors).toBe('');
      output += killed.output;
      // All notes of one round or none: a change is there as a whole.
      const generations = generationsIn(place.notes);
      expect([0, 60]).toContain(generations.length);
      expect(new Set(generations).size).toBe(Math.min(1, generations.length));
      const listed = await listBackups(place);
      const named = filesIn(place).filter((name) => /^notes-.*\.sqlite$/.test(name));
      expect(listed.map(({ name }) => name)).toEqual(named.toReversed());
    }
    for (const { name, annotations } of await listBackups(place)) {
      const restored = generationsIn(path.join(place.folder, name));
      expect(restored).toHaveLength(annotations);
      expect([0, 60]).toContain(annotations);
    }
    expect(output).toContain('round');
  },
);
