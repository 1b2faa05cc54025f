import { type BriefingDate, briefingDateSchema } from '../../../shared/model/briefing.ts';
import type { ImportedSource } from '../../imported-mark.ts';
import { unescapeMarkdown } from './unescape.ts';

/** What stands around marked words and refers to notes, where the text is in the file, too. */
const marking = /(\\.)|(?:\*\*|==)(?:\\\[\d+\\\])*|\[\[#\^rd-[0-9a-f]{12}\|\d+\]\]/g;

/**
 * What is known of a briefing once its headline is read.
 *
 * @param known from the properties of the file; `null` where they are another briefing's.
 */
export function readHeadline(heading: string, known: ImportedSource | null): ImportedSource {
  const headline = unescapeMarkdown(
    heading.replaceAll(marking, (_, escape: string | undefined) => escape ?? ''),
  );
  if (known !== null) return { ...known, headline: known.headline ?? headline };
  return { briefingId: null, fingerprint: null, headline, source: null, date: null, address: null };
}

const datePattern =
  /^(\d{4}-\d\d-\d\d)(?: \((?:(inferred) from the text|from the ([a-z ]+))(?:, “(.*)”)?\))?$/;

/** A day that nothing is said of counts as stated. */
export function bareDate(day: string | null): BriefingDate | null {
  const date = briefingDateSchema.safeParse({
    value: day,
    provenance: 'front matter',
    evidence: null,
  });
  return date.success ? date.data : null;
}

/** A day with where it comes from; a bare one counts as stated. */
function dateOf(text: string): BriefingDate | null {
  const match = datePattern.exec(text);
  const evidence = match?.[4];
  const date = briefingDateSchema.safeParse({
    value: match?.[1],
    provenance: match?.[2] ?? match?.[3] ?? 'front matter',
    evidence: evidence === undefined ? null : unescapeMarkdown(evidence),
  });
  return date.success ? date.data : null;
}

/** The text of the code span that a line begins with; `null` where it begins with none. */
function codeOf(text: string): string | null {
  const fence = /^`+/.exec(text)?.[0] ?? '';
  const end = fence === '' ? -1 : text.indexOf(fence, fence.length);
  if (end === -1) return null;
  const code = text.slice(fence.length, end);
  return code.startsWith(' ') && code.endsWith(' ') ? code.slice(1, -1) : code;
}

/** What is known of a briefing with what a line says of it: `- Source: Harbour Post`. */
export function addFact(known: ImportedSource, line: string): ImportedSource {
  const [, name, fact = ''] = /^- (Source|Date|File): (.+)$/.exec(line.trimEnd()) ?? [];
  switch (name) {
    case 'Source':
      return { ...known, source: fact === 'not stated' ? null : unescapeMarkdown(fact) };
    case 'Date':
      return { ...known, date: dateOf(fact) };
    case 'File':
      return { ...known, address: codeOf(fact) };
    default:
      return known;
  }
}
