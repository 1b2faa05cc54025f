import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of briefings, which goes with the test. */
export interface BriefingFolder {
  /** Absolute, without links in it. */
  readonly root: string;
  /** The absolute path of a file or folder in it. */
  readonly at: (name: string) => string;
  /** Writes a file, with its parent folders; `modifiedAt` is in milliseconds. Answers its path. */
  readonly write: (name: string, contents: string | Uint8Array, modifiedAt?: number) => string;
}

/** An empty temporary folder, which goes with the test: its absolute path without links in it. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'readout-library-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty folder for briefings. */
export function briefingFolder(): BriefingFolder {
  const root = temporaryFolder();
  const at = (name: string): string => path.join(root, name);
  return {
    root,
    at,
    write: (name, contents, modifiedAt) => {
      const file = at(name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, contents);
      if (modifiedAt !== undefined) utimesSync(file, modifiedAt / 1000, modifiedAt / 1000);
      return file;
    },
  };
}

/** A story with that headline, of that day (`YYYY-MM-DD`) where one is given. */
export function story(headline: string, day?: string): string {
  const frontMatter = day === undefined ? '' : `---\ndate: ${day}\n---\n`;
  return `${frontMatter}${headline}\n\nOverview\n• It was announced in the harbour town of Valmar.\n`;
}

/** Everything in a folder, as text that is the same only when nothing changed. */
export function snapshotOf(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return names.map((name) => {
    const file = path.join(folder, name);
    const { mode, size, mtimeMs, ctimeMs } = lstatSync(file);
    const contents = lstatSync(file).isFile() ? readFileSync(file, 'base64') : '';
    return [name, mode, size, mtimeMs, ctimeMs, contents].join(' ');
  });
}
