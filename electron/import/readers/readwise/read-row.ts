import { withoutFormula } from '../../../export/tables/formula-cells.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { ImportedMark, ImportedTarget } from '../../imported-mark.ts';
import { longestText } from '../limits.ts';
import { importedColor } from '../values/color.ts';
import { importedTags } from '../values/tags.ts';
import { timeOf } from '../values/time.ts';
import type { ColumnName, Columns } from './columns.ts';

interface TaggedNote {
  readonly note: string;
  readonly tags: readonly string[];
}

/** Words with a full stop before them that begin a note are tags: `.harbour .ferries Ask them.` */
const leadingTag = /^\.([^\s.]\S*)(?:\s+|$)/u;

/**
 * The tags that a note begins with, in files without a column for tags.
 *
 * @see https://docs.readwise.io/readwise/guides/action-tags
 */
function splitTags(text: string): TaggedNote {
  const tags: string[] = [];
  let note = text;
  for (let match = leadingTag.exec(note); match !== null; match = leadingTag.exec(note)) {
    tags.push(match[1] ?? '');
    note = note.slice(match[0].length);
  }
  return { note, tags };
}

function passage(exact: string): ImportedTarget {
  return {
    kind: 'passage',
    exact,
    prefix: '',
    suffix: '',
    part: null,
    position: null,
    fingerprint: null,
    repeated: false,
  };
}

/** A cell without the apostrophe that keeps programs from taking it for a formula. */
function withoutApostrophe(text: string): string {
  const rest = text.slice(1);
  return text.startsWith("'") && withoutFormula(rest) === text ? rest : text;
}

/** The highlight of a row, or its note alone; or why there is neither. */
export function readRow(row: readonly string[], columns: Columns): Result<ImportedMark, string> {
  const cell = (name: ColumnName): string =>
    withoutApostrophe(row[columns.get(name) ?? -1] ?? '').trim();
  const quote = cell('highlight').replaceAll(/\r\n?/g, '\n');
  const { note, tags } = columns.has('tags')
    ? { note: cell('note'), tags: cell('tags').split(',') }
    : splitTags(cell('note'));
  if (quote === '' && note === '') return failure('It has neither a highlight nor a note.');
  if (quote.length > longestText) return failure('Its highlight is too long.');
  return success({
    kind: 'annotation',
    id: null,
    source: {
      briefingId: null,
      fingerprint: null,
      headline: cell('title') || null,
      source: cell('author') || null,
      date: null,
      address: cell('address') || null,
    },
    target: quote === '' ? { kind: 'briefing' } : passage(quote),
    color: importedColor(cell('color')),
    tags: importedTags(tags),
    note,
    createdAt: timeOf(cell('time')),
    modifiedAt: null,
  });
}
