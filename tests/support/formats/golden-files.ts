import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { BriefingFile } from '../../../electron/library/formats/briefing-file.ts';
import type { Briefing } from '../../../electron/shared/model/briefing.ts';
import type { Problem } from '../../../electron/shared/model/problem.ts';
import type { Result } from '../../../electron/shared/result.ts';
import { fileOf, parsed } from './parsed.ts';

function folderOf(format: string): URL {
  return new URL(`../../fixtures/formats/${format}/`, import.meta.url);
}

/** The names of the files of a format that have to become what stands beside them. */
export function goldenFiles(format: string): readonly string[] {
  const names = readdirSync(folderOf(format)).filter((name) => name.endsWith(`.${format}`));
  if (names.length === 0) throw new Error(`There are no files for ${format}.`);
  return names;
}

/** The file with that name. */
export function goldenFile(format: string, name: string): BriefingFile {
  return fileOf(readFileSync(new URL(name, folderOf(format))), name);
}

/** Expects that a file becomes the briefing that stands beside it. */
export async function expectGolden(
  format: string,
  name: string,
  result: Promise<Result<Briefing, Problem>>,
): Promise<void> {
  const expected = new URL(name.replace(/\.\w+$/, '.expected.json'), folderOf(format));
  const briefing = await parsed(result);
  await expect(`${JSON.stringify(briefing, null, 2)}\n`).toMatchFileSnapshot(expected.pathname);
}
