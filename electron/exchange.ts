import { session } from 'electron';
import { createBackupHandlers } from './backup/backup-handlers.ts';
import { backupPlace } from './backup/backup-place.ts';
import { collectEntries } from './export/collect-entries.ts';
import { createExporting, type WindowTools } from './export/create-exporting.ts';
import { type ExportingTools, writingOptionsOf } from './export/exporting-tools.ts';
import type { EntrySource } from './export/format-writer.ts';
import { createPagePrinter, type PagePrinter } from './export/pdf/page-printer.ts';
import { createPdfWriter } from './export/pdf/pdf-writer.ts';
import { printEntries } from './export/pdf/print-entries.ts';
import { createTemplateHandlers } from './export/template-handlers.ts';
import { TemplateStore } from './export/templates/template-store.ts';
import { createChooseWriter } from './export/writers.ts';
import { createImportHandlers } from './import/import-handlers.ts';
import { profileFiles } from './profile.ts';
import { everyMark } from './shared/export/filter-marks.ts';
import type { ExchangeRequest, Handlers } from './shared/ipc.ts';
import { success } from './shared/result.ts';
import type { Stores } from './stores.ts';

/** What is asked of the reader's window. */
export interface ExchangeWindow extends WindowTools {
  /** Asks for files to import; none where none is chosen. */
  readonly askFiles: () => Promise<readonly string[]>;
  /** Asks for a backup to restore; `null` where none is chosen. */
  readonly askBackup: () => Promise<string | null>;
}

/** The session that pages are printed in: in memory, and used for nothing else. */
const printing = 'readout-printing';

/** What prints pages, made when it is wanted first. */
export function lazyPrinter(): Pick<PagePrinter, 'toPdf' | 'toPaper'> {
  let printer: Promise<PagePrinter> | null = null;
  const made = (): Promise<PagePrinter> => {
    printer ??= createPagePrinter(session.fromPartition(printing), process.platform);
    return printer;
  };
  return {
    toPdf: async (file) => (await made()).toPdf(file),
    toPaper: async (file) => (await made()).toPaper(file),
  };
}

function withoutMarks(entries: EntrySource): EntrySource {
  return async function* unmarked() {
    for await (const entry of entries()) {
      yield { ...entry, marks: { annotations: [], bookmarks: [] } };
    }
  };
}

function printingWith(
  tools: ExportingTools,
  printer: Pick<PagePrinter, 'toPaper'>,
): Handlers['printBriefing'] {
  return async ({ briefingId, withNotes }) => {
    const scope = { kind: 'briefing', briefingId } as const;
    const request = { scope, filter: everyMark, withText: true };
    const collected = await collectEntries(request, tools.sources);
    if (!collected.ok) return collected;
    const { references, entries } = collected.value;
    const title = references[0]?.headline ?? '';
    const options = writingOptionsOf({ withText: true, isBook: false }, title, tools);
    const printed = await printEntries(
      withNotes ? entries : withoutMarks(entries),
      options,
      printer,
    );
    return printed.ok ? success(null) : printed;
  };
}

/** The answers to all that leaves the app, comes in, or is kept beside it. */
export function createExchange(
  { library, notes, settings }: Stores,
  profile: string,
  window: ExchangeWindow,
): Pick<Handlers, ExchangeRequest> {
  const files = profileFiles(profile);
  const templates = new TemplateStore(files.templates);
  const printer = lazyPrinter();
  const tools: ExportingTools = {
    sources: { library, notes },
    settings: () => settings.readSettings(),
    recordFolder: files.exports,
    today: () => new Date().toISOString().slice(0, 10),
    chooseWriter: createChooseWriter({
      pdfWriter: createPdfWriter(printer),
      findTemplate: async (id) => {
        const listed = await templates.list();
        return listed.ok ? (listed.value.templates.find((one) => one.id === id) ?? null) : null;
      },
    }),
  };
  return {
    ...createExporting(tools, window),
    ...createTemplateHandlers(templates, tools),
    ...createImportHandlers({ library, notes }, window.askFiles),
    ...createBackupHandlers(backupPlace(profile), notes, window.askBackup),
    printBriefing: printingWith(tools, printer),
  };
}
