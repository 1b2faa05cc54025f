import { endOf, segmenterFor } from './segmenter.ts';

/**
 * The next place after an offset (before it, for -1) where a sentence begins or the text ends;
 * `null` where that is outside of the text.
 */
export function sentenceStep(
  text: string,
  offset: number,
  step: 1 | -1,
  language: string | null,
): number | null {
  const sentences = segmenterFor(language, 'sentence').segment(text);
  const sentence = sentences.containing(step === 1 ? offset : offset - 1);
  if (sentence === undefined) return null;
  return step === 1 ? endOf(sentence) : sentence.index;
}
