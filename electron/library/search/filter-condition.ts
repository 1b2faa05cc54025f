import { fold } from '../../shared/search/fold.ts';
import type { Possession, Query, Standing } from '../../shared/search/query.ts';
import { condition, type Condition, joinConditions, not } from './condition.ts';

/** Briefings of which one of the tables about marks has a row. */
function marked(rows: string, ...values: readonly string[]): Condition {
  return condition(`briefing.id IN (SELECT briefing_id FROM ${rows})`, ...values);
}

/** Looked up row by row, as nearly all briefings may have a state. */
function withState(sql: string, ...values: readonly string[]): Condition {
  return condition(
    `EXISTS (SELECT 1 FROM reading.state AS state WHERE state.briefing_id = briefing.id AND ${sql})`,
    ...values,
  );
}

function standingCondition(standing: Standing): Condition {
  switch (standing) {
    case 'unread':
      return not(withState(`state.reading <> 'unread'`));
    case 'reading':
    case 'read':
      return withState('state.reading = ?', standing);
    case 'pinned':
      return condition(
        'briefing.id IN (SELECT briefing_id FROM reading.state WHERE is_pinned = 1)',
      );
    case 'changed':
      return withState(
        'state.fingerprint IS NOT NULL AND state.fingerprint IS NOT briefing.fingerprint',
      );
    case 'bookmarked':
      return marked('mark_count WHERE bookmarks > 0');
    case 'problem':
      return condition('briefing.problem = 1');
    case 'copy':
      return condition('briefing.is_copy = 1');
  }
}

function possessionCondition(possession: Possession): Condition {
  switch (possession) {
    case 'note':
      return marked('mark_count WHERE notes > 0');
    case 'highlight':
      return marked('mark_count WHERE highlights > 0');
    case 'bookmark':
      return marked('mark_count WHERE bookmarks > 0');
    case 'tag':
      return marked('mark_tag');
    case 'image':
      return condition('briefing.has_image = 1');
  }
}

/** Days compare as texts. Without limits, undated briefings are among those that are let through. */
function dateCondition(from: string | null, to: string | null): Condition {
  if (from === null && to === null) return condition('TRUE');
  const limits = [condition('briefing.day IS NOT NULL')];
  if (from !== null) limits.push(condition('briefing.day >= ?', from));
  if (to !== null) limits.push(condition('briefing.day <= ?', to));
  return joinConditions('AND', limits);
}

/** The tags inside of a tag are those from its name and `/` up to its name and `0`, the next sign. */
function tagCondition(tag: string): Condition {
  const folded = fold(tag);
  return marked(
    'mark_tag WHERE folded_tag = ? OR (folded_tag >= ? AND folded_tag < ?)',
    folded,
    `${folded}/`,
    `${folded}0`,
  );
}

function sourceCondition(source: string, isWhole: boolean): Condition {
  return isWhole
    ? condition('briefing.source IS ?', source)
    : condition('coalesce(instr(briefing.source, ?), 0) > 0', source);
}

/** The column may hold a whole language tag. The value has only letters, so it has no wildcards. */
function languageCondition(language: string): Condition {
  return condition(
    `coalesce(briefing.language LIKE ? OR briefing.language LIKE ? || '-%', FALSE)`,
    language,
    language,
  );
}

/** A query that is neither about words nor made of other queries. */
export type Filter = Exclude<Query, { readonly kind: 'words' | 'and' | 'or' | 'not' }>;

/** A filter over the columns of `briefing` and the tables about marks and reading. */
export function filterCondition(filter: Filter): Condition {
  switch (filter.kind) {
    case 'date':
      return dateCondition(filter.from, filter.to);
    case 'is':
      return standingCondition(filter.standing);
    case 'has':
      return possessionCondition(filter.possession);
    case 'source':
      return sourceCondition(filter.source, filter.isWhole);
    case 'agency':
      return condition(
        'briefing.place IN (SELECT place FROM briefing_agency WHERE instr(agency, ?) > 0)',
        filter.agency,
      );
    case 'tag':
      return tagCondition(filter.tag);
    case 'color':
      return marked('mark_color WHERE color = ?', filter.color);
    case 'path':
      return condition('coalesce(instr(briefing.folded_path, ?), 0) > 0', filter.path);
    case 'language':
      return languageCondition(filter.language);
    case 'root':
      return condition('briefing.root IS ?', filter.root);
  }
}
