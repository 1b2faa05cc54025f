import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Notes } from '../../../electron/notes/notes.ts';
import { type OpenedNotes, openNotes } from '../../../electron/notes/open-notes.ts';
import type { Result } from '../../../electron/shared/result.ts';

/** An empty temporary folder, which goes with the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'readout-notes-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of a notes file that does not exist yet, in a temporary folder. */
export function temporaryFile(): string {
  return path.join(temporaryFolder(), 'notes.sqlite');
}

/** The value of a success; a failure fails the test with its message. */
export function valueOf<Value>(result: Result<Value, { readonly message: string }>): Value {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

/** The system's clock, but later each time it is read: notes are listed by when they were made. */
function orderlyClock(): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now());
    return last;
  };
}

/** Opens notes that are closed with the test. */
export function openStore(file: string, now = orderlyClock()): OpenedNotes {
  const opened = valueOf(openNotes({ file, now }));
  onTestFinished(() => opened.notes.close());
  return opened;
}

/** Opens notes in a temporary folder; they are closed with the test. */
export function openTemporaryNotes(now?: () => number): Notes {
  return openStore(temporaryFile(), now).notes;
}

/** A clock that is a second later each time it is read. */
export function tickingClock(): () => number {
  let time = 1_770_000_000_000;
  return () => {
    time += 1000;
    return time;
  };
}
