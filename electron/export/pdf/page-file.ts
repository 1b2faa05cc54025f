import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EntrySource, WritingOptions } from '../format-writer.ts';
import { htmlWriter } from '../html/html-writer.ts';

/**
 * Writes entries as a page into a folder of its own, which only this user can read, and removes it
 * when the page has been used, or that failed. Rejects with what failed.
 */
export async function withPageFile<Outcome>(
  entries: EntrySource,
  options: WritingOptions,
  use: (file: string) => Promise<Outcome>,
): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'readout-print-'));
  try {
    const file = path.join(folder, 'page.html');
    await writeFile(file, htmlWriter(entries, options), { flag: 'wx', mode: 0o600 });
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
