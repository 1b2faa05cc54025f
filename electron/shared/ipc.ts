/**
 * The contract between the main process and the renderer: every request and every notice, each
 * with its channel and its validators. The renderer's API, the preload and the handlers' type are
 * derived from these two tables, so that a missing handler or a wrong argument does not compile;
 * input and output are checked against the schemas at run time.
 */
import * as z from 'zod/mini';
import type { Immutable } from './immutable.ts';
import {
  annotationDraftSchema,
  annotationSchema,
  bookmarkDraftSchema,
  bookmarkSchema,
  historyStepSchema,
  markCountSchema,
  marksSchema,
} from './model/annotation.ts';
import { commandSchema } from './model/command.ts';
import { exportOutcomeSchema, exportPreviewSchema, exportRequestSchema } from './model/export.ts';
import {
  briefingChangesSchema,
  briefingIdSchema,
  libraryFilterSchema,
  libraryOutlineSchema,
  libraryRowSchema,
  libraryStatusSchema,
  openedBriefingSchema,
  pictureSchema,
  readingSchema,
  rootIdSchema,
  rootSchema,
  viewCountsSchema,
} from './model/listing.ts';
import {
  noteOutlineSchema,
  noteQuerySchema,
  noteRowSchema,
  noteVersionSchema,
  tagCountSchema,
  trashedSchema,
} from './model/note-list.ts';
import { type Problem, problemSchema } from './model/problem.ts';
import { settingsSchema } from './model/settings.ts';
import { tagSchema } from './model/tag.ts';
import type { Result } from './result.ts';

interface Request<Input extends z.ZodMiniType, Output extends z.ZodMiniType> {
  readonly channel: string;
  readonly input: Input;
  readonly output: Output;
}

interface Notice<Payload extends z.ZodMiniType> {
  readonly channel: string;
  readonly payload: Payload;
}

function request<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  channel: string,
  input: Input,
  output: Output,
): Request<Input, Output> {
  return { channel, input, output };
}

function notice<Payload extends z.ZodMiniType>(channel: string, payload: Payload): Notice<Payload> {
  return { channel, payload };
}

function resultOf<Value extends z.ZodMiniType>(value: Value) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]);
}

const nothing = z.strictObject({});
const done = z.null();
const markIdSchema = z.object({ id: z.string().check(z.maxLength(64)) });

/** At most this many rows travel in one answer: a structured clone of 100,000 costs 250 ms. */
export const largestPage = 500;

/** At most this many annotations change in one request. */
export const largestChange = 10_000;

const pageSchema = {
  offset: z.int().check(z.gte(0)),
  limit: z.int().check(z.gte(1), z.lte(largestPage)),
};

const briefingIdsSchema = z.array(briefingIdSchema).check(z.maxLength(largestChange));

const markIdsSchema = z.object({
  ids: z.array(markIdSchema.shape.id).check(z.maxLength(largestChange)),
});

