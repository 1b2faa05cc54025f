import { lstat, readdir } from 'node:fs/promises';

/** The folder with the local pictures of a briefing: beside its file, named after it. */
export function mediaFolderOf(path: string): string {
  return `${path}.media`;
}

/** Whether a folder holds pictures of a briefing and no briefings. */
export function isMediaFolder(name: string): boolean {
  return name.toLowerCase().endsWith('.media');
}

/**
 * The names of the files in a briefing's media folder, sorted; none where there is no folder. A link
 * to a folder is none, because it can lead out of the library.
 */
export async function picturesOf(path: string): Promise<readonly string[]> {
  const folder = mediaFolderOf(path);
  const found = await lstat(folder).catch(() => null);
  if (found?.isDirectory() !== true) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
}
