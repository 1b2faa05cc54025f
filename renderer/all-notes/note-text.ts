import type { Annotation } from '../../electron/shared/model/annotation.ts';

/** More than two lines of a row can show, in UTF-16 code units; notes may be a million long. */
const shownLength = 600;

/** The marked text of an annotation; `null` where it is about the whole briefing. */
export function quoteOf({ target }: Pick<Annotation, 'target'>): string | null {
  if (target.kind === 'briefing') return null;
  return target.kind === 'passage' ? target.quote.exact : target.quote;
}

/** The beginning of a text, as much as a row can show. */
export function beginningOf(text: string): string {
  return text.slice(0, shownLength);
}

/** The beginning of a note as lines of text, without the signs of its Markdown. */
export function firstLines(note: string): string {
  return beginningOf(note)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:>\s*|#{1,6}\s+|[-*+]\s+|\d+[.)]\s+)+/u, '').trim())
    .filter((line) => line !== '' && !/^(?:```|-{3,}$)/u.test(line))
    .join('\n')
    .replaceAll(/(\*\*|__|~~|`)(?=\S)(.+?)\1/gu, '$2')
    .replaceAll(/(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\1(?!\w)/gu, '$2')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1');
}
