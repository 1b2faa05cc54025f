import { foldedWords } from '../document-briefing.ts';
import type { PageFacts } from './page-facts.ts';

/** What stands between an article's title and the name of its site. */
const separator = /\s+[|–—\-»·:]\s+/;

/** A page's title without the name of the site at its end. */
function withoutSite(title: string, source: string | null): string {
  if (source === null) return title;
  const parts = title.split(separator);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined || foldedWords(last) !== foldedWords(source)) {
    return title;
  }
  return title.slice(0, title.length - last.length).replace(/\s+[|–—\-»·:]\s+$/, '');
}

/** A page's headline: its only heading of the first rank, or the one that its title says, or that. */
export function pageHeadline({ title, mainHeadings, source }: PageFacts): string | null {
  if (mainHeadings.length === 1) return mainHeadings[0] ?? null;
  const folded = foldedWords(title ?? '');
  const said = mainHeadings.find((heading) => folded.includes(foldedWords(heading)));
  if (said !== undefined && foldedWords(said) !== '') return said;
  return title === null ? (mainHeadings[0] ?? null) : withoutSite(title, source);
}
