import type { Annotation, Marks } from '../model/annotation.ts';
import type { MarkFilter } from '../model/export.ts';
import { isWithinTag } from '../model/tag.ts';

/** The filter that leaves nothing out. */
export const everyMark: MarkFilter = {
  colors: [],
  tags: [],
  from: null,
  to: null,
  withBookmarks: true,
};

/** A time in milliseconds since the Unix epoch as its day in UTC, `YYYY-MM-DD`. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function isWithinDays(time: number, { from, to }: MarkFilter): boolean {
  const day = dayOf(time);
  return (from === null || day >= from) && (to === null || day <= to);
}

function isWanted({ color, tags, modifiedAt }: Annotation, filter: MarkFilter): boolean {
  const hasColor = filter.colors.length === 0 || (color !== null && filter.colors.includes(color));
  const hasTag =
    filter.tags.length === 0 ||
    tags.some((tag) => filter.tags.some((wanted) => isWithinTag(tag, wanted)));
  return hasColor && hasTag && isWithinDays(modifiedAt, filter);
}

/** The marks that a filter lets through. Bookmarks have neither colours nor tags. */
export function filterMarks({ annotations, bookmarks }: Marks, filter: MarkFilter): Marks {
  const asksForAnnotations = filter.colors.length + filter.tags.length > 0;
  return {
    annotations: annotations.filter((annotation) => isWanted(annotation, filter)),
    bookmarks:
      filter.withBookmarks && !asksForAnnotations
        ? bookmarks.filter(({ createdAt }) => isWithinDays(createdAt, filter))
        : [],
  };
}
