/** What makes a cell a formula, in the form that all its variants (full-width, small) normalise to. */
const formulaSigns = new Set(['=', '+', '-', '@']);

/** The first character that shows: some programs skip white space and invisible characters. */
const firstVisible = /^[\s\p{C}]*([^\s\p{C}])/u;

/** White space that programs take for the end of the cell before, after which a formula can begin. */
const startsAnew = /^[\t\r\n]/;

/**
 * A cell's text so that no program takes it for a formula: an apostrophe before it if it could be one.
 * Besides what the `escape_formulas` of csv-stringify knows, this covers signs behind white space and
 * invisible characters, a line feed, and every variant of the signs that Unicode has.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function withoutFormula(text: string): string {
  const first = firstVisible.exec(text)?.[1]?.normalize('NFKC') ?? '';
  return startsAnew.test(text) || formulaSigns.has(first) ? `'${text}` : text;
}
