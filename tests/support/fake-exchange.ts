import type { ExchangeRequest, Handlers } from '../../electron/shared/ipc.ts';
import type { Backup } from '../../electron/shared/model/backup.ts';
import type { ExportOutcome } from '../../electron/shared/model/export.ts';
import type { ImportReport } from '../../electron/shared/model/import.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import type { Template } from '../../electron/shared/model/template.ts';
import { failure, type Result, success } from '../../electron/shared/result.ts';

/** What a test may look at and steer of exports, imports and backups. */
export interface FakeExchange {
  /** While set, every export, import and backup fails with this. */
  exportProblem: Problem | null;
  /** How the reader answers the question where to save an export. */
  exportOutcome: ExportOutcome;
  /** A page instead of the text of a preview; `null` for a text. */
  previewPage: string | null;
  templates: readonly Template[];
  /** What the files that the reader chooses would bring in; `null` where none is chosen. */
  importReport: ImportReport | null;
  backups: readonly Backup[];
}

const savedExport: ExportOutcome = {
  kind: 'saved',
  path: '/home/reader/Notes.md',
  byteLength: 10,
  briefingCount: 1,
  files: [],
};

/** A report of three marks, one of which has lost its place. */
export const importReport: ImportReport = {
  files: [{ name: 'notes.json', problem: null }],
  counts: { new: 2, moved: 0, orphan: 1, changed: 0, known: 4, refused: 0 },
  items: [
    { outcome: 'orphan', briefing: 'A gone story', excerpt: 'The quay closed.', reason: null },
    { outcome: 'new', briefing: 'Ferries', excerpt: 'At noon', reason: null },
    { outcome: 'new', briefing: 'Ferries', excerpt: 'In port', reason: null },
  ],
};

/** A backup that was made on that day of March 2026. */
export function backupOf(day: number, reason: Backup['reason'] = 'automatic'): Backup {
  return {
    name: `2026-03-${String(day).padStart(2, '0')}.sqlite`,
    madeAt: Date.UTC(2026, 2, day, 9),
    byteLength: 81_920,
    annotations: day,
    bookmarks: 2,
    reason,
  };
}

/** The state of the fake at its beginning. */
export function firstExchange(): FakeExchange {
  return {
    exportProblem: null,
    exportOutcome: savedExport,
    previewPage: null,
    templates: [],
    importReport,
    backups: [backupOf(2), backupOf(1)],
  };
}

type Part<Name extends ExchangeRequest> = Pick<Handlers, Name>;

function exportHandlers(
  fake: FakeExchange,
): Part<'previewExport' | 'saveExport' | 'stopExport' | 'copyExport' | 'printBriefing'> {
  const unless = <Value>(value: Value): Result<Value, Problem> =>
    fake.exportProblem === null ? success(value) : failure(fake.exportProblem);
  return {
    previewExport: ({ scope }) =>
      unless({
        kind: fake.previewPage === null ? 'text' : 'page',
        content: fake.previewPage ?? `# Preview of ${scope.kind}\n`,
        fileName: 'Notes.md',
        briefingCount: 1,
        markCount: 3,
        isCut: false,
      }),
    saveExport: () => unless(fake.exportOutcome),
    stopExport: () => null,
    copyExport: () => unless(null),
    printBriefing: () => unless(null),
  };
}

function templateHandlers(
  fake: FakeExchange,
): Part<'listTemplates' | 'saveTemplate' | 'removeTemplate' | 'previewTemplate'> {
  const without = (id: string): readonly Template[] =>
    fake.templates.filter((template) => template.id !== id);
  return {
    listTemplates: () => fake.templates,
    saveTemplate: (template) => {
      fake.templates = [...without(template.id), template];
      return success(null);
    },
    removeTemplate: ({ id }) => {
      fake.templates = without(id);
      return success(null);
    },
    previewTemplate: ({ source }) =>
      success(
        source.includes('{% if') && !source.includes('endif')
          ? { kind: 'faulty', message: 'The tag if is not closed.', line: 1, column: 4 }
          : { kind: 'made', text: `Made of ${source}` },
      ),
  };
}

/** Exports, imports and backups in memory. */
export function exchangeHandlers(fake: FakeExchange): Pick<Handlers, ExchangeRequest> {
  const unless = <Value>(value: Value): Result<Value, Problem> =>
    fake.exportProblem === null ? success(value) : failure(fake.exportProblem);
  const id = '00000000-0000-4000-8000-000000000077';
  return {
    ...exportHandlers(fake),
    ...templateHandlers(fake),
    planImport: () => unless(fake.importReport === null ? null : { id, report: fake.importReport }),
    runImport: () => unless(fake.importReport ?? importReport),
    listBackups: () => unless(fake.backups),
    backUpNow: () => {
      const made = backupOf(3, 'asked for');
      fake.backups = [made, ...fake.backups];
      return unless(made);
    },
    previewRestore: ({ name }) => {
      const backup = fake.backups.find((one) => one.name === name) ?? backupOf(1);
      const item = { difference: 'added', briefing: 'Ferries', excerpt: 'At noon' } as const;
      return unless({ backup, added: 1, removed: 0, changed: 0, items: [item] });
    },
    restoreBackup: () => unless(backupOf(4, 'restore')),
  };
}
