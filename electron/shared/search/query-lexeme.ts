import { readDateLength } from './query-date.ts';

/** What can stand before a colon. */
export const fieldNames = [
  'headline',
  'text',
  'caption',
  'credit',
  'note',
  'agency',
  'tag',
  'source',
  'color',
  'after',
  'before',
  'on',
  'is',
  'has',
  'path',
  'lang',
  'root',
] as const;

export type FieldName = (typeof fieldNames)[number];

/** A value as it was typed: a bare word or a quotation. */
export interface Value {
  readonly kind: 'word' | 'quotation';
  /** Without quotation marks and the asterisk. */
  readonly text: string;
  /** An asterisk follows. */
  readonly isStarred: boolean;
  /** A word that the query ends with, or a quotation that is not closed: typing may go on. */
  readonly isOpen: boolean;
  readonly start: number;
  readonly end: number;
}

/** A smallest piece of a query, with its place in UTF-16 code units. */
export type Lexeme =
  | Value
  | {
      readonly kind: 'open' | 'close' | 'or' | 'and' | 'not';
      readonly start: number;
      readonly end: number;
    }
  /** Its value, if it has one, begins where it ends. */
  | {
      readonly kind: 'field';
      readonly field: FieldName;
      readonly start: number;
      readonly end: number;
    };

/** Quotation marks that open. What a straight one opens, only a straight one closes. */
const openingMark = /["\u201c-\u201f]/u;
const curlyClosingMark = /["\u201c-\u201f]/gu;

const blank = /[\s]*/uy;
const bareWord = /[^\s()|"\u201c-\u201f]+/uy;
const fieldStart = /([a-z]+):/iy;
const operator = /(?:OR|AND|NOT)(?![^\s()|"\u201c-\u201f])|\|+|[()]/uy;
/** A minus sign right before what it excludes. */
const minus = /-(?=[^\s)|])/uy;

const operatorKinds: ReadonlyMap<string, 'open' | 'close' | 'or' | 'and' | 'not'> = new Map([
  ['(', 'open'],
  [')', 'close'],
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
]);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isFieldName(name: string): name is FieldName {
  return fieldNames.some((known) => known === name);
}

/** Where the mark is that closes the quotation; `null` for none. A doubled straight one is a letter. */
function closingMark(text: string, at: number): number | null {
  if (text.charAt(at) !== '"') {
    curlyClosingMark.lastIndex = at + 1;
    return curlyClosingMark.exec(text)?.index ?? null;
  }
  let mark = text.indexOf('"', at + 1);
  while (mark !== -1 && text.charAt(mark + 1) === '"') mark = text.indexOf('"', mark + 2);
  return mark === -1 ? null : mark;
}

function readQuotation(text: string, start: number): Value {
  const mark = closingMark(text, start);
  const quoted = text.slice(start + 1, mark ?? text.length);
  const isStarred = mark !== null && text.charAt(mark + 1) === '*';
  return {
    kind: 'quotation',
    text: text.charAt(start) === '"' ? quoted.replaceAll('""', '"') : quoted,
    isStarred,
    isOpen: mark === null,
    start,
    end: mark === null ? text.length : mark + (isStarred ? 2 : 1),
  };
}

function readWord(text: string, start: number, end: number): Value {
  const typed = text.slice(start, end);
  const word = typed.replace(/\*+$/, '');
  const isOpen = end === text.length;
  return { kind: 'word', text: word, isStarred: word !== typed, isOpen, start, end };
}

/** The value that begins right at `start`; `null` where none does. */
function readValue(text: string, start: number): Value | null {
  if (openingMark.test(text.charAt(start))) return readQuotation(text, start);
  const word = matchAt(bareWord, text, start);
  return word === null ? null : readWord(text, start, start + word[0].length);
}

function readFieldValue(text: string, field: FieldName, start: number): Value | null {
  const isDate = field === 'after' || field === 'before' || field === 'on';
  const length = isDate ? readDateLength(text, start) : 0;
  return length > 0 ? readWord(text, start, start + length) : readValue(text, start);
}

function readOperator(text: string, at: number): Lexeme | null {
  const found = matchAt(operator, text, at) ?? matchAt(minus, text, at);
  if (found === null) return null;
  const sign = found[0];
  const kind = operatorKinds.get(sign) ?? (sign === '-' ? 'not' : 'or');
  return { kind, start: at, end: at + sign.length };
}

function readField(text: string, at: number): (Lexeme & { readonly kind: 'field' }) | null {
  const found = matchAt(fieldStart, text, at);
  const field = found?.[1]?.toLowerCase();
  if (found === null || field === undefined || !isFieldName(field)) return null;
  return { kind: 'field', field, start: at, end: at + found[0].length };
}

/** Cuts a query into its pieces. Every character that is not a space belongs to one. */
export function readLexemes(text: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = matchAt(blank, text, 0)?.[0].length ?? 0;
  while (at < text.length) {
    const field = readField(text, at);
    const first = field ?? readOperator(text, at) ?? readValue(text, at);
    if (first === null) break;
    const value = field && readFieldValue(text, field.field, field.end);
    lexemes.push(first);
    if (value) lexemes.push(value);
    at = (value ?? first).end;
    at += matchAt(blank, text, at)?.[0].length ?? 0;
  }
  return lexemes;
}
