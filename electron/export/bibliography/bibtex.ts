import { inOneLine } from '../../shared/export/in-one-line.ts';
import type { BriefingReference } from '../../shared/model/annotation.ts';
import type { FormatWriter } from '../format-writer.ts';
import { citationKeys } from './citation-keys.ts';
import { remarkOn } from './remark.ts';

/**
 * The characters that LaTeX gives a meaning to, as it prints them. Braces are commands: BibTeX counts
 * them even behind a backslash.
 */
const printed: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
};

/** Text as a field's value; the second pair of braces keeps its capitals in every style. */
function valueOf(text: string): string {
  return `{{${inOneLine(text).replace(/[\\{}~^$&%#_]/g, (character) => printed[character] ?? '')}}}`;
}

function fieldsOf(reference: BriefingReference): readonly (readonly [string, string])[] {
  const { headline, source, date } = reference;
  return [
    ['title', valueOf(headline)],
    ...(source === null ? [] : ([['journal', valueOf(source)]] as const)),
    // BibLaTeX prints the day, and BibTeX, which knows none, the year.
    ...(date === null
      ? []
      : ([
          ['date', `{${date.value}}`],
          ['year', `{${date.value.slice(0, 4)}}`],
        ] as const)),
    ['note', valueOf(remarkOn(reference))],
  ];
}

/**
 * Briefings as references for BibTeX and BibLaTeX, in UTF-8: an article of its source, or a work of
 * another kind where none is stated. Briefings name no author, so that no reference does.
 *
 * @see https://ctan.org/pkg/biblatex
 */
export const bibtexWriter: FormatWriter = async function* writeBibtex(entries) {
  const keyOf = citationKeys();
  let before = '';
  for await (const { reference } of entries()) {
    const kind = reference.source === null ? 'misc' : 'article';
    const fields = fieldsOf(reference).map(([name, value]) => `  ${name} = ${value},\n`);
    yield `${before}@${kind}{${keyOf(reference)},\n${fields.join('')}}\n`;
    before = '\n';
  }
};
