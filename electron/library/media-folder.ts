import { lstatSync, readdirSync } from 'node:fs';

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
export function picturesOf(path: string): readonly string[] {
  const folder = mediaFolderOf(path);
  try {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
  } catch {
    return [];
  }
}
