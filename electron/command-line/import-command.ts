import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readFileToImport } from '../import/import-handlers.ts';
import { type FileToImport, planImport, runImport } from '../import/plan-import.ts';
import { openNotes } from '../notes/open-notes.ts';
import { profileFiles } from '../profile.ts';
import type { ImportOutcome, ImportReport } from '../shared/model/import.ts';
import { CommandFailure } from './failure.ts';
import { type FolderOptions, profileOf, withLibrary } from './library.ts';
import { type Streams, writeJson } from './streams.ts';

/** The options of `readout import`. */
export interface ImportOptions extends FolderOptions {
  readonly dryRun?: true;
  readonly json?: true;
}

const outcomes: readonly ImportOutcome[] = [
  'new',
  'moved',
  'orphan',
  'changed',
  'known',
  'refused',
];

function asText({ files, counts, items }: ImportReport): string {
  const problems = files.flatMap(({ problem }) => problem ?? []);
  const lost = items
    .filter(({ outcome }) => outcome === 'refused' || outcome === 'orphan')
    .map(({ outcome, briefing, excerpt, reason }) => {
      const words = [briefing, excerpt].filter((text) => text !== '').join(': ');
      return `${outcome}  ${words}${reason === null ? '' : ` (${reason})`}`;
    });
  const totals = outcomes.map((outcome) => `${String(counts[outcome])} ${outcome}`).join(', ');
  return [...problems, ...lost, totals, ''].join('\n');
}

async function importFiles(
  read: readonly FileToImport[],
  options: ImportOptions,
): Promise<ImportReport> {
  const file = profileFiles(profileOf(options)).notes;
  return withLibrary(options, async (library) => {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const opened = openNotes({ file });
    if (!opened.ok) throw new CommandFailure(opened.problem.message);
    const { notes } = opened.value;
    try {
      const plan = await planImport(read, { library, notes }, Date.now());
      if (options.dryRun === true) return plan.report;
      const done = runImport(plan, notes);
      if (!done.ok) throw new CommandFailure(done.problem.message);
      return done.value;
    } finally {
      notes.close();
    }
  });
}

/**
 * `readout import`: brings notes from files in, or says what would come in. Fails where none of the
 * files could be read.
 */
export async function importNotes(
  files: readonly string[],
  options: ImportOptions,
  streams: Streams,
): Promise<void> {
  const read: FileToImport[] = [];
  for (const file of files) read.push(await readFileToImport(path.resolve(file)));
  const report = await importFiles(read, options);
  if (options.json === true) writeJson(streams, report);
  else streams.output.write(asText(report));
  const problems = report.files.flatMap(({ problem }) => problem ?? []);
  if (problems.length === files.length) throw new CommandFailure(problems.join(' '));
}
