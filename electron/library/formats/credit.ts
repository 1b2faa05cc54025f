import type { Credit, CreditFlag } from '../../shared/model/briefing.ts';
import {
  isName,
  longestName,
  organisationStart,
  personStart,
  sentenceStart,
} from './credit-name.ts';

/** A credit and where it begins in its line, in UTF-16 code units. It reaches to the line's end. */
export interface FoundCredit {
  readonly start: number;
  readonly credit: Credit;
}

type Names = Pick<Credit, 'agency' | 'photographer' | 'source' | 'via' | 'flags'>;
type Match = Names & { readonly start: number };

/** Credits are looked for in this many code units at the end of a line. */
const window = 320;

const flagWords: ReadonlyMap<string, CreditFlag> = new Map([
  ['pool', 'pool'],
  ['pool photo', 'pool'],
  ['file photo', 'file photo'],
  ['file', 'file photo'],
  ['handout', 'handout'],
  ['illustration', 'illustration'],
]);

/** The partners that Getty Images distributes for, where no name of a photographer goes with them. */
const partners: ReadonlySet<string> = new Set([
  'AFP',
  'Bloomberg',
  'Anadolu',
  'Anadolu Agency',
  'NurPhoto',
]);

/**
 * The credit at the end of a caption, by the forms that Reuters, AP and Getty Images use and by
 * `Credit: X`. `null` for any other end: a credit is never invented. The time is bounded whatever
 * the line is: only its end is looked at.
 */
export function findCredit(line: string): FoundCredit | null {
  const offset = Math.max(0, line.length - window);
  const match = matchEnd(line.slice(offset));
  if (match === null) return null;
  const { start, ...names } = match;
  return { start: offset + start, credit: { ...names, verbatim: line.slice(offset + start) } };
}

function matchEnd(text: string): Match | null {
  const body = withoutFullStop(text);
  if (!body.endsWith(')')) return matchLabelled(body);
  const open = body.lastIndexOf('(');
  const inner = withoutFullStop(body.slice(open + 1, -1));
  const match = open === -1 ? null : matchLabelled(inner);
  return match && { ...match, start: open };
}

function withoutFullStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}

/** Takes in the words before a credit that only introduce it. */
function matchLabelled(body: string): Match | null {
  const match = matchForms(body);
  if (match === null) return matchLabel(body);
  const label = /(?:(?:Photo )?Credits?: ?|Photo by )$/i.exec(body.slice(0, match.start));
  return label === null ? match : { ...match, start: label.index };
}

/** The forms with `via` come first: `X/Pool via REUTERS` must not be read as a name of its own. */
function matchForms(body: string): Match | null {
  return (
    matchVia(body) ?? matchGetty(body) ?? matchReuters(body) ?? matchAp(body) ?? matchApByName(body)
  );
}

const viaEnd =
  /(?:^|[\s/])via (REUTERS|AP|The Associated Press|Getty Images)((?:(?:\/|, )(?:File Photo|File|Pool|Handout|Illustration)){0,4})$/i;

function matchVia(body: string): Match | null {
  const end = viaEnd.exec(body);
  const agencyName = end?.[1];
  if (end === null || agencyName === undefined) return null;
  const tailFlags = flagsOf((end[2] ?? '').split(/\/|, /));
  const before = body.slice(0, end.index);
  const names = readNames(before);
  const agency = officialName(agencyName);
  if (names === null) {
    if (agency === 'AP') return null;
    const start = end.index + end[0].search(/via/i);
    return { start, agency, photographer: null, source: null, via: null, flags: tailFlags };
  }
  const flags = joinFlags(names.flags, tailFlags);
  if (agency === 'Getty Images') return { ...gettyNames(names.names), flags, start: names.start };
  const source = names.names.length === 0 ? null : names.names.join('/');
  return { start: names.start, agency, photographer: null, source, via: null, flags };
}

function matchGetty(body: string): Match | null {
  const end = /\s?\/\s?Getty Images$/i.exec(body);
  if (end === null) return null;
  const names = readNames(body.slice(0, end.index));
  return names && { ...gettyNames(names.names), flags: names.flags, start: names.start };
}

/** `NAME/PARTNER`, `PARTNER` or `NAME`. */
function gettyNames(names: readonly string[]): Omit<Names, 'flags'> {
  const last = names.at(-1);
  const hasPartner = last !== undefined && (names.length > 1 || partners.has(last));
  const people = hasPartner ? names.slice(0, -1) : names;
  return {
    agency: 'Getty Images',
    photographer: people.length === 0 ? null : people.join('/'),
    source: null,
    via: hasPartner ? last : null,
  };
}

