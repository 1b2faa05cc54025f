import { connect } from '../notes/connection.ts';
import { migrate } from '../notes/migrations.ts';
import { isThere } from '../notes/set-aside.ts';
import { openTables } from '../notes/tables.ts';
import { createPace } from '../pace.ts';
import type { Annotation } from '../shared/model/annotation.ts';
import type { RestorePreview } from '../shared/model/backup.ts';
import type { Problem } from '../shared/model/problem.ts';
import { type Result, success } from '../shared/result.ts';
import type { BackupPlace } from './backup-place.ts';
import { type MarkDifference, markDifferences, type Side } from './mark-difference.ts';
import { type StagedBackup, withStagedBackup } from './staged-backup.ts';

type Item = RestorePreview['items'][number];

/** Of each difference, so many are named. */
const named = 200;

/** The longest excerpt, in UTF-16 code units. */
const longestExcerpt = 160;

function asLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestExcerpt) return line;
  return `${line.slice(0, longestExcerpt - 1).toWellFormed()}…`;
}

function quoteOf(target: Annotation['target']): string {
  if (target.kind === 'briefing') return '';
  return typeof target.quote === 'string' ? target.quote : target.quote.exact;
}

function excerptOf({ before, after, kind }: MarkDifference): string {
  if (kind === 'bookmark') return 'Bookmark';
  const { note, target, tags } = after ??
    before ?? { note: '', target: { kind: 'briefing' }, tags: [] };
  return asLine(
    [note, quoteOf(target), tags.join(', ')].find((text) => text.trim() !== '') ?? 'Highlight',
  );
}

function differenceOf({ before, after }: MarkDifference): Item['difference'] {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

async function compare(current: Side, { database, backup }: StagedBackup): Promise<RestorePreview> {
  const staged: Side = { database, tables: openTables(database) };
  const headlines = new Map(
    [...staged.tables.briefings.all(), ...current.tables.briefings.all()].map(
      ({ id, headline }): [string, string] => [id, headline],
    ),
  );
  const pace = createPace();
  const counts = { added: 0, removed: 0, changed: 0 };
  const items: Item[] = [];
  for (const one of markDifferences(current, staged)) {
    const difference = differenceOf(one);
    counts[difference] += 1;
    if (counts[difference] <= named) {
      const id = (one.before ?? one.after)?.briefingId ?? '';
      items.push({ difference, briefing: headlines.get(id) ?? id, excerpt: excerptOf(one) });
    }
    await pace();
  }
  return { backup, ...counts, items };
}

/** The notes as they are; empty ones where there are none yet. */
function openCurrent(file: string): Side {
  const isNew = !isThere(file);
  const database = connect(isNew ? ':memory:' : file, !isNew);
  try {
    if (isNew) migrate(database);
    return { database, tables: openTables(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * What restoring a backup would change. Nothing is changed yet.
 *
 * @param source the name of a backup in the folder, or the absolute path of any file.
 */
export async function previewRestore(
  place: BackupPlace,
  source: string,
): Promise<Result<RestorePreview, Problem>> {
  return withStagedBackup(place, source, async (staged) => {
    const current = openCurrent(place.notes);
    try {
      return success(await compare(current, staged));
    } finally {
      current.database.close();
    }
  });
}
