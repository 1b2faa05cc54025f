import type { NoteQuery } from '../../electron/shared/model/note-list.ts';

/** Whether a query leaves anything out. */
export function isFiltered({ words, colors, tags }: NoteQuery): boolean {
  return words !== '' || colors.length > 0 || tags.length > 0;
}
