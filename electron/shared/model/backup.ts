import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';

/** A copy of the notes store that was checked by opening it. */
export const backupSchema = z.object({
  /** The name of its file in the folder of backups. */
  name: z.string().check(z.maxLength(200)),
  /** Milliseconds since the Unix epoch. */
  madeAt: z.number(),
  byteLength: z.number(),
  annotations: z.number(),
  bookmarks: z.number(),
  /** `restore`: what was there before a backup was restored; so a restore can be undone. */
  reason: z.enum(['automatic', 'asked for', 'restore']),
});

/** How the notes would differ after a backup is restored; at most 200 of each are named. */
export const restorePreviewSchema = z.object({
  backup: backupSchema,
  /** Marks that come back, go, or get another state. */
  added: z.number(),
  removed: z.number(),
  changed: z.number(),
  items: z.array(
    z.object({
      difference: z.enum(['added', 'removed', 'changed']),
      briefing: z.string(),
      /** Its quote or its note, cut to a line. */
      excerpt: z.string(),
    }),
  ),
});

export type Backup = Immutable<z.infer<typeof backupSchema>>;
export type RestorePreview = Immutable<z.infer<typeof restorePreviewSchema>>;
