import type { Problem } from '../shared/model/problem.ts';
import type { ExportOutcome, ExportRequest } from '../shared/model/export.ts';
import { describeFormat } from '../shared/export/formats.ts';
import { failure, type Result, success } from '../shared/result.ts';
import type { ExportingTools } from './exporting-tools.ts';
import { prepareExport, type PreparedExport } from './prepare-export.ts';
import type { ExportRun } from './export-run.ts';
import { watchEntries } from './watch-entries.ts';
import { writeFileAtomically } from './write-file-atomically.ts';
import { writeFolder } from './write-folder.ts';

/** Asks where to save a file of this name, or a folder; `null` where the reader does not want to. */
export type AskWhere = (kind: 'file' | 'folder', proposedName: string) => Promise<string | null>;

/** Writes a prepared export to a file or a folder, by its absolute path. */
export async function writeExport(
  prepared: PreparedExport,
  request: ExportRequest,
  where: string,
  run: ExportRun,
  tools: ExportingTools,
): Promise<Result<ExportOutcome, Problem>> {
  const { references, writer, options } = prepared;
  const entries = watchEntries(prepared.entries, references.length, run);
  const isFolder = request.layout === 'folder' && describeFormat(request.format).hasFolder;
  const done = { kind: 'saved', briefingCount: references.length } as const;
  if (isFolder) {
    const written = await writeFolder({ ...prepared, entries, folder: where, request, run, tools });
    if (!written.ok) return run.stop.aborted ? failure(stopped) : written;
    return success({ ...done, path: where, ...written.value });
  }
  const written = await writeFileAtomically(where, writer(entries, options));
  if (!written.ok) return run.stop.aborted ? failure(stopped) : written;
  return success({ ...done, ...written.value, files: [] });
}

const stopped: Problem = {
  kind: 'stopped',
  message: 'The export was stopped. What was there before is as it was.',
};

/** Makes an export, asks where it goes and writes it there. */
export async function saveExport(
  request: ExportRequest,
  tools: ExportingTools,
  askWhere: AskWhere,
  run: ExportRun,
): Promise<Result<ExportOutcome, Problem>> {
  const prepared = await prepareExport(request, tools);
  if (!prepared.ok) return prepared;
  const isFolder = request.layout === 'folder' && describeFormat(request.format).hasFolder;
  const where = await askWhere(isFolder ? 'folder' : 'file', prepared.value.fileName);
  if (where === null) return success({ kind: 'cancelled' });
  return writeExport(prepared.value, request, where, run, tools);
}
