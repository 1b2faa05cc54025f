import type { Query, QueryFault } from './query.ts';
import { expectationOf, isFilterName, readFilter } from './query-filter.ts';
import type { FieldName, Lexeme, Value } from './query-lexeme.ts';
import { joinQueries, negate } from './simplify-query.ts';
import { endsInsideWord, tokensOf } from './tokens.ts';

/** How deep parentheses may stand inside of each other. */
export const deepestNesting = 20;

type Place = Pick<QueryFault, 'start' | 'end'>;

function isOperand(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && !['close', 'or', 'and'].includes(lexeme.kind);
}

/** Reads the pieces of a query by recursive descent. */
export class QueryParser {
  readonly #faults: QueryFault[] = [];
  readonly #lexemes: readonly Lexeme[];
  readonly #today: string;
  #at = 0;
  #depth = 0;

  constructor(lexemes: readonly Lexeme[], today: string) {
    this.#lexemes = lexemes;
    this.#today = today;
  }

  get faults(): readonly QueryFault[] {
    return this.#faults.toSorted((one, other) => one.start - other.start);
  }

  /** The whole query. */
  read(): Query {
    const queries: Query[] = [];
    while (this.#at < this.#lexemes.length) {
      const query = this.#readAlternatives(null);
      if (query !== null) queries.push(query);
      const stray = this.#take('close');
      if (stray)
        this.#fault(stray, 'This parenthesis closes nothing; write “(” before, or remove it.');
    }
    return joinQueries('and', queries);
  }

  #fault({ start, end }: Place, message: string): void {
    this.#faults.push({ start, end, message });
  }

  #take(kind: Lexeme['kind']): Lexeme | null {
    const lexeme = this.#lexemes[this.#at];
    if (lexeme?.kind !== kind) return null;
    this.#at += 1;
    return lexeme;
  }

  /** What stands with `OR` between, up to a closing parenthesis. */
  #readAlternatives(field: FieldName | null): Query | null {
    const alternatives: Query[] = [];
    let after: Lexeme | null = null;
    do {
      const before: Lexeme | null = after;
      const start = this.#at;
      const query = this.#readConjunction(field);
      if (query !== null) alternatives.push(query);
      const isMissing = this.#at === start;
      after = this.#take('or');
      const operator = before ?? after;
      if (isMissing && operator !== null) this.#faultOnce(operator);
    } while (after !== null);
    return alternatives.length === 0 ? null : joinQueries('or', alternatives);
  }

  #faultOnce(operator: Lexeme): void {
    if (this.#faults.some(({ start }) => start === operator.start)) return;
    this.#fault(operator, 'OR stands between two things to look for, as in storm OR flood.');
  }

  /** What all has to be there, up to an `OR` or a closing parenthesis. */
  #readConjunction(field: FieldName | null): Query | null {
    const queries: Query[] = [];
    const start = this.#at;
    for (;;) {
      const isFirst = this.#at === start;
      const operator = this.#take('and');
      if (operator !== null && (isFirst || !isOperand(this.#lexemes[this.#at]))) {
        this.#fault(operator, 'AND stands between two things to look for, as in storm AND flood.');
      }
      if (isOperand(this.#lexemes[this.#at])) {
        const query = this.#readOperand(field);
        if (query !== null) queries.push(query);
      } else if (operator === null) break;
    }
    return queries.length === 0 ? null : joinQueries('and', queries);
  }

  #readOperand(field: FieldName | null): Query | null {
    let isNegated = false;
    let sign: Lexeme | null = null;
    for (let next = this.#take('not'); next !== null; next = this.#take('not')) {
      sign = next;
      isNegated = !isNegated;
    }
    if (sign !== null && !isOperand(this.#lexemes[this.#at])) {
      this.#fault(sign, 'Write after this what to leave out, as in -storm or NOT storm.');
      return null;
    }
    const query = this.#readPositive(field, isNegated);
    return isNegated && query !== null ? negate(query) : query;
  }

  #readPositive(field: FieldName | null, isNegated: boolean): Query | null {
    const lexeme = this.#lexemes[this.#at];
    if (lexeme?.kind === 'open') return this.#readGroup(lexeme, field);
    this.#at += 1;
    if (lexeme?.kind === 'field') return this.#readField(lexeme.field, lexeme, isNegated);
    if (lexeme?.kind !== 'word' && lexeme?.kind !== 'quotation') return null;
    return this.#readValue(field, lexeme, isNegated);
  }

  #readGroup(open: Lexeme, field: FieldName | null): Query | null {
    this.#at += 1;
    if (this.#depth >= deepestNesting) return this.#skipGroup(open);
    this.#depth += 1;
    const start = this.#at;
    const query = this.#readAlternatives(field);
    const isEmpty = this.#at === start;
    this.#depth -= 1;
    const close = this.#take('close');
    if (close === null)
      this.#fault(open, 'This parenthesis is not closed; write “)” after its end.');
    else if (isEmpty) {
      this.#fault({ start: open.start, end: close.end }, 'Write between these what to look for.');
    }
    return query;
  }

  /** Leaves out what stands too deep. */
  #skipGroup(open: Lexeme): null {
    let depth = 1;
    let { end } = open;
    for (; depth > 0 && this.#at < this.#lexemes.length; this.#at += 1) {
      const lexeme = this.#lexemes[this.#at];
      if (lexeme?.kind === 'open') depth += 1;
      if (lexeme?.kind === 'close') depth -= 1;
      end = lexeme?.end ?? end;
    }
    this.#fault(
      { start: open.start, end },
      `Parentheses can stand in each other ${String(deepestNesting)} deep; write this with fewer.`,
    );
    return null;
  }

  #readField(field: FieldName, place: Place, isNegated: boolean): Query | null {
    const value = this.#lexemes[this.#at];
    if (value?.start === place.end) {
      if (value.kind === 'open') return this.#readGroup(value, field);
      if (value.kind === 'word' || value.kind === 'quotation') {
        this.#at += 1;
        return this.#readValue(field, value, isNegated);
      }
    }
    this.#fault(place, `Write right after “${field}:” ${expectationOf(field)}.`);
    return null;
  }

  #readValue(field: FieldName | null, value: Value, isNegated: boolean): Query | null {
    if (value.kind === 'quotation' && value.isOpen) {
      this.#fault(
        { start: value.start, end: value.start + 1 },
        'This quotation is not closed; write a quotation mark after its end.',
      );
    }
    if (field !== null && isFilterName(field)) {
      return readFilter(field, value, this.#today) ?? this.#refuse(field, value);
    }
    const tokens = tokensOf(value.text);
    if (tokens.length === 0) return this.#refuse(field, value);
    const isGoingOn = value.isStarred || (value.isOpen && !isNegated);
    return { kind: 'words', field, tokens, isPrefix: isGoingOn && endsInsideWord(value.text) };
  }

  /** Signs between words are no fault: `storm & flood`. */
  #refuse(field: FieldName | null, value: Value): null {
    if (field !== null) {
      const typed = value.text.trim() === '' ? 'Nothing' : `“${value.text.trim()}”`;
      this.#fault(value, `${typed} cannot stand after “${field}:”; write ${expectationOf(field)}.`);
    } else if (value.kind === 'quotation' && !value.isOpen) {
      this.#fault(value, 'Write words between the quotation marks.');
    }
    return null;
  }
}
