import type { ExportEntry } from '../../shared/export/entry.ts';
import type { TemplatePreview } from '../../shared/model/template.ts';
import { renderEntry } from './render-entry.ts';
import type { TemplateOptions } from './template-variables.ts';

/** What a template that is being written makes of a briefing, or what is wrong with it, and where. */
export function previewTemplate(
  source: string,
  entry: ExportEntry,
  options: TemplateOptions,
): TemplatePreview {
  const made = renderEntry(entry, { source }, options);
  return made.ok ? { kind: 'made', text: made.value } : { kind: 'faulty', ...made.problem };
}
