/** What the page asks about the briefings of the library. */
import * as z from 'zod/mini';
import {
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
} from '../model/listing.ts';
import { briefingIdsSchema, done, nothing, pageSchema, request, resultOf } from './request.ts';

/** The requests about the library. */
export const libraryRequests = {
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
} as const;
