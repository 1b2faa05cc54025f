import type { ExportOutcome, ExportRequest } from '../shared/model/export.ts';
import type { Problem } from '../shared/model/problem.ts';
import { type Result, success } from '../shared/result.ts';
import type { ExportSources } from './collect-entries.ts';
import { makeExport } from './make-export.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** Asks where to save; `null` where the reader does not want to after all. */
export type AskWhere = (proposedName: string) => Promise<string | null>;

/** Makes an export, asks where it goes and writes it there. */
export async function saveExport(
  request: ExportRequest,
  sources: ExportSources,
  askWhere: AskWhere,
): Promise<Result<ExportOutcome, Problem>> {
  const made = await makeExport(request, sources);
  if (!made.ok) return made;
  const file = await askWhere(made.value.fileName);
  if (file === null) return success({ kind: 'cancelled' });
  const written = await writeFileAtomically(file, new TextEncoder().encode(made.value.text));
  return written.ok ? success({ kind: 'saved', ...written.value }) : written;
}
