/**
 * Writes notes until it is killed: `node writing-process.ts FILE`. After each save that succeeded,
 * a line with the note's id and its version goes to standard output at once; a save that failed
 * ends the process with status 1 and its message on standard error.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import { noteDraft, referenceOf } from './drafts.ts';

function fail(message: string): never {
  writeSync(2, `${message}\n`);
  process.exit(1);
}

const opened = openNotes({ file: process.argv[2] ?? fail('No file given.') });
if (!opened.ok) fail(opened.problem.message);
if (opened.value.setAside !== null) fail(`Set aside: ${opened.value.setAside}`);
const { notes } = opened.value;
const editing = randomUUID();
let id = randomUUID();
for (let version = 1; ; version += 1) {
  if (version % 3 !== 0) id = randomUUID();
  const filling = 'x'.repeat((version * 997) % 6000);
  const saved = notes.saveAnnotation(
    noteDraft({ id, editing, note: `${version} ${filling}` }),
    referenceOf(1),
  );
  if (!saved.ok) fail(saved.problem.message);
  writeSync(1, `${id} ${version}\n`);
}
