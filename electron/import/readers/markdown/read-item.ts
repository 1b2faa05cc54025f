import { failure, type Result, success } from '../../../shared/result.ts';
import type { ImportedMark, ImportedTarget } from '../../imported-mark.ts';
import { longestText } from '../limits.ts';
import { importedTags } from '../values/tags.ts';
import { partOfPlace } from './read-label.ts';
import { quotedLine, readQuote } from './read-quote.ts';
import type { WrittenItem } from './split-items.ts';
import { unescapeMarkdown } from './unescape.ts';

const wholeBriefing = 'The whole briefing';

interface Body {
  readonly quote: string;
  /** Markdown. */
  readonly note: string;
}

/** From the first line that is not blank. */
function fromWords(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first === -1 ? [] : lines.slice(first);
}

/** Without the one blank line that divides a note from what is before it. */
function afterBlank(lines: readonly string[]): readonly string[] {
  return lines[0]?.trim() === '' ? lines.slice(1) : lines;
}

/** A figure's credit stands between its caption and the note. */
function afterCredit(lines: readonly string[], place: string): readonly string[] {
  const [first = ''] = lines;
  const isCredit = place.startsWith('Figure ') && first.startsWith('Credit: ');
  return isCredit ? afterBlank(lines.slice(1)) : lines;
}

function bodyOf(lines: readonly string[], place: string): Body {
  const body = afterBlank(lines);
  if (place === wholeBriefing) return { quote: '', note: body.join('\n').trimEnd() };
  const words = fromWords(body);
  const end = words.findIndex((line) => quotedLine(line) === null);
  const quoted = end === -1 ? words : words.slice(0, end);
  const rest = afterCredit(afterBlank(words.slice(quoted.length)), place);
  return {
    quote: readQuote(quoted.map((line) => quotedLine(line) ?? line)),
    note: rest.join('\n').trimEnd(),
  };
}

function targetOf(place: string, quote: string): Result<ImportedTarget, string> {
  const part = partOfPlace(place);
  if (place === wholeBriefing) return success({ kind: 'briefing' });
  if (quote.length > longestText) return failure('Its quote is too long.');
  if (quote.trim() !== '') {
    const unknown = { prefix: '', suffix: '', position: null, fingerprint: null, repeated: false };
    return success({ kind: 'passage', exact: quote, part, ...unknown });
  }
  if (part !== null) return success({ kind: 'part', part, quote: '' });
  return failure('It does not quote the words that it is on.');
}

/** The mark that an item is, or why it is none that can be taken. */
export function readItem({
  kind,
  source,
  label,
  lines,
}: WrittenItem): Result<ImportedMark, string> {
  if (label === null) return failure('It is no note of this app: no place stands before it.');
  const { place, color, time, rest } = label;
  const isBookmark = kind === 'bookmark';
  const { quote, note } = isBookmark
    ? { quote: unescapeMarkdown(rest), note: '' }
    : bodyOf(lines, place);
  const tags = isBookmark ? [] : importedTags(label.tags);
  const target = targetOf(place, quote);
  if (!target.ok) return target;
  return success({
    kind,
    id: null,
    source,
    target: target.value,
    color: isBookmark ? null : color,
    tags,
    note,
    createdAt: isBookmark ? time : null,
    modifiedAt: isBookmark ? null : time,
  });
}
