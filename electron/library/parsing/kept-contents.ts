import { hash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Briefing, Section } from '../../shared/model/briefing.ts';
import { fold } from '../../shared/search/fold.ts';
import { indexWords } from '../../shared/search/tokens.ts';
import type { KeptContents } from './parsed-file.ts';

/** A text with fewer words is too short to tell that another file holds the same story. */
const fewestWords = 8;

function sectionText({ heading, items }: Section): string {
  const texts = items.map(({ text }) => text).join('\n');
  return heading === null ? texts : `${heading}\n${texts}`;
}

function join(texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => text !== null && text !== undefined && text !== '').join('\n');
}

/** Whether a text of words with single spaces between has enough of them. */
function hasWords(words: string): boolean {
  let at = -1;
  for (let count = 1; count < fewestWords; count += 1) {
    at = words.indexOf(' ', at + 1);
    if (at === -1) return false;
  }
  return true;
}

/** The words, with a line between headline and sections: the same in each copy of a story. */
function storyKeyOf(headline: string, sections: string): string | null {
  if (!hasWords(`${headline} ${sections}`.trim())) return null;
  return hash('sha256', `${headline}\n${sections}`).slice(0, 32);
}

/** What is deflated at once, in bytes: a larger buffer takes longer to make than to fill. */
const smallBuffer = { longest: 16_384, chunkSize: 4096 } as const;

function deflate(json: string): Uint8Array {
  const { longest, chunkSize } = smallBuffer;
  const room = json.length <= longest ? { chunkSize } : {};
  // A copy, because the buffer that is answered with can be far longer than what it holds.
  return Uint8Array.from(deflateRawSync(json, { level: 1, ...room }));
}

/**
 * What the catalog keeps of a briefing.
 *
 * @param json the briefing.
 */
export function toKeptContents(briefing: Briefing, json: string): KeptContents {
  const { headline, dek, figures, sections, language } = briefing;
  const headlineWords = indexWords(headline);
  const sectionWords = indexWords(join(sections.map(sectionText)));
  const dekWords = dek === null ? '' : indexWords(dek);
  const agencies = figures.flatMap(({ credit }) =>
    credit?.agency == null ? [] : [fold(credit.agency)],
  );
  return {
    briefing: deflate(json),
    words: {
      headline: headlineWords,
      text: dekWords === '' ? sectionWords : `${dekWords} ${sectionWords}`,
      caption: indexWords(join(figures.map(({ caption }) => caption))),
      credit: indexWords(join(figures.map(({ credit }) => credit?.verbatim))),
    },
    agencies: [...new Set(agencies)],
    language: language === null ? null : (language.split('-')[0]?.toLowerCase() ?? null),
    hasImage: figures.some(({ picture }) => picture !== null),
    storyKey: storyKeyOf(headlineWords, sectionWords),
  };
}
