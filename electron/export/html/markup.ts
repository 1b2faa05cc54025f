/** HTML in which everything that was put in as text is text. Made by {@link markup} only. */
export class Markup {
  readonly html: string;

  private constructor(html: string) {
    this.html = html;
  }

  /** Takes HTML that the program itself states, never text of a file or a reader. */
  static stated(html: string): Markup {
    return new Markup(html);
  }
}

/** What can stand in a template: text, which is escaped, and markup, which is not. `null` is nothing. */
export type MarkupValue = string | number | Markup | null | readonly MarkupValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that HTML does not allow in a document, apart from white space. */
// eslint-disable-next-line no-control-regex -- these are what is looked for.
const forbidden = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g;

/**
 * Text as it can stand in an element and between the quotes of an attribute.
 *
 * @see https://html.spec.whatwg.org/multipage/syntax.html#text-2
 */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function htmlOf(value: MarkupValue): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return value.map(htmlOf).join('');
}

/** HTML from a template: what is put in as text stays text, in elements and in quoted attributes. */
export function markup(pieces: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return Markup.stated(
    pieces.reduce((html, piece, index) => html + htmlOf(values[index - 1] ?? null) + piece),
  );
}
