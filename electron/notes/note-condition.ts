import type { SQLInputValue } from 'node:sqlite';
import type { NoteQuery } from '../shared/model/note-list.ts';
import { foldedWords } from '../shared/search/fold.ts';
import { isWithin } from './annotation-table.ts';

/** A condition on the rows of the table `annotation`, with the values of its parameters. */
export interface NoteCondition {
  /** The table to count in, as it is read fastest. */
  readonly from: string;
  /** `TRUE` where all rows are wanted. */
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** The headlines are searched once for each word, not once for each annotation. */
const containsWord = `(
  instr(annotation.folded, ?) > 0
  OR annotation.briefing_id IN (SELECT id FROM briefing WHERE instr(folded, ?) > 0)
)`;

const hasColor = 'annotation.color IN (SELECT value FROM json_each(?))';

const hasTag = `annotation.id IN (SELECT annotation_id FROM annotation_tag WHERE ${isWithin})`;

/** Which annotations a list shows. */
export function conditionFor({ words, colors, tags }: NoteQuery): NoteCondition {
  const wanted = [...new Set(foldedWords(words))];
  const wantedTags = [...new Set(tags)];
  const wantedColors = colors.length === 0 ? [] : [colors];
  const parts = [
    // The cheap conditions stand first.
    ...wantedColors.map(() => hasColor),
    ...wantedTags.map(() => hasTag),
    ...wanted.map(() => containsWord),
  ];
  // Searching reads nearly every row as a whole: in the order of an index that takes three times as long.
  const readsAll = wanted.length > 0 && wantedTags.length === 0;
  return {
    from: readsAll ? 'annotation NOT INDEXED' : 'annotation',
    sql: parts.length === 0 ? 'TRUE' : parts.join(' AND '),
    values: [
      ...wantedColors.map((one) => JSON.stringify(one)),
      ...wantedTags.flatMap((tag) => [tag, tag, tag]),
      ...wanted.flatMap((word) => [word, word]),
    ],
  };
}
