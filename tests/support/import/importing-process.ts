/**
 * Imports marks into a notes file: `node importing-process.ts FILE COUNT`. Half of them are passages
 * without an id. Says `planned` on standard output before it stores them, and how many came in behind
 * it; a failure ends the process with status 1.
 */
import { writeSync } from 'node:fs';
import { planImport, runImport } from '../../../electron/import/plan-import.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import { briefingOf } from '../../unit/shared/briefings.ts';
import { listingOf, markId } from '../../unit/shared/marks.ts';
import { fileOf, libraryOf, markOf, sourceOf, words } from '../../unit/import/importing.ts';

function fail(message: string): never {
  writeSync(2, `${message}\n`);
  process.exit(1);
}

const [file = fail('No file given.'), count = '0'] = process.argv.slice(2);
const opened = openNotes({ file });
if (!opened.ok) fail(opened.problem.message);
const { notes } = opened.value;
const briefings = Array.from({ length: 200 }, (_, number) => {
  const listing = listingOf(number + 1);
  const items = Array.from({ length: 100 }, (_unused, line) => {
    const text = `Ferry ${line} of line ${number} left the harbour of Valmar at noon.`;
    return { kind: 'bullet' as const, text, marker: '•' };
  });
  const sections = [{ heading: 'Overview', items }];
  return { listing, briefing: briefingOf({ headline: listing.headline, sections }) };
});
const marks = Array.from({ length: Number(count) }, (_, number) => {
  const { listing } = briefings[number % briefings.length] ?? fail('No briefing.');
  const line = Math.trunc(number / briefings.length);
  const target = words(`Ferry ${line} of line ${number % briefings.length} left the harbour`);
  const given = { source: sourceOf({ headline: listing.headline }), note: `Note ${number}.` };
  return number % 2 === 0
    ? markOf({ ...given, target })
    : markOf({ ...given, id: markId(number), createdAt: number, modifiedAt: number });
});
const plan = await planImport([fileOf(marks)], { library: libraryOf(briefings), notes }, 1);
writeSync(1, 'planned\n');
const report = runImport(plan, notes);
if (!report.ok) fail(report.problem.message);
writeSync(1, `${report.value.counts.new}\n`);
