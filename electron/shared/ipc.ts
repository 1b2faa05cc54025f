/**
 * The contract between the main process and the renderer: every request and every notice, each
 * with its channel and its validators. The renderer's API, the preload and the handlers' type are
 * derived from these two tables, so that a missing handler or a wrong argument does not compile;
 * input and output are checked against the schemas at run time.
 */
import * as z from 'zod/mini';
import type { Immutable } from './immutable.ts';
import { commandSchema } from './model/command.ts';
import { exportProgressSchema } from './model/export.ts';
import { briefingChangesSchema, briefingIdSchema, libraryStatusSchema } from './model/listing.ts';
import { settingsSchema } from './model/settings.ts';
import { exchangeRequests } from './requests/exchange-requests.ts';
import { libraryRequests } from './requests/library-requests.ts';
import { notesRequests } from './requests/notes-requests.ts';
import { nothing, notice, request, resultOf } from './requests/request.ts';
import { windowRequests } from './requests/window-requests.ts';
import type { Problem } from './model/problem.ts';
import type { Result } from './result.ts';

export { largestChange, largestPage } from './requests/request.ts';

/** Every request of the renderer. */
export const requests = {
  ...libraryRequests,
  ...notesRequests,
  ...exchangeRequests,
  ...windowRequests,
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
  exportProgress: notice('export:progress', exportProgressSchema),
  settingsChanged: notice('settings:changed', settingsSchema),
  /** A menu item was chosen. */
  command: notice('window:command', commandSchema),
  /** The window is about to close: store what is typed, then send `confirmFlush`. */
  flush: notice('window:flush', nothing),
} as const;

/** The requests about exports, imports and backups. */
export type ExchangeRequest = keyof typeof exchangeRequests;
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
