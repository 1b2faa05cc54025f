/**
 * `npm run bench`: makes libraries of 1,000, 10,000 and 100,000 files (or of the sizes given as
 * arguments) and prints JSON lines: scanning, searching and opening, each against the target or the
 * program that the task could be done with instead. Takes about ten minutes and 2 GB of disk.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { profileFiles } from '../../electron/profile.ts';
import { writeLibrary } from '../support/generated/write-library.ts';
import { measureApp, measureStalls } from './library/app.ts';
import { isInstalled, measureShell } from './library/baseline.ts';
import {
  measureFirstScan,
  measureOneChange,
  measureRescan,
  type MeasuredFolders,
} from './library/scanning.ts';
import { measureAgainstRipgrep, measureQueries } from './library/searching.ts';
import { machine, print, round } from './report.ts';

const given = process.argv.slice(2).map(Number);
const sizes = given.length === 0 ? [1000, 10_000, 100_000] : given;

async function measureScanning(
  folders: MeasuredFolders,
  scratch: string,
  size: number,
): Promise<void> {
  const { scan, firstRows, briefingCount } = await measureFirstScan(folders);
  if (briefingCount !== size) throw new Error(`${briefingCount} of ${size} briefings are listed.`);
  const shell = isInstalled('sqlite3') ? await measureShell(scratch, size) : null;
  print({
    what: 'first scan and index',
    size,
    ms: round(scan),
    firstRows: round(firstRows),
    shell: shell === null ? 'the sqlite3 shell is not installed' : round(shell['with texts']),
    ratio: shell === null ? null : round(scan / shell['with texts']),
    ratioToTableWithoutTexts: shell === null ? null : round(scan / shell['without texts']),
    target: 1.3,
  });
  await measureRescan(folders);
  await measureOneChange(folders, scratch);
}

async function measureSize(size: number): Promise<ReadonlyMap<string, number>> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'readout-bench-'));
  try {
    const root = path.join(scratch, 'library');
    const profile = path.join(scratch, 'profile');
    mkdirSync(profile);
    print({ what: 'library', size, ...writeLibrary(root, size) });
    const { catalog, reading } = profileFiles(profile);
    const folders = { root, catalogFile: catalog, readingFile: reading };
    await measureScanning(folders, scratch, size);
    const found = await measureQueries(folders, size);
    await measureAgainstRipgrep(folders);
    await measureApp({ root, profile }, size);
    await measureStalls({ root, profile: path.join(scratch, 'another profile') }, size);
    return found;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

print(machine());
const bySize = new Map<number, ReadonlyMap<string, number>>();
for (const size of sizes) bySize.set(size, await measureSize(size));
const [before, after] = [bySize.get(10_000), bySize.get(100_000)];
for (const [name, p99] of after ?? []) {
  const smaller = before?.get(name);
  if (smaller !== undefined) {
    print({ what: `growth of ${name}, 10k to 100k`, ratio: round(p99 / smaller), target: 2 });
  }
}
