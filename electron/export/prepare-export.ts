import { describeFormat } from '../shared/export/formats.ts';
import { safeFileName } from '../shared/export/file-name.ts';
import type { ExportRequest } from '../shared/model/export.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { collectEntries, type CollectedEntries } from './collect-entries.ts';
import type { ExportingTools } from './exporting-tools.ts';
import { writingOptionsOf } from './exporting-tools.ts';
import type { FormatWriter, WritingOptions } from './format-writer.ts';

/** An export before anything of it is made. */
export interface PreparedExport extends CollectedEntries {
  readonly writer: FormatWriter;
  readonly options: WritingOptions;
  /** What is proposed for the file, with its ending. */
  readonly fileName: string;
}

function titleOf({ scope }: ExportRequest, { references }: CollectedEntries): string {
  if (scope.kind === 'briefing') return references[0]?.headline ?? 'Notes';
  if (scope.kind === 'list' && scope.filter.text.trim() !== '') return scope.filter.text.trim();
  return 'Readout notes';
}

/** The request with only what its format can do. */
function withinFormat(request: ExportRequest): ExportRequest {
  const { hasText, hasBook, hasFolder, hasTemplate } = describeFormat(request.format);
  return {
    ...request,
    withText: request.withText && hasText,
    isBook: request.isBook && hasBook,
    layout: hasFolder ? request.layout : 'file',
    templateId: hasTemplate ? request.templateId : null,
  };
}

function nothingToExport({ filter }: ExportRequest): Problem {
  const isFiltered =
    filter.colors.length + filter.tags.length > 0 || filter.from !== null || filter.to !== null;
  return {
    kind: 'missing',
    message: isFiltered
      ? 'No marks have these colours, tags and days. Choose others.'
      : 'There are no notes and no bookmarks to export yet.',
  };
}

/** Finds out what an export has, and by what it is written. */
export async function prepareExport(
  given: ExportRequest,
  tools: ExportingTools,
): Promise<Result<PreparedExport, Problem>> {
  const request = withinFormat(given);
  const collected = await collectEntries(request, tools.sources);
  if (!collected.ok) return collected;
  if (collected.value.references.length === 0) return failure(nothingToExport(request));
  const writer = await tools.chooseWriter(request.format, request.templateId);
  if (!writer.ok) return writer;
  const title = titleOf(request, collected.value);
  const name = request.scope.kind === 'briefing' ? `${title} - notes` : title;
  return success({
    ...collected.value,
    writer: writer.value,
    options: writingOptionsOf(request, title, tools),
    fileName: safeFileName(name, describeFormat(request.format).extension),
  });
}
