import type { Annotation, Bookmark } from '../../electron/shared/model/annotation.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import type { NotesState } from '../state/notes-state.ts';

/** What marks the tools of a part show. */
export interface PartMark {
  readonly isBookmarked: boolean;
  /** The note on the part as a whole; `null` for none. */
  readonly note: string | null;
}

const none: PartMark = { isBookmarked: false, note: null };

function collect(
  annotations: readonly Annotation[],
  bookmarks: readonly Bookmark[],
): ReadonlyMap<PartPath, PartMark> {
  const marks = new Map<PartPath, PartMark>();
  for (const { place } of bookmarks) {
    if (place.kind === 'part') marks.set(place.part, { isBookmarked: true, note: null });
  }
  for (const { id, target } of annotations) {
    if (target.kind !== 'part') continue;
    const mark = marks.get(target.part) ?? none;
    if (mark.note === null) marks.set(target.part, { ...mark, note: id });
  }
  return marks;
}

/** The bookmarks and notes on the parts of the open briefing, by part. */
export class PartMarks {
  #state: Pick<NotesState, 'annotations' | 'bookmarks'> = { annotations: [], bookmarks: [] };
  #marks: ReadonlyMap<PartPath, PartMark> = new Map();
  /** Of each section the items with marks: index and what it has. */
  #bySection: ReadonlyMap<number, readonly (readonly [item: number, mark: string])[]> = new Map();

  /** Takes over what the reader has marked. */
  update({ annotations, bookmarks }: NotesState): void {
    const { annotations: before, bookmarks: placed } = this.#state;
    if (before === annotations && placed === bookmarks) return;
    this.#state = { annotations, bookmarks };
    this.#marks = collect(annotations, bookmarks);
    const items = [...this.#marks].flatMap(([path, { isBookmarked, note }]) => {
      const [, section, item] = /^sections\/(\d+)\/items\/(\d+)$/.exec(path) ?? [];
      if (item === undefined) return [];
      const mark = `${item}${isBookmarked ? 'b' : ''}${note === null ? '' : 'n'}`;
      return [{ section: Number(section), entry: [Number(item), mark] as const }];
    });
    const grouped = Map.groupBy(items, ({ section }) => section);
    this.#bySection = new Map(
      [...grouped].map(([section, own]) => [section, own.map(({ entry }) => entry)]),
    );
  }

  at(path: PartPath): PartMark {
    return this.#marks.get(path) ?? none;
  }

  /** The marks on items of a section, from one index to another (exclusive), as a text to compare. */
  among(section: number, start: number, end: number): string {
    return (this.#bySection.get(section) ?? [])
      .filter(([item]) => item >= start && item < end)
      .map(([, mark]) => mark)
      .join();
  }
}
