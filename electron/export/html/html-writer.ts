import type { EntrySource, FormatWriter, WritingOptions } from '../format-writer.ts';
import { BookMatter } from './book.ts';
import { entryArticle } from './entry-article.ts';
import { Markup, markup } from './markup.ts';
import { styles } from './styles.ts';

/** What an exported page may do, as a `Content-Security-Policy`: it needs nothing from elsewhere, and runs nothing. */
export const pagePolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

function opening({ title, isBook, withText }: WritingOptions): Markup {
  const classes = [isBook ? 'book' : 'plain', withText ? 'with-text' : 'notes-alone'].join(' ');
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
${Markup.stated(styles)}</style>
</head>
<body class="${classes}">
<main>
`;
}

async function* chapters(
  entries: EntrySource,
  options: WritingOptions,
  rank: 1 | 2,
): AsyncGenerator<string> {
  const { withText, colorNames, picture } = options;
  for await (const entry of entries()) {
    yield* entryArticle(entry, { withText, colorNames, picture, rank });
  }
}

async function* book(entries: EntrySource, options: WritingOptions): AsyncGenerator<string> {
  const matter = new BookMatter();
  for await (const entry of entries()) matter.add(entry);
  yield* matter.before(options);
  yield* chapters(entries, options, 2);
  yield* matter.after();
}

/**
 * One HTML file that needs no other: the text with its highlights in place and the notes beside it,
 * or the notes alone. Nothing in it is loaded or run, and text of briefings and notes stays text.
 */
export const htmlWriter: FormatWriter = async function* write(entries, options) {
  yield opening(options).html;
  yield* options.isBook ? book(entries, options) : chapters(entries, options, 1);
  yield markup`</main>\n</body>\n</html>\n`.html;
};
