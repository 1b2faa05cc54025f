import type { ExportEntry } from '../../shared/export/entry.ts';
import type { Template } from '../../shared/model/template.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { compileTemplate, type Render } from './engine.ts';
import type { Flavour } from './flavours.ts';
import { logseq } from './logseq.ts';
import { obsidian } from './obsidian.ts';
import { plainMarkdown } from './plain-markdown.ts';
import type { TemplateFault } from './template-fault.ts';
import { type TemplateOptions, templateVariables } from './template-variables.ts';

/** What Markdown is made by: a built-in flavour, or a template of the reader's. */
export type TemplateChoice = Flavour | Pick<Template, 'source'>;

const sources: Readonly<Record<Flavour, string>> = { markdown: plainMarkdown, obsidian, logseq };

const compiled = new Map<Flavour, Result<Render, TemplateFault>>();

function compileFlavour(flavour: Flavour): Result<Render, TemplateFault> {
  const known = compiled.get(flavour);
  if (known !== undefined) return known;
  const made = compileTemplate(sources[flavour], true);
  compiled.set(flavour, made);
  return made;
}

/** Makes Markdown of one entry. It ends with a line feed, unless it is empty. */
export type RenderEntry = (
  entry: ExportEntry,
  options: TemplateOptions,
  /** The entry has the file for itself. */
  isAlone: boolean,
) => Result<string, TemplateFault>;

/** Reads a template once for many entries. */
export function entryRenderer(choice: TemplateChoice): Result<RenderEntry, TemplateFault> {
  const template =
    typeof choice === 'string' ? compileFlavour(choice) : compileTemplate(choice.source, false);
  if (!template.ok) return template;
  return success((entry, options, isAlone) => {
    const made = template.value(templateVariables(entry, options, isAlone));
    if (!made.ok) return failure(made.problem);
    const text = made.value.trimEnd();
    return success(text === '' ? '' : `${text}\n`);
  });
}

/** One entry as the whole of a Markdown file. The same entry gives the same text. */
export function renderEntry(
  entry: ExportEntry,
  choice: TemplateChoice,
  options: TemplateOptions,
): Result<string, TemplateFault> {
  const renderer = entryRenderer(choice);
  return renderer.ok ? renderer.value(entry, options, true) : renderer;
}
