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
  /** The lines at the start that should be front matter and cannot be read as YAML; else empty. */
  readonly brokenLines: readonly string[];
}

const empty: FrontMatter = { headline: null, source: null, date: null, language: null };

/** Front matter is short: what has more lines is a text that begins with a rule. */
const longestBlock = 200;

/** Longer blocks, in UTF-16 code units, are not given to the YAML parser: nesting costs it time. */
const largestBlock = 16_000;

function wordsOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function read(block: string): FrontMatter | null {
  if (block.length > largestBlock) return null;
  let value: unknown;
  try {
    // The core schema makes strings, numbers and plain collections only; aliases could be a bomb.
    // At the level 'silent' the library would not throw for wrong YAML, but drop what it says.
    value = parse(block, { schema: 'core', maxAliasCount: 0, logLevel: 'error' });
  } catch {
    return null;
  }
  if (value === null) return empty;
  if (typeof value !== 'object' || Array.isArray(value)) return null;
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
  if (lines[0]?.trimEnd() !== '---') return { frontMatter: empty, lines, brokenLines: [] };
  const end = lines.slice(1, longestBlock).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  const frontMatter = end === -1 ? null : read(lines.slice(1, end + 1).join('\n'));
  const rest = lines.slice(end + 2);
  if (frontMatter !== null) return { frontMatter, lines: rest, brokenLines: [] };
  return { frontMatter: empty, lines: rest, brokenLines: lines.slice(0, end + 2) };
}
