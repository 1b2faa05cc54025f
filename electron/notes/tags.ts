import type { Annotation } from '../shared/model/annotation.ts';
import type { TagCount } from '../shared/model/note-list.ts';
import type { Problem } from '../shared/model/problem.ts';
import { isWithinTag, tagSchema } from '../shared/model/tag.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { isSameContent, savingChange } from './change.ts';
import type { Outcome } from './marks.ts';
import type { Tables } from './tables.ts';
import { compareTags } from './tag-order.ts';

/** How many annotations a change of a tag changed. */
export interface TagsChanged {
  readonly changed: number;
}

/** Every tag in use, by name. @throws SQLite's error. */
export function listTags({ annotations }: Tables): readonly TagCount[] {
  return annotations.countTags().toSorted((one, other) => compareTags(one.tag, other.tag));
}

const longTag: Problem = {
  kind: 'unwritable',
  message: 'A tag would become too long, so none was renamed; choose a shorter name.',
};

function changeTags(
  tables: Tables,
  annotations: readonly Annotation[],
  {
    change,
    description,
    time,
  }: {
    readonly change: (tags: readonly string[]) => readonly string[];
    readonly description: string;
    readonly time: number;
  },
): Outcome<Result<TagsChanged, Problem>> {
  const changes = annotations.flatMap((before) => {
    // Where both tags were, one is left.
    const tags = [...new Set(change(before.tags))];
    const after = { ...before, tags, modifiedAt: time };
    return isSameContent(before, after) ? [] : savingChange(before, after);
  });
  for (const { after } of changes) if (after !== null) tables.annotations.put(after);
  tables.history.recordStep(changes, description, time);
  return {
    value: success({ changed: changes.length }),
    changed: changes.map(({ briefingId }) => briefingId),
  };
}

/**
 * Renames a tag, and those inside of it, on every annotation, as one step of undo.
 *
 * @param time milliseconds since the Unix epoch. @throws SQLite's error.
 */
export function renameTag(
  tables: Tables,
  from: string,
  to: string,
  time: number,
): Outcome<Result<TagsChanged, Problem>> {
  const rename = (tag: string): string =>
    isWithinTag(tag, from) ? `${to}${tag.slice(from.length)}` : tag;
  const annotations = tables.annotations.within(from);
  const old = new Set(
    annotations.flatMap(({ tags }) => tags.filter((tag) => isWithinTag(tag, from))),
  );
  if (![...old].every((tag) => tagSchema.safeParse(rename(tag)).success)) {
    return { value: failure(longTag), changed: [] };
  }
  const change = (tags: readonly string[]): readonly string[] => tags.map(rename);
  return changeTags(tables, annotations, { change, description: `tag “${from}” renamed`, time });
}

/**
 * Takes a tag, and those inside of it, off every annotation, as one step of undo.
 *
 * @param time milliseconds since the Unix epoch. @throws SQLite's error.
 */
export function removeTag(
  tables: Tables,
  removed: string,
  time: number,
): Outcome<Result<TagsChanged, Problem>> {
  const change = (tags: readonly string[]): readonly string[] =>
    tags.filter((tag) => !isWithinTag(tag, removed));
  const description = `tag “${removed}” removed`;
  return changeTags(tables, tables.annotations.within(removed), { change, description, time });
}