/** Every request of the renderer. */
export const requests = {
  outlineLibrary: request('library:outline', libraryFilterSchema, libraryOutlineSchema),
  queryBriefings: request(
    'library:query',
    z.object({ filter: libraryFilterSchema, ...pageSchema }),
    z.array(libraryRowSchema),
  ),
  /** The zero-based position of a briefing in the filtered list; `null` where it is not in it. */
  locateBriefing: request(
    'library:locate',
    z.object({ filter: libraryFilterSchema, id: briefingIdSchema }),
    z.nullable(z.int().check(z.gte(0))),
  ),
  libraryStatus: request('library:status', nothing, libraryStatusSchema),
  countViews: request('library:count-views', nothing, viewCountsSchema),
  rescanLibrary: request('library:rescan', nothing, done),
  /** Stops a scan; what was read stays, and `rescanLibrary` goes on from there. */
  stopScan: request('library:stop-scan', nothing, done),
  /** Asks the reader for folders and adds them; `added` is 0 where none was chosen. */
  addRoots: request('library:add-roots', nothing, resultOf(z.object({ added: z.number() }))),
  /** Takes a folder off the library. Its files and the notes on them stay. */
  removeRoot: request('library:remove-root', z.object({ id: rootIdSchema }), resultOf(done)),
  /** Changes which files of a folder are read. */
  changeRoot: request(
    'library:change-root',
    z.pick(rootSchema, { id: true, include: true, exclude: true }),
    resultOf(done),
  ),
  /** Saves the text on the clipboard as a file in the inbox and answers with its briefing. */
  pasteBriefing: request('library:paste', nothing, resultOf(z.object({ id: briefingIdSchema }))),
  setReading: request(
    'library:set-reading',
    z.object({ ids: briefingIdsSchema, reading: readingSchema }),
    done,
  ),
  setPinned: request(
    'library:set-pinned',
    z.object({ ids: briefingIdsSchema, isPinned: z.boolean() }),
    done,
  ),
  /** Takes the version that is there now as the one that was read. */
  keepVersion: request('library:keep-version', z.object({ id: briefingIdSchema }), done),
  openBriefing: request(
    'library:open',
    z.object({ id: briefingIdSchema }),
    resultOf(openedBriefingSchema),
  ),
  readPicture: request(
    'library:picture',
    z.object({ briefingId: briefingIdSchema, figure: z.int().check(z.gte(0)) }),
    resultOf(pictureSchema),
  ),
  marksOf: request('notes:marks-of', z.object({ briefingId: briefingIdSchema }), marksSchema),
  countMarks: request('notes:count', nothing, z.array(markCountSchema)),
  saveAnnotation: request('notes:save', annotationDraftSchema, resultOf(annotationSchema)),
  removeAnnotation: request('notes:remove', markIdSchema, resultOf(done)),
  /** Stores several annotations as one step of undo. */
  saveAnnotations: request(
    'notes:save-several',
    z.object({ drafts: z.array(annotationDraftSchema).check(z.maxLength(largestChange)) }),
    resultOf(z.array(annotationSchema)),
  ),
  /** Deletes several annotations as one step of undo. */
  removeAnnotations: request('notes:remove-several', markIdsSchema, resultOf(done)),
  /** Every tag in use, by name. */
  listTags: request('notes:tags', nothing, z.array(tagCountSchema)),
  /** Renames a tag, and the tags inside of it, on all annotations; into one that is there: merges. */
  renameTag: request(
    'notes:rename-tag',
    z.object({ from: tagSchema, to: tagSchema }),
    resultOf(z.object({ changed: z.number() })),
  ),
  /** Takes a tag, and the tags inside of it, off all annotations. */
  removeTag: request(
    'notes:remove-tag',
    z.object({ tag: tagSchema }),
    resultOf(z.object({ changed: z.number() })),
  ),
  outlineNotes: request('notes:outline', noteQuerySchema, noteOutlineSchema),
  queryNotes: request(
    'notes:query',
    z.object({ query: noteQuerySchema, ...pageSchema }),
    z.array(noteRowSchema),
  ),
  /** The states of an annotation, the newest first. */
  historyOf: request('notes:history', markIdSchema, z.array(noteVersionSchema)),
  /** Gives an annotation the state that it had after a change; deleted ones come back. */
  restoreVersion: request(
    'notes:restore-version',
    z.object({ id: markIdSchema.shape.id, sequence: z.int() }),
    resultOf(annotationSchema),
  ),
  /** What was deleted in the last 90 days, the newest first. */
  listTrash: request(
    'notes:trash',
    z.object(pageSchema),
    z.object({ total: z.number(), items: z.array(trashedSchema) }),
  ),
  /** Brings annotations back from the trash, as one step of undo. */
  restoreAnnotations: request('notes:restore', markIdsSchema, resultOf(done)),
  addBookmark: request('notes:add-bookmark', bookmarkDraftSchema, resultOf(bookmarkSchema)),
  removeBookmark: request('notes:remove-bookmark', markIdSchema, resultOf(done)),
  undo: request('notes:undo', nothing, resultOf(historyStepSchema)),
  redo: request('notes:redo', nothing, resultOf(historyStepSchema)),
  previewExport: request('export:preview', exportRequestSchema, resultOf(exportPreviewSchema)),
  saveExport: request('export:save', exportRequestSchema, resultOf(exportOutcomeSchema)),
  readSettings: request('settings:read', nothing, settingsSchema),
  changeSettings: request('settings:change', z.partial(settingsSchema), settingsSchema),
  /**
   * Asks the reader about an address of a document, in full, and opens it outside of the app. Only
   * https and mailto can be opened.
   */
  openLink: request(
    'window:open-link',
    z.object({ target: z.string().check(z.maxLength(8000)) }),
    resultOf(z.object({ opened: z.boolean() })),
  ),
  /** Puts plain text on the clipboard; a page without permissions cannot do so itself. */
  copyText: request(
    'window:copy',
    z.object({ text: z.string().check(z.maxLength(10_000_000)) }),
    done,
  ),
  /** The renderer's answer to the notice `flush`: all that was typed is stored, or it is not. */
  confirmFlush: request('window:flushed', z.object({ allSaved: z.boolean() }), done),
} as const;

