import { escapeLine } from './escape-line.ts';

/**
 * What Obsidian or Logseq read as markup besides CommonMark: tags, highlights, comments, formulas,
 * block ids, macros, references in round brackets, and properties (`name:: value`). What is escaped
 * already is matched first, so that it stays as it is.
 */
const wikiMarkup = /\\[^]|[#=%$^{}]|\((?=\()|(?<=\()\(|:(?=:)|(?<=:):/g;

/**
 * Plain text as Markdown that Obsidian and Logseq show as that very text.
 *
 * @see https://help.obsidian.md/obsidian-flavored-markdown
 * @see https://docs.logseq.com/#/page/markdown
 */
export function escapeWiki(text: string): string {
  return escapeLine(text).replace(wikiMarkup, (found) =>
    found.startsWith('\\') ? found : `\\${found}`,
  );
}
