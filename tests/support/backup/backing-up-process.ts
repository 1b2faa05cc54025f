/**
 * Backs up and restores notes until it is killed: `node backing-up-process.ts PROFILE`. The notes
 * have the ids of all notes in one, so that what a restore leaves is either state as a whole. A line
 * goes to standard output when it begins and after each round; a failure ends it with status 1.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { backupPlace } from '../../../electron/backup/backup-place.ts';
import { makeBackup } from '../../../electron/backup/make-backup.ts';
import { restoreBackup } from '../../../electron/backup/restore-backup.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import type { Problem } from '../../../electron/shared/model/problem.ts';
import type { Result } from '../../../electron/shared/result.ts';
import { briefingIdOf, noteDraft, referenceOf } from '../notes/drafts.ts';

function valueOf<Value>(result: Result<Value, Problem>): Value {
  if (result.ok) return result.value;
  writeSync(2, `${result.problem.message}\n`);
  return process.exit(1);
}

const place = backupPlace(process.argv[2] ?? '');
const { notes, setAside } = valueOf(openNotes({ file: place.notes }));
if (setAside !== null) {
  writeSync(2, `Set aside: ${setAside}\n`);
  process.exit(1);
}
writeSync(1, 'begun\n');
for (let round = 0; ; round += 1) {
  const { annotations } = notes.marksOf(briefingIdOf(1));
  valueOf(notes.removeAnnotations(annotations.map(({ id }) => id)));
  const generation = randomUUID();
  const saves = Array.from({ length: 60 }, () => ({
    draft: noteDraft({ note: `${generation} ${'x'.repeat(3000)}` }),
    reference: referenceOf(1),
  }));
  valueOf(notes.saveAnnotations(saves));
  const { backup } = valueOf(await makeBackup(place, 'automatic'));
  valueOf(notes.removeAnnotations(saves.map(({ draft }) => draft.id)));
  valueOf(await restoreBackup(place, notes, backup.name));
  writeSync(1, `round ${round}\n`);
}
