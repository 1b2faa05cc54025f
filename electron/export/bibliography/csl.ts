import type { ExportEntry } from '../../shared/export/entry.ts';
import { inOneLine } from '../../shared/export/in-one-line.ts';
import type { FormatWriter } from '../format-writer.ts';
import { citationKeys } from './citation-keys.ts';
import { remarkOn } from './remark.ts';

/** A reference in the form of CSL-JSON; members that are not known are absent. */
interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  /** CSL reads some HTML tags in it. */
  readonly title: string;
  readonly 'container-title'?: string;
  /** Year, month and day. */
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  /** BCP 47. */
  readonly language?: string;
  readonly note: string;
}

/**
 * Text of which processors take no part for markup: they read `<i>` and its like in titles and have no
 * escapes for them. A word joiner after the bracket ends that and does not show.
 *
 * @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
 */
function withoutMarkup(text: string): string {
  return inOneLine(text).replace(/<(?=\/?[a-z])/gi, '<\u2060');
}

function itemOf({ reference, briefing }: ExportEntry, id: string): CslItem {
  const { headline, source, date } = reference;
  const language = briefing?.language ?? null;
  return {
    id,
    type: 'article-newspaper',
    title: withoutMarkup(headline),
    ...(source === null ? {} : { 'container-title': withoutMarkup(source) }),
    ...(date === null ? {} : { issued: { 'date-parts': [date.value.split('-').map(Number)] } }),
    ...(language === null ? {} : { language }),
    note: remarkOn(reference),
  };
}

/**
 * Briefings as references in CSL-JSON, one on each line of an array. Their ids are the keys of the
 * BibTeX export.
 *
 * @see https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
 */
export const cslWriter: FormatWriter = async function* writeCsl(entries) {
  const keyOf = citationKeys();
  let before = '[\n';
  for await (const entry of entries()) {
    yield before + JSON.stringify(itemOf(entry, keyOf(entry.reference)));
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[]\n';
};
