import type { Annotation, BriefingReference } from '../../electron/shared/model/annotation.ts';
import type {
  NoteGroup,
  NoteOutline,
  NoteQuery,
  NoteRow,
  TagCount,
} from '../../electron/shared/model/note-list.ts';
import { isWithinTag } from '../../electron/shared/model/tag.ts';
import { fold, foldedWords } from '../../electron/shared/search/fold.ts';

/** What a list of notes in memory is made of. */
export interface NoteListSources {
  readonly annotations: readonly Annotation[];
  /** What is known of a briefing, even if its file is gone. */
  readonly referenceTo: (briefingId: string) => BriefingReference;
  /** Whether the library has a briefing. */
  readonly has: (briefingId: string) => boolean;
}

interface Listed {
  readonly group: Omit<NoteGroup, 'count'>;
  readonly row: NoteRow;
}

const { compare: compareTags } = new Intl.Collator();

function compare(one: string | number, other: string | number): number {
  return one < other ? -1 : Number(one > other);
}

/** `YYYY-MM-DD` in the machine's time zone. */
function dayOf(time: number): string {
  const date = new Date(time);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((number) =>
    String(number).padStart(2, '0'),
  );
  return `${date.getFullYear()}-${month}-${day}`;
}

function isMatch({ words, colors, tags }: NoteQuery, { annotation, briefing }: NoteRow): boolean {
  const { target, note, color } = annotation;
  const quote =
    target.kind === 'passage' ? target.quote.exact : target.kind === 'part' ? target.quote : '';
  const text = fold([note, quote, ...annotation.tags].join('\n'));
  const headline = fold(briefing.headline);
  return (
    foldedWords(words).every((word) => text.includes(word) || headline.includes(word)) &&
    (colors.length === 0 || (color !== null && colors.includes(color))) &&
    tags.every((outer) => annotation.tags.some((tag) => isWithinTag(tag, outer)))
  );
}

function byBriefing(one: NoteRow, other: NoteRow): number {
  return (
    Number(one.isMissing) - Number(other.isMissing) ||
    compare(fold(one.briefing.headline), fold(other.briefing.headline)) ||
    compare(one.briefing.id, other.briefing.id) ||
    one.annotation.createdAt - other.annotation.createdAt ||
    compare(one.annotation.id, other.annotation.id)
  );
}

function newestFirst(one: NoteRow, other: NoteRow): number {
  return (
    other.annotation.modifiedAt - one.annotation.modifiedAt ||
    compare(other.annotation.id, one.annotation.id)
  );
}

function groupByTag(rows: readonly NoteRow[]): readonly Listed[] {
  const listed = rows.toSorted(newestFirst).flatMap((row): Listed[] => {
    const tags = new Set(row.annotation.tags);
    if (tags.size === 0) return [{ group: { key: '', label: 'Without a tag' }, row }];
    return [...tags].map((tag) => ({ group: { key: tag, label: tag }, row }));
  });
  return listed.toSorted(
    (one, other) =>
      Number(one.group.key === '') - Number(other.group.key === '') ||
      compareTags(one.group.key, other.group.key) ||
      compare(one.group.key, other.group.key),
  );
}

function list(query: NoteQuery, sources: NoteListSources): readonly Listed[] {
  const rows = sources.annotations
    .map((annotation) => {
      const { briefingId } = annotation;
      const briefing = sources.referenceTo(briefingId);
      return { annotation, briefing, isMissing: !sources.has(briefingId) };
    })
    .filter((row) => isMatch(query, row));
  switch (query.group) {
    case 'tag':
      return groupByTag(rows);
    case 'day':
      return rows.toSorted(newestFirst).map((row) => {
        const day = dayOf(row.annotation.modifiedAt);
        return { group: { key: day, label: day }, row };
      });
    case 'briefing':
      return rows.toSorted(byBriefing).map((row) => {
        const { id, headline } = row.briefing;
        const group = { key: id, label: headline };
        return {
          group: row.isMissing ? { key: 'missing', label: 'Without a briefing' } : group,
          row,
        };
      });
  }
}

/** How the list of all annotations is laid out. */
export function fakeNoteOutline(query: NoteQuery, sources: NoteListSources): NoteOutline {
  const listed = list(query, sources);
  const groups = Map.groupBy(listed, ({ group }) => group.key);
  return {
    total: listed.length,
    groups: [...groups].map(([key, [first, ...others]]) => {
      return { key, label: first?.group.label ?? key, count: others.length + 1 };
    }),
  };
}

/** The rows of the list of all annotations, in the order of its outline. */
export function fakeNoteRows(query: NoteQuery, sources: NoteListSources): readonly NoteRow[] {
  return list(query, sources).map(({ row }) => row);
}

/** Every tag in use, by name. */
export function fakeTags(annotations: readonly Annotation[]): readonly TagCount[] {
  const tags = annotations.flatMap(({ tags }) => [...new Set(tags)]);
  return [...Map.groupBy(tags, (tag) => tag)]
    .map(([tag, { length: count }]) => ({ tag, count }))
    .toSorted((one, other) => compareTags(one.tag, other.tag) || compare(one.tag, other.tag));
}
