import { safeFileName } from '../shared/export/file-name.ts';
import { writeMarkdown } from '../shared/export/markdown.ts';
import type { ExportPreview, ExportRequest } from '../shared/model/export.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { collectEntries, type ExportSources } from './collect-entries.ts';

/** The text of an export, and the name that is proposed for its file. */
export async function makeExport(
  { scope }: ExportRequest,
  sources: ExportSources,
): Promise<Result<ExportPreview, Problem>> {
  const entries = await collectEntries(scope, sources);
  if (!entries.ok) return entries;
  const [first] = entries.value;
  if (first === undefined) {
    return failure({
      kind: 'missing',
      message: 'There are no notes and no bookmarks to export yet.',
    });
  }
  const name = scope.kind === 'briefing' ? `${first.reference.headline} - notes` : 'Readout notes';
  return success({
    text: writeMarkdown(entries.value),
    fileName: safeFileName(name, '.md'),
    briefingCount: entries.value.length,
  });
}
