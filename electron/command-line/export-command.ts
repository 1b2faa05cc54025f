import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ExportingTools } from '../export/exporting-tools.ts';
import type { FormatWriter } from '../export/format-writer.ts';
import { prepareExport, type PreparedExport } from '../export/prepare-export.ts';
import { writeExport } from '../export/save-export.ts';
import { createChooseWriter } from '../export/writers.ts';
import { profileFiles } from '../profile.ts';
import { describeFormat } from '../shared/export/formats.ts';
import type { Color } from '../shared/model/annotation.ts';
import type {
  ExportForm,
  ExportFormat,
  ExportOutcome,
  ExportRequest,
  ExportScope,
} from '../shared/model/export.ts';
import { defaultSettings } from '../shared/model/settings.ts';
import { CommandFailure } from './failure.ts';
import { type FolderOptions, profileOf } from './library.ts';
import { withMarksOfFolder } from './marks-of-folder.ts';
import { filterOf, reportFaults } from './query-filter.ts';
import type { Streams } from './streams.ts';

/** The options of `readout export`. */
export interface ExportOptions extends FolderOptions {
  readonly format: ExportFormat;
  readonly out: string;
  readonly query?: string;
  readonly colors?: readonly Color[];
  readonly tags?: readonly string[];
  /** Days, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  readonly text?: true;
  readonly book?: true;
  readonly bookmarks: boolean;
  /** A file with a template. */
  readonly template?: string;
  readonly json?: true;
}

/** The id that the template of a file has within this command. */
const templateId = '00000000-0000-4000-8000-000000000000';

async function isFolder(out: string): Promise<boolean> {
  if (out.endsWith('/') || out.endsWith(path.sep)) return true;
  const found = await stat(out).catch(() => null);
  return found?.isDirectory() === true;
}

/** @throws {CommandFailure} where the format cannot do what is asked of it. */
async function layoutOf({ format, out, template }: ExportOptions): Promise<ExportForm['layout']> {
  const { name, hasFolder, hasTemplate } = describeFormat(format);
  const wantsFolder = out !== '-' && (await isFolder(out));
  if (wantsFolder && !hasFolder) {
    throw new CommandFailure(`${name} is one file. Give the name of a file.`);
  }
  if (template !== undefined && !hasTemplate) {
    throw new CommandFailure(`${name} is not made by a template.`);
  }
  return wantsFolder ? 'folder' : 'file';
}

function scopeOf({ query }: ExportOptions, streams: Streams): ExportScope {
  if (query === undefined) return { kind: 'all' };
  const filter = filterOf([query], 'newest');
  reportFaults(filter, streams);
  return { kind: 'list', filter };
}

async function requestOf(options: ExportOptions, streams: Streams): Promise<ExportRequest> {
  const { colors = [], tags = [], from = null, to = null, bookmarks } = options;
  return {
    scope: scopeOf(options, streams),
    format: options.format,
    filter: { colors, tags, from, to, withBookmarks: bookmarks },
    withText: options.text === true,
    layout: await layoutOf(options),
    isBook: options.book === true,
    templateId: options.template === undefined ? null : templateId,
  };
}

async function readTemplate(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new CommandFailure(`The template ${file} cannot be read.`);
  });
}

function toolsFor(
  options: ExportOptions,
  sources: ExportingTools['sources'],
  template: string | null,
  pdfWriter: FormatWriter | null,
): ExportingTools {
  return {
    sources,
    settings: () => defaultSettings,
    today: () => new Date().toISOString().slice(0, 10),
    recordFolder: profileFiles(profileOf(options)).exports,
    chooseWriter: createChooseWriter({
      pdfWriter,
      findTemplate: () =>
        Promise.resolve(
          template === null
            ? null
            : { id: templateId, name: options.template ?? '', source: template },
        ),
    }),
  };
}

async function print(
  { writer, entries, options }: PreparedExport,
  streams: Streams,
): Promise<void> {
  for await (const piece of writer(entries, options)) streams.output.write(piece);
}

function report(outcome: ExportOutcome, options: ExportOptions, streams: Streams): void {
  if (outcome.kind === 'cancelled') return;
  if (options.json === true) streams.output.write(`${JSON.stringify(outcome, null, 2)}\n`);
  else for (const file of outcome.files) streams.output.write(`${file.outcome}  ${file.name}\n`);
}

/** `readout export`: the marks on the briefings of a folder as one file, in a folder, or printed. */
export async function exportNotes(
  options: ExportOptions,
  streams: Streams,
  pdfWriter: FormatWriter | null,
): Promise<void> {
  const request = await requestOf(options, streams);
  const template = options.template === undefined ? null : await readTemplate(options.template);
  await withMarksOfFolder(options, async (sources) => {
    const tools = toolsFor(options, sources, template, pdfWriter);
    const prepared = await prepareExport(request, tools);
    if (!prepared.ok) throw new CommandFailure(prepared.problem.message);
    if (options.out === '-') {
      await print(prepared.value, streams);
      return;
    }
    const run = { stop: new AbortController().signal, progress: () => undefined };
    const where = path.resolve(options.out);
    if (request.layout === 'folder') await mkdir(where, { recursive: true });
    const written = await writeExport(prepared.value, request, where, run, tools);
    if (!written.ok) throw new CommandFailure(written.problem.message);
    report(written.value, options, streams);
  });
}
