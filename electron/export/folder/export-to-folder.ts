import * as realFiles from 'node:fs/promises';
import type { FileOutcome } from '../../shared/model/export.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { problemOf } from '../write-file-atomically.ts';
import { type ExportedFile, exportFile } from './export-file.ts';
import type { ExportRecord } from './export-record.ts';
import { createFolderIndex } from './find-file.ts';
import { type FolderFileSystem, sweepFolder } from './folder-files.ts';

/** An export of one Markdown file for each briefing. */
export interface FolderExportRequest {
  /** The folder, which is there. */
  readonly folder: string;
  /** The briefings as they are exported now, one by one. */
  readonly files: AsyncIterable<ExportedFile>;
  readonly record: ExportRecord;
  readonly stop?: AbortSignal;
  /** Told how many files are done. */
  readonly progress?: (done: number) => void;
  /** Tests let its calls fail. */
  readonly fileSystem?: FolderFileSystem;
}

/** What was done before an export ended early, in a sentence. */
function doneBefore(outcomes: readonly FileOutcome[]): string {
  if (outcomes.length === 0) return 'No file was exported before.';
  const kinds = ['new', 'updated', 'kept', 'conflict'] as const;
  const counts = kinds
    .map((kind) => [kind, outcomes.filter(({ outcome }) => outcome === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`);
  return `Files exported before: ${counts.join(', ')}. Export again to go on.`;
}

/**
 * Exports briefings to the files of a folder: makes those that are not there, and merges into those
 * that are, so that nothing is lost that the reader wrote into them (`docs/re-export.md`). Files of
 * others are not touched. Exporting again without a change writes nothing.
 *
 * @returns what became of each file, in the order of `files`. After a failure every file is as it was
 *   or exported as a whole, and the problem says which file it was and what was done before.
 * @throws what `files` throws.
 */
export async function exportToFolder({
  folder,
  files,
  record,
  stop,
  progress,
  fileSystem = realFiles,
}: FolderExportRequest): Promise<Result<readonly FileOutcome[], Problem>> {
  const place = await fileSystem
    .realpath(folder)
    .catch((error: unknown) => problemOf(error, folder));
  if (typeof place !== 'string') return failure(place);
  await sweepFolder(fileSystem, place).catch(() => undefined);
  const index = createFolderIndex(fileSystem, place);
  const outcomes: FileOutcome[] = [];
  for await (const exported of files) {
    if (stop?.aborted === true) {
      const message = `The export was stopped. ${doneBefore(outcomes)}`;
      return failure({ kind: 'stopped', message });
    }
    const outcome = await exportFile(exported, { folder: place, record, index, files: fileSystem });
    if (!outcome.ok) {
      const message = `${outcome.problem.message} ${doneBefore(outcomes)}`;
      return failure({ ...outcome.problem, message });
    }
    outcomes.push(outcome.value);
    progress?.(outcomes.length);
  }
  return success(outcomes);
}
