import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileProblem } from '../library/file-problem.ts';
import { sizeText } from '../library/parsing/limits.ts';
import type { Notes } from '../notes/notes.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, success } from '../shared/result.ts';
import {
  type FileToImport,
  type ImportPlan,
  type ImportSources,
  planImport,
  runImport,
} from './plan-import.ts';
import { largestImport } from './readers/limits.ts';
import { readImportFile } from './readers/read-import-file.ts';

/** Reads one file that the reader chose; what is wrong with it is part of the answer. */
export async function readFileToImport(file: string): Promise<FileToImport> {
  const name = path.basename(file);
  try {
    const { size } = await stat(file);
    if (size > largestImport) {
      const message = `${name} is larger than ${sizeText(largestImport)}. Export it in parts.`;
      return { name, result: failure({ kind: 'unreadable', message }) };
    }
    return { name, result: readImportFile(name, await readFile(file)) };
  } catch (error) {
    return { name, result: failure(fileProblem(error, file)) };
  }
}

const notPlanned: Problem = {
  kind: 'missing',
  message: 'Nothing was imported: choose the files again, and look at what would come in.',
};

/**
 * The answers about imports. The page never knows where the files are: it confirms a plan by its id.
 *
 * @param askFiles asks the reader for files, by their absolute paths; none where none is chosen.
 */
export function createImportHandlers(
  sources: ImportSources & { readonly notes: Pick<Notes, 'importMarks'> },
  askFiles: () => Promise<readonly string[]>,
): Pick<Handlers, 'planImport' | 'runImport'> {
  let planned: { readonly id: string; readonly plan: ImportPlan } | null = null;
  return {
    planImport: async () => {
      const files = await askFiles();
      if (files.length === 0) return success(null);
      const read: FileToImport[] = [];
      for (const file of files) read.push(await readFileToImport(file));
      const plan = await planImport(read, sources, Date.now());
      planned = { id: randomUUID(), plan };
      return success({ id: planned.id, report: plan.report });
    },
    runImport: ({ id }) => {
      if (planned?.id !== id) return failure(notPlanned);
      const done = runImport(planned.plan, sources.notes);
      if (done.ok) planned = null;
      return done;
    },
  };
}
