import { normaliseTag } from '../../../shared/model/tag.ts';

/**
 * Tags of a file as the app stores them, each once, in their order. Those without words are left out;
 * one that is too long stays as it is, so that it is not lost in silence.
 */
export function importedTags(texts: readonly string[]): readonly string[] {
  const tags = texts.map((text) => normaliseTag(text) ?? text);
  return [...new Set(tags.filter((tag) => /[^\s#/]/u.test(tag)))];
}
