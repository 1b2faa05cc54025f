import type { ExportFormat, ExportPreview, ExportRequest } from '../shared/model/export.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import type { ExportingTools } from './exporting-tools.ts';
import type { EntrySource } from './format-writer.ts';
import { prepareExport } from './prepare-export.ts';

/** How many briefings a preview has, and how many UTF-16 code units. */
const mostShown = { briefings: 10, text: 200_000 } as const;

/** What the pages of a format are made from, and so what they look like. */
const shownAs: Partial<Readonly<Record<ExportFormat, ExportFormat>>> = {
  pdf: 'html',
  docx: 'html',
  zip: 'markdown',
};

function firstOf(entries: EntrySource, count: number): EntrySource {
  return async function* first() {
    let taken = 0;
    for await (const entry of entries()) {
      if (taken === count) return;
      taken += 1;
      yield entry;
    }
  };
}

/** The pieces as one text, until there is more than enough. */
async function textOf(
  pieces: AsyncIterable<string | Uint8Array>,
  most: number,
): Promise<Result<string, Problem>> {
  let text = '';
  try {
    for await (const piece of pieces) {
      text += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
      if (text.length > most) break;
    }
    return success(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failure({ kind: 'unreadable', message });
  }
}

/**
 * The beginning of what an export would write. PDF and Word are shown as the page that they have the
 * text and the highlights of, a zip by the Markdown in it.
 */
export async function previewExport(
  request: ExportRequest,
  tools: ExportingTools,
): Promise<Result<ExportPreview, Problem>> {
  const prepared = await prepareExport(request, tools);
  if (!prepared.ok) return prepared;
  const { references, markCount, fileName, options, entries } = prepared.value;
  const format = shownAs[request.format] ?? request.format;
  const writer = await tools.chooseWriter(format, request.templateId);
  if (!writer.ok) return writer;
  const shown = firstOf(entries, mostShown.briefings);
  const most = format === 'html' ? Number.POSITIVE_INFINITY : mostShown.text;
  const content = await textOf(writer.value(shown, options), most);
  if (!content.ok) return content;
  const isLong = content.value.length > most;
  return success({
    kind: format === 'html' ? 'page' : 'text',
    content: isLong ? content.value.slice(0, most) : content.value,
    fileName,
    briefingCount: references.length,
    markCount,
    isCut: isLong || references.length > mostShown.briefings,
  });
}
