/** How notes leave the app, come in, and are kept in backups. */
import * as z from 'zod/mini';
import { backupSchema, restorePreviewSchema } from '../model/backup.ts';
import {
  exportOutcomeSchema,
  exportPreviewSchema,
  exportRequestSchema,
  templateIdSchema,
} from '../model/export.ts';
import { importReportSchema } from '../model/import.ts';
import { briefingIdSchema } from '../model/listing.ts';
import { templatePreviewSchema, templateSchema } from '../model/template.ts';
import { done, nothing, request, resultOf } from './request.ts';

/** What the page knows an import by that was planned and not done yet. */
const importIdSchema = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** The requests about exports, imports and backups. */
export const exchangeRequests = {
  previewExport: request('export:preview', exportRequestSchema, resultOf(exportPreviewSchema)),
  /** Asks where to, and writes it there. The notice `exportProgress` tells how far it is. */
  saveExport: request('export:save', exportRequestSchema, resultOf(exportOutcomeSchema)),
  /** Gives up the export that is under way; what was there before stays as it was. */
  stopExport: request('export:stop', nothing, done),
  /** Puts the notes on the clipboard, as plain text and as rich text. */
  copyExport: request('export:copy', exportRequestSchema, resultOf(done)),
  /** Prints a briefing by the system's dialog. */
  printBriefing: request(
    'export:print',
    z.object({ briefingId: briefingIdSchema, withNotes: z.boolean() }),
    resultOf(done),
  ),
  /** The reader's templates by name. */
  listTemplates: request('templates:list', nothing, z.array(templateSchema)),
  saveTemplate: request('templates:save', templateSchema, resultOf(done)),
  removeTemplate: request('templates:remove', z.object({ id: templateIdSchema }), resultOf(done)),
  /** What a template makes of a briefing with its marks. */
  previewTemplate: request(
    'templates:preview',
    z.object({
      source: templateSchema.shape.source,
      briefingId: briefingIdSchema,
      withText: z.boolean(),
    }),
    resultOf(templatePreviewSchema),
  ),
  /** Asks for files and says what they would bring in; `null` where none was chosen. */
  planImport: request(
    'import:plan',
    nothing,
    resultOf(z.nullable(z.object({ id: importIdSchema, report: importReportSchema }))),
  ),
  /** Brings in what was planned, as one step of undo. */
  runImport: request('import:run', z.object({ id: importIdSchema }), resultOf(importReportSchema)),
  /** The copies of the notes, the newest first. */
  listBackups: request('backups:list', nothing, resultOf(z.array(backupSchema))),
  backUpNow: request('backups:make', nothing, resultOf(backupSchema)),
  /** How the notes would differ; `null` for a file that the reader is asked for, and did not choose. */
  previewRestore: request(
    'backups:preview',
    z.object({ name: z.nullable(backupSchema.shape.name) }),
    resultOf(z.nullable(restorePreviewSchema)),
  ),
  /** Brings the notes to the state of the backup whose preview was asked for last. */
  restoreBackup: request('backups:restore', nothing, resultOf(backupSchema)),
} as const;
