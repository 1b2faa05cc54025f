import { parse } from 'yaml';

/** What a text's front matter says of it; `null` where it does not say. */
export interface FrontMatter {
  readonly headline: string | null;
  readonly source: string | null;
  /** As written; the day is read from its beginning. */
  readonly date: string | null;
  readonly language: string | null;
}

/** The front matter and the lines after it. */
export interface SplitText {
  readonly frontMatter: FrontMatter;
  readonly lines: readonly string[];
  /** The block at the start could not be read as YAML; its lines are part of the text. */
  readonly isBroken: boolean;
}

const empty: FrontMatter = { headline: null, source: null, date: null, language: null };

/** Front matter is short: what is longer is a text that begins with a rule. */
const longestBlock = 200;

function wordsOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function read(block: string): FrontMatter | null {
  let value: unknown;
  try {
    // The core schema makes strings, numbers and plain collections only; aliases could be a bomb.
    value = parse(block, { schema: 'core', maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const at = (...keys: readonly string[]): string | null =>
    keys.map((key) => wordsOf(Reflect.get(value, key))).find((words) => words !== null) ?? null;
  return {
    headline: at('headline', 'title'),
    source: at('source', 'publication'),
    date: at('date'),
    language: at('language', 'lang'),
  };
}

/** Splits the front matter, YAML between lines of three dashes, off the start of a text. */
export function splitFrontMatter(lines: readonly string[]): SplitText {
  if (lines[0]?.trimEnd() !== '---') return { frontMatter: empty, lines, isBroken: false };
  const end = lines.slice(1, longestBlock).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  if (end === -1) return { frontMatter: empty, lines, isBroken: false };
  const frontMatter = read(lines.slice(1, end + 1).join('\n'));
  if (frontMatter === null) return { frontMatter: empty, lines, isBroken: true };
  return { frontMatter, lines: lines.slice(end + 2), isBroken: false };
}