function matchReuters(body: string): Match | null {
  const start = body.toUpperCase().lastIndexOf('REUTERS/');
  if (start === -1 || (start > 0 && /[\p{L}\p{N}]/u.test(body.charAt(start - 1)))) return null;
  const parts = body
    .slice(start + 'REUTERS/'.length)
    .split('/')
    .map((part) => part.trim());
  if (parts.length > 6 || !parts.every(isName)) return null;
  const people = parts.filter((part) => !isFlag(part));
  const photographer = people.length === 0 ? null : people.join('/');
  const flags = flagsOf(parts);
  return { start, agency: 'Reuters', photographer, source: null, via: null, flags };
}

const apEnd = /(?:^|\s)AP Photo\s?\/\s?([^/,()]{2,61})((?:, (?:File Photo|File|Pool)){0,3})$/i;

function matchAp(body: string): Match | null {
  const end = apEnd.exec(body);
  const photographer = end?.[1]?.trim();
  if (end === null || photographer === undefined || !isName(photographer)) return null;
  const start = end.index + end[0].search(/\S/);
  const flags = flagsOf((end[2] ?? '').split(', '));
  return { start, agency: 'AP', photographer, source: null, via: null, flags };
}

function matchApByName(body: string): Match | null {
  const end = /\s?\/\s?The Associated Press$/i.exec(body);
  if (end === null) return null;
  const names = readNames(body.slice(0, end.index));
  if (names === null || names.names.length === 0) return null;
  const photographer = names.names.join('/');
  const { start, flags } = names;
  return { start, agency: 'AP', photographer, source: null, via: null, flags };
}

const labelled = /(?:^|[^\p{L}\p{N}])((?:Photo )?Credits?: ?)([^:]{2,100})$/iu;

/** `Credit: X`: whoever X is, a person or an organisation, the file does not say. */
function matchLabel(body: string): Match | null {
  const end = labelled.exec(body);
  const source = end?.[2]?.trim();
  if (end === null || source === undefined || source === '' || sentenceStart(source) > 0)
    return null;
  const start = end.index + end[0].search(/(?:Photo )?Credit/i);
  return { start, agency: null, photographer: null, source, via: null, flags: [] };
}

interface SlashedNames {
  readonly start: number;
  readonly names: readonly string[];
  readonly flags: readonly CreditFlag[];
}

/** Reads `NAME/NAME/Pool` from the end of a text; the first name may stand behind a sentence. */
function readNames(text: string): SlashedNames | null {
  const parts: string[] = [];
  let end = text.trimEnd().replace(/\/$/, '').length;
  for (let count = 0; count < 5; count += 1) {
    const slash = text.lastIndexOf('/', end - 1);
    const part = text.slice(slash + 1, end).trim();
    if (slash === -1 || end - slash > longestName + 2 || !isName(part)) break;
    parts.unshift(part);
    end = text.slice(0, slash).trimEnd().length;
  }
  const flags = flagsOf(parts);
  const first = firstName(text.slice(0, end), flags.includes('handout'));
  const names = parts.filter((part) => !isFlag(part));
  if (first === null) return null;
  const name = text.slice(first, end);
  if (isFlag(name)) return { start: first, names, flags: joinFlags(flagsOf([name]), flags) };
  return { start: first, names: [name, ...names], flags };
}

function firstName(text: string, handout: boolean): number | null {
  const flag = /(?:^|\s)(?:Pool|Handout|Pool Photo)$/i.exec(text);
  if (flag !== null) return flag.index + flag[0].search(/\S/);
  return handout ? organisationStart(text) : personStart(text);
}

function isFlag(part: string): boolean {
  return flagWords.has(part.toLowerCase());
}

function flagsOf(parts: readonly string[]): readonly CreditFlag[] {
  return joinFlags(
    parts.flatMap((part) => flagWords.get(part.trim().toLowerCase()) ?? []),
    [],
  );
}

function joinFlags(
  first: readonly CreditFlag[],
  second: readonly CreditFlag[],
): readonly CreditFlag[] {
  return [...new Set([...first, ...second])];
}

function officialName(agency: string): string {
  switch (agency.toLowerCase()) {
    case 'reuters':
      return 'Reuters';
    case 'getty images':
      return 'Getty Images';
    default:
      return 'AP';
  }
}
