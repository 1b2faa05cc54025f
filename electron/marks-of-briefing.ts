import type { IndexedMarks } from './library/library.ts';
import type { IndexPlace, IndexSlice } from './notes/index-source.ts';
import type { Notes } from './notes/notes.ts';
import type { Pace } from './pace.ts';

/** What the index needs to know of the marks on a briefing, read at `pace`. */
export async function marksOfBriefing(
  notes: Pick<Notes, 'annotationsToIndex' | 'countBookmarks'>,
  briefingId: string,
  pace: Pace,
): Promise<IndexedMarks> {
  const words: string[] = [];
  const tags = new Set<string>();
  const colors = new Set<string>();
  let annotationCount = 0;
  let place: IndexPlace | null = null;
  do {
    await pace();
    const slice: IndexSlice = notes.annotationsToIndex(briefingId, place);
    for (const { note, tags: given, color } of slice.annotations) {
      if (note.trim() !== '') words.push(note);
      for (const tag of given) tags.add(tag);
      if (color !== null) colors.add(color);
    }
    annotationCount += slice.annotations.length;
    place = slice.next;
  } while (place !== null);
  return {
    briefingId,
    notes: words,
    tags: [...tags],
    colors: [...colors],
    annotationCount,
    bookmarkCount: notes.countBookmarks(briefingId),
  };
}
