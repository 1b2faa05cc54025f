import type { Briefing } from '../../shared/model/briefing.ts';

const beyondAscii = /[^\0-\x7f]/;
const words = /\S+/gu;

/** Counts the runs of anything but white space. */
function countWords(text: string): number {
  if (beyondAscii.test(text)) return text.match(words)?.length ?? 0;
  let count = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isWord = unit !== 32 && (unit < 9 || unit > 13);
    if (isWord && !isInWord) count += 1;
    isInWord = isWord;
  }
  return count;
}

/** The words in a briefing's parts (electron/shared/model/part.ts), for the reading time. */
export function wordCountOf({ headline, dek, figures, sections }: Briefing): number {
  let count = countWords(headline) + countWords(dek ?? '');
  for (const { caption } of figures) count += countWords(caption ?? '');
  for (const { heading, items } of sections) {
    count += countWords(heading ?? '');
    for (const { text } of items) count += countWords(text);
  }
  return count;
}
