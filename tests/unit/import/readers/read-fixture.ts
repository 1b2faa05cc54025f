import { readFileSync } from 'node:fs';
import type { ImportedFile } from '../../../../electron/import/imported-mark.ts';
import { readImportFile } from '../../../../electron/import/readers/read-import-file.ts';

/** What bytes or a text hold, as an import reads them. */
export function readAs(name: string, content: string | Uint8Array): ImportedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = readImportFile(name, bytes);
  if (!file.ok) throw new Error(file.problem.message);
  return file.value;
}

/** What a file of another app holds. */
export function readFixture(name: string): ImportedFile {
  return readAs(name, readFileSync(new URL(`../../../fixtures/import/${name}`, import.meta.url)));
}
