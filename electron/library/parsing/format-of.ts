import path from 'node:path';
import type { Format } from '../../shared/model/listing.ts';

/** What a file's ending says that it is: a briefing of some format, or an archive of briefings. */
export type FileKind = Format | 'zip';

const kinds: ReadonlyMap<string, FileKind> = new Map([
  ['.txt', 'txt'],
  ['.text', 'txt'],
  ['.md', 'md'],
  ['.markdown', 'md'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.json', 'json'],
  ['.eml', 'eml'],
  ['.docx', 'docx'],
  ['.pdf', 'pdf'],
  ['.zip', 'zip'],
]);

/** The endings that are read, in lower case and with their dots. */
export const readEndings: readonly string[] = [...kinds.keys()];

/** The format of a file by the ending of its name; `null` for a kind that is not read. */
export function formatOf(fileName: string): FileKind | null {
  return kinds.get(path.extname(fileName).toLowerCase()) ?? null;
}
