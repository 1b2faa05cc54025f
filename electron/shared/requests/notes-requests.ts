/** What the page asks about the marks, and how it changes them. */
import * as z from 'zod/mini';
import {
  annotationDraftSchema,
  annotationSchema,
  bookmarkDraftSchema,
  bookmarkSchema,
  historyStepSchema,
  markCountSchema,
  marksSchema,
} from '../model/annotation.ts';
import { briefingIdSchema } from '../model/listing.ts';
import {
  noteOutlineSchema,
  noteQuerySchema,
  noteRowSchema,
  noteVersionSchema,
  tagCountSchema,
  trashedSchema,
} from '../model/note-list.ts';
import { tagSchema } from '../model/tag.ts';
import {
  done,
  largestChange,
  markIdSchema,
  markIdsSchema,
  nothing,
  pageSchema,
  request,
  resultOf,
} from './request.ts';

/** The requests about marks. */
export const notesRequests = {
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
} as const;
