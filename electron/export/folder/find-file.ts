import path from 'node:path';
import { folded, type FolderFileSystem, readFolderFile } from './folder-files.ts';

/** The files of a folder that an export goes to. */
export interface FolderIndex {
  /**
   * The file that a briefing was exported to, under the name that it has now; `null` if there is none.
   *
   * @throws the system's error where the folder or a file may not be read.
   */
  findFile(briefingId: string, recordedName: string | null): Promise<string | null>;
  /** Whether something has the name already, in upper or lower case. @throws the system's error. */
  isTaken(name: string): Promise<boolean>;
  /** A name that has been given to a file by now. */
  addName(name: string): void;
}

/** The briefing that a text says it is about, in its properties or in a comment. */
function briefingIdIn(text: string): string | null {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const front = /^---\r?\n([\s\S]*?)\r?\n---\s*$/m.exec(text.slice(start, start + 20_000));
  const properties =
    front?.index === 0 ? (front[1] ?? '') : text.slice(start).split(/\r?\n\r?\n/, 1)[0];
  const found =
    /^readout(?:-id)?(?:::|:) *["']?([\da-f]{32})["']? *\r?$/m.exec(properties ?? '') ??
    /<!-- *readout:([\da-f]{32}) *-->/.exec(text);
  return found?.[1] ?? null;
}

/** Which files of the folder say that they are about which briefing; the first one by name counts. */
async function indexFolder(
  files: FolderFileSystem,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const index = new Map<string, string>();
  const names = (await files.readdir(folder)).filter((name) => name.toLowerCase().endsWith('.md'));
  for (const name of names.toSorted()) {
    const file = await readFolderFile(files, path.join(folder, name)).catch(() => null);
    const briefingId = file?.kind === 'text' ? briefingIdIn(file.text) : null;
    if (briefingId !== null && !index.has(briefingId)) index.set(briefingId, name);
  }
  return index;
}

/** The files of a folder. They are gone through only if one is not where it is expected. */
export function createFolderIndex(files: FolderFileSystem, folder: string): FolderIndex {
  let index: Promise<ReadonlyMap<string, string>> | null = null;
  let names: Promise<Set<string>> | null = null;
  const added: string[] = [];
  return {
    findFile: async (briefingId, recordedName) => {
      if (recordedName !== null) {
        const file = await readFolderFile(files, path.join(folder, recordedName));
        const told = file.kind === 'text' ? briefingIdIn(file.text) : null;
        if (file.kind === 'text' && (told === null || told === briefingId)) return recordedName;
      }
      index ??= indexFolder(files, folder);
      return (await index).get(briefingId) ?? null;
    },
    isTaken: async (name) => {
      names ??= files.readdir(folder).then((all) => new Set([...all, ...added].map(folded)));
      return (await names).has(folded(name));
    },
    addName: (name) => {
      added.push(name);
      void names?.then((all) => all.add(folded(name)));
    },
  };
}
