import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateStory } from './story.ts';
import { createVocabulary, vocabularySize } from './vocabulary.ts';

/** What was written. */
export interface WrittenLibrary {
  readonly files: number;
  readonly bytes: number;
}

/** Writes `count` stories below a folder, the same ones each time. */
export function writeLibrary(root: string, count: number): WrittenLibrary {
  const vocabulary = createVocabulary(vocabularySize);
  const folders = new Set<string>();
  let bytes = 0;
  for (let number = 0; number < count; number += 1) {
    const story = generateStory(number, vocabulary);
    const file = path.join(root, story.path);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, story.text);
    bytes += Buffer.byteLength(story.text);
  }
  return { files: count, bytes };
}
