import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openExportRecord } from '../../../../electron/export/folder/export-record.ts';
import { exportToFolder } from '../../../../electron/export/folder/export-to-folder.ts';
import { temporaryFolder, valueOf } from '../../../support/notes/store-folder.ts';
import { versionOf, versionsOf } from './versions.ts';

const own = '\nWhat the reader wrote.\n';
const stories = [1, 2, 3, 4];

async function exportVersion(folder: string, profile: string, version: number): Promise<unknown> {
  const record = valueOf(openExportRecord(profile, () => 0));
  const request = { folder, files: versionsOf(version), record };
  return valueOf(await exportToFolder(request).finally(() => record.close()));
}

/** Lets another process export until it has written so many files, and some milliseconds more. */
async function exportUntilKilled(
  folder: string,
  profile: string,
  count: number,
  delay: number,
): Promise<string> {
  const script = path.join(import.meta.dirname, 'exporting-process.ts');
  const child = spawn(process.execPath, [script, folder, profile], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  let lines = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const before = lines;
    lines += text.split('\n').length - 1;
    if (before < count && lines >= count) setTimeout(() => child.kill('SIGKILL'), delay);
  });
  await once(child, 'close');
  return errors;
}

describe('an export that is killed', () => {
  it('leaves old or new files, with what the reader wrote, and goes on without a conflict', async () => {
    const folder = temporaryFolder();
    const profile = temporaryFolder();
    await exportVersion(folder, profile, 0);
    for (const story of stories) {
      const { name, text } = versionOf(story, 0);
      writeFileSync(path.join(folder, name), text + own);
    }
    for (let kill = 0; kill < 20; kill += 1) {
      expect(await exportUntilKilled(folder, profile, 1 + ((kill * 7) % 23), kill % 7)).toBe('');
      for (const story of stories) {
        const text = readFileSync(path.join(folder, versionOf(story, 0).name), 'utf8');
        const version = Number(/version (\d+)/.exec(text)?.[1]);
        expect(text).toBe(versionOf(story, version).text + own);
      }
    }
    await exportVersion(folder, profile, 1_000_003);
    for (const story of stories) {
      const { name, text } = versionOf(story, 1_000_003);
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe(text + own);
    }
    const names = readdirSync(folder).filter((name) => !name.startsWith('.readout-'));
    expect(names).toEqual(stories.map((story) => versionOf(story, 0).name));
  }, 120_000);
});
