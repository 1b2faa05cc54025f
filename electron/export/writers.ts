import type { ExportFormat } from '../shared/model/export.ts';
import type { Problem } from '../shared/model/problem.ts';
import type { Template } from '../shared/model/template.ts';
import { failure, type Result, success } from '../shared/result.ts';
import type { FormatWriter } from './format-writer.ts';
import type { TemplateChoice } from './templates/render-entry.ts';

/** Finds what writes a format; `templateId` is a template of the reader's, for Markdown. */
export type ChooseWriter = (
  format: ExportFormat,
  templateId: string | null,
) => Promise<Result<FormatWriter, Problem>>;

/** What the writers are made with. */
export interface WriterTools {
  /** The reader's template with this id; `null` where there is none. */
  readonly findTemplate: (id: string) => Promise<Template | null>;
  /** What prints pages; `null` where there is no browser to do so. */
  readonly pdfWriter: FormatWriter | null;
}

/** What makes Markdown of a flavour, or a template in its place; fails where that is gone. */
export async function chooseTemplate(
  flavour: 'markdown' | 'obsidian' | 'logseq',
  templateId: string | null,
  { findTemplate }: Pick<WriterTools, 'findTemplate'>,
): Promise<Result<TemplateChoice, Problem>> {
  if (templateId === null) return success(flavour);
  const template = await findTemplate(templateId);
  if (template !== null) return success(template);
  const message = 'The template is not there any more. Choose another one.';
  return failure({ kind: 'missing', message });
}

async function markdownWriterOf(
  flavour: 'markdown' | 'obsidian' | 'logseq',
  templateId: string | null,
  tools: WriterTools,
): Promise<Result<FormatWriter, Problem>> {
  const choice = await chooseTemplate(flavour, templateId, tools);
  if (!choice.ok) return choice;
  const { markdownWriter } = await import('./templates/markdown-writer.ts');
  return success(markdownWriter(choice.value));
}

const noBrowser: Problem = {
  kind: 'missing',
  message: 'PDF is printed by the app. Export it there, or export html and print that.',
};

/** Writers with their libraries are loaded when they are wanted first: the app starts without them. */
async function otherWriter(
  format: Exclude<ExportFormat, 'markdown' | 'obsidian' | 'logseq' | 'pdf'>,
): Promise<FormatWriter> {
  switch (format) {
    case 'html':
      return (await import('./html/html-writer.ts')).htmlWriter;
    case 'docx':
      return (await import('./docx/docx-writer.ts')).docxWriter;
    case 'csv':
      return (await import('./tables/csv.ts')).csvWriter;
    case 'readwise':
      return (await import('./tables/readwise.ts')).readwiseWriter;
    case 'json':
      return (await import('./web-annotation/json-writer.ts')).jsonWriter;
    case 'bibtex':
      return (await import('./bibliography/bibtex.ts')).bibtexWriter;
    case 'csl':
      return (await import('./bibliography/csl.ts')).cslWriter;
    case 'txt':
      return (await import('./text/plain-text.ts')).textWriter;
    case 'zip':
      return (await import('./everything.ts')).everythingWriter;
  }
}

/** Makes what finds writers. */
export function createChooseWriter(tools: WriterTools): ChooseWriter {
  return async (format, templateId) => {
    switch (format) {
      case 'markdown':
      case 'obsidian':
      case 'logseq':
        return markdownWriterOf(format, templateId, tools);
      case 'pdf':
        return tools.pdfWriter === null ? failure(noBrowser) : success(tools.pdfWriter);
      default:
        return success(await otherWriter(format));
    }
  };
}
