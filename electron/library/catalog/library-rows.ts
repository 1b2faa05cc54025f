import { inflateRawSync } from 'node:zlib';
import type { Briefing } from '../../shared/model/briefing.ts';
import { type LibraryRow, listingSchema, readingSchema } from '../../shared/model/listing.ts';
import { excerptsFor } from '../../shared/search/excerpts.ts';
import type { Query } from '../../shared/search/query.ts';
import { readNotes } from './mark-index.ts';
import type { StatementCache } from './statement-cache.ts';

const rowStatement = `
  SELECT
    briefing.place AS place,
    listing,
    coalesce(state.reading, 'unread') AS reading,
    coalesce(state.is_pinned, 0) AS is_pinned,
    state.fingerprint IS NOT NULL AND state.fingerprint IS NOT briefing.fingerprint AS is_changed,
    CASE WHEN briefing.story_key IS NULL THEN 0 ELSE (
      SELECT count(*) - 1 FROM briefing AS other WHERE other.story_key = briefing.story_key
    ) END AS copies,
    iif(?1, briefing_content.briefing, NULL) AS kept,
    iif(?1, note_words, NULL) AS notes
  FROM json_each(?2) AS wanted
  CROSS JOIN briefing ON briefing.place = wanted.value
  JOIN briefing_content ON briefing_content.place = briefing.place
  LEFT JOIN reading.state AS state ON state.briefing_id = briefing.id
  LEFT JOIN mark_count ON mark_count.briefing_id = briefing.id
  ORDER BY wanted.key
`;

/**
 * The rows with these places, in their order.
 *
 * @param words what excerpts are shown of; `null` for none.
 */
export function readRows(
  statements: StatementCache,
  places: readonly number[],
  words: Query | null,
): readonly LibraryRow[] {
  const rows = statements.all(rowStatement, [words === null ? 0 : 1, JSON.stringify(places)]);
  return rows.map((row) => ({
    ...listingSchema.parse(JSON.parse(String(row['listing']))),
    reading: readingSchema.parse(row['reading']),
    isPinned: row['is_pinned'] === 1,
    isChanged: row['is_changed'] === 1,
    copyCount: Number(row['copies']),
    excerpts: words === null ? [] : excerptsOf(row['kept'], row['notes'], words),
  }));
}

function excerptsOf(kept: unknown, notes: unknown, words: Query): LibraryRow['excerpts'] {
  if (!(kept instanceof Uint8Array)) return [];
  // It was checked when it was stored; to check it again for every row would take longer than to
  // find the excerpts.
  const briefing = JSON.parse(inflateRawSync(kept).toString()) as Briefing;
  return excerptsFor(briefing, typeof notes === 'string' ? readNotes(notes) : [], words);
}
