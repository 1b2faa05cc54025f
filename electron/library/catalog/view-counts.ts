import { listingSchema, type ViewCounts } from '../../shared/model/listing.ts';
import type { StatementCache } from './statement-cache.ts';

const mostSources = 200;

const marked = 'FROM mark_count CROSS JOIN briefing ON briefing.id = mark_count.briefing_id';

const countsStatement = `
  SELECT
    (SELECT count(*) FROM briefing WHERE is_copy = 0) AS listed,
    (SELECT count(*) ${marked} WHERE bookmarks > 0) AS bookmarked,
    (SELECT count(*) ${marked} WHERE notes > 0 OR highlights > 0) AS annotated,
    (SELECT count(*) FROM briefing WHERE is_copy = 0 AND problem = 1) AS problems
`;

const statesStatement = `
  SELECT
    sum(state.reading <> 'unread' AND briefing.fingerprint IS NOT NULL) AS begun,
    sum(state.is_pinned) AS pinned,
    sum(state.fingerprint IS NOT NULL AND state.fingerprint IS NOT briefing.fingerprint) AS changed
  FROM reading.state AS state
  CROSS JOIN briefing INDEXED BY briefing_known ON briefing.id = state.briefing_id
  WHERE briefing.is_copy = 0
`;

/**
 * The names as one of the briefings has them: the index has them folded. Without statistics SQLite
 * takes an index from which each row has to be looked up.
 */
function countSources(statements: StatementCache): ViewCounts['sources'] {
  return statements
    .all(
      `SELECT counted.count AS count, briefing_content.listing AS listing FROM (
        SELECT count(*) AS count, max(place) AS place FROM briefing INDEXED BY briefing_source
        WHERE source IS NOT NULL AND is_copy = 0 GROUP BY source ORDER BY count DESC LIMIT ?
      ) AS counted JOIN briefing_content ON briefing_content.place = counted.place
      ORDER BY counted.count DESC`,
      [mostSources],
    )
    .flatMap((row) => {
      const { source } = listingSchema.parse(JSON.parse(String(row['listing'])));
      return source === null ? [] : [{ source, count: Number(row['count']) }];
    });
}

function countTags(statements: StatementCache): ViewCounts['tags'] {
  return statements
    .all(
      `SELECT min(tag) AS tag, count(DISTINCT briefing_id) AS count FROM mark_tag
      CROSS JOIN briefing ON briefing.id = mark_tag.briefing_id
      GROUP BY folded_tag ORDER BY folded_tag`,
      [],
    )
    .map((row) => ({ tag: String(row['tag']), count: Number(row['count']) }));
}

/** How many rows each view of the sidebar has. */
export function countViews(statements: StatementCache): ViewCounts {
  const row = { ...statements.get(countsStatement, []), ...statements.get(statesStatement, []) };
  const count = (name: string): number => Number(row[name]);
  return {
    all: count('listed'),
    // What cannot be read stays unread for ever, so it does not count.
    unread: count('listed') - count('problems') - count('begun'),
    pinned: count('pinned'),
    changed: count('changed'),
    bookmarked: count('bookmarked'),
    annotated: count('annotated'),
    problems: count('problems'),
    sources: countSources(statements),
    tags: countTags(statements),
  };
}