/** At most this many files and folders are taken from one drop. */
export const largestDrop = 1000;

/** The longest path that a system has, in UTF-16 code units: Windows's extended ones. */
const longestPath = 32_767;

/**
 * The one request that carries paths, and so not one of the table: the preload makes it from what
 * the system dropped on the page, and the page can only hand that on. It adds folders to the library
 * and opens files; `added` says how many of them could be.
 */
export const dropRequest = request(
  'library:add-dropped',
  z.object({
    paths: z
      .array(z.string().check(z.minLength(1), z.maxLength(longestPath)))
      .check(z.maxLength(largestDrop)),
  }),
  resultOf(z.object({ added: z.number() })),
);

/** Every notice of the main process. Notices say that something is so; they ask nothing. */
export const notices = {
  /** The list or the status may have changed. */
  libraryChanged: notice('library:changed', libraryStatusSchema),
  /** Files of briefings that were listed already changed, moved, went or came back. */
  briefingsChanged: notice('library:briefings-changed', briefingChangesSchema),
  /** A briefing was asked for from outside: by “Open with”, a drop, a second start. */
  openRequested: notice('window:open-briefing', z.object({ id: briefingIdSchema })),
  /** Marks of these briefings changed, by whichever window or by undo. */
  notesChanged: notice('notes:changed', z.object({ briefingIds: z.array(briefingIdSchema) })),
  settingsChanged: notice('settings:changed', settingsSchema),
  /** A menu item was chosen. */
  command: notice('window:command', commandSchema),
  /** The window is about to close: store what is typed, then send `confirmFlush`. */
  flush: notice('window:flush', nothing),
} as const;

export type RequestName = keyof typeof requests;
export type NoticeName = keyof typeof notices;
export type In<Name extends RequestName> = Immutable<z.infer<(typeof requests)[Name]['input']>>;
export type Out<Name extends RequestName> = Immutable<z.infer<(typeof requests)[Name]['output']>>;
export type Payload<Name extends NoticeName> = Immutable<
  z.infer<(typeof notices)[Name]['payload']>
>;

/** One function per request, as the preload exposes them. Rejects only on faults of the program. */
export type Requests = {
  readonly [Name in RequestName]: (input: In<Name>) => Promise<Out<Name>>;
};

/** `onNotesChanged(listener)` and so on; each returns the function that unsubscribes. */
export type Subscriptions = {
  readonly [Name in NoticeName as `on${Capitalize<Name>}`]: (
    listener: (payload: Payload<Name>) => void,
  ) => () => void;
};

/** A file or folder of the system, as the page gets it from a drop: a DOM `File`. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** What the page hands on without knowing where it is. */
export interface Drops {
  /**
   * Adds dropped folders to the library and opens dropped files, which the notice `openRequested`
   * tells; `added` is the number of those that could be. What is no file of the system is left out,
   * and what is more than `largestDrop`.
   */
  readonly addDropped: (
    files: readonly DroppedFile[],
  ) => Promise<Result<{ readonly added: number }, Problem>>;
}

/** What `window.desktop` is. */
export type DesktopApi = Requests & Subscriptions & Drops;

/** What the main process must provide. */
export type Handlers = {
  readonly [Name in RequestName]: (input: In<Name>) => Out<Name> | Promise<Out<Name>>;
};
