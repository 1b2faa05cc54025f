import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BackupPlace } from '../backup/backup-place.ts';
import { readBackupName } from '../backup/backup-name.ts';
import type { BroughtBack } from '../backup/bring-back.ts';
import { previewRestore } from '../backup/preview-restore.ts';
import type { RestorableNotes } from '../backup/restorable-notes.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { openNotes } from '../notes/open-notes.ts';
import type { RestorePreview } from '../shared/model/backup.ts';
import { type ProfileOptions, placeIn } from './backup-command.ts';
import { CommandFailure } from './failure.ts';
import { type Streams, writeJson } from './streams.ts';

/** The options of `readout restore`. */
export interface RestoreOptions extends ProfileOptions {
  readonly dryRun?: true;
}

/** The name of a backup of the profile, or the path of a file; a name comes first. */
function sourceOf({ folder }: BackupPlace, given: string): string {
  const isListed = readBackupName(given) !== null && existsSync(path.join(folder, given));
  return isListed ? given : path.resolve(given);
}

function open({ notes: file }: BackupPlace, streams: Streams): RestorableNotes {
  const opened = openNotes({ file });
  if (!opened.ok) throw new CommandFailure(opened.problem.message);
  const { notes, setAside } = opened.value;
  if (setAside !== null)
    streams.errors.write(`The notes could not be read; they are now ${setAside}\n`);
  return notes;
}

function summaryOf({ added, changed, removed }: BroughtBack): string {
  return `${added} added, ${changed} changed, ${removed} removed`;
}

function asText(preview: RestorePreview): string {
  const lines = preview.items.map(
    ({ difference, briefing, excerpt }) => `  ${difference}: ${briefing}: ${excerpt}`,
  );
  return [`Would be restored: ${summaryOf(preview)}.`, ...lines, ''].join('\n');
}

async function preview(
  place: BackupPlace,
  source: string,
  { json }: RestoreOptions,
  streams: Streams,
): Promise<void> {
  // What is compared needs the newest schema, which opening gives it.
  if (existsSync(place.notes)) open(place, streams).close();
  const result = await previewRestore(place, source);
  if (!result.ok) throw new CommandFailure(result.problem.message);
  if (json === true) writeJson(streams, result.value);
  else streams.output.write(asText(result.value));
}

async function restore(
  place: BackupPlace,
  source: string,
  { json }: RestoreOptions,
  streams: Streams,
): Promise<void> {
  const notes = open(place, streams);
  try {
    const result = await restoreBackup(place, notes, source);
    if (!result.ok) throw new CommandFailure(result.problem.message);
    const { before, ...counts } = result.value;
    if (json === true) writeJson(streams, result.value);
    else
      streams.output.write(
        `Restored: ${summaryOf(counts)}. What was there before is kept as ${before.name}\n`,
      );
  } finally {
    notes.close();
  }
}

/** `readout restore`: brings the notes to the state of a backup, or tells what that would change. */
export async function restoreNotes(
  given: string,
  options: RestoreOptions,
  streams: Streams,
): Promise<void> {
  const place = placeIn(options);
  const source = sourceOf(place, given);
  if (options.dryRun === true) await preview(place, source, options, streams);
  else await restore(place, source, options, streams);
}
