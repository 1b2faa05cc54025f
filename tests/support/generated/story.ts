import { choose, createRandom, type Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A story as a file of the library. */
export interface GeneratedStory {
  /** Below the root, with forward slashes: `2024/03/story-000123.txt`. */
  readonly path: string;
  readonly text: string;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const credits = [
  'REUTERS/Kevin Lamarque',
  'REUTERS/Susana Vera/Pool',
  '(AP Photo/Ada Norling, File)',
  'Mira Olsen/Getty Images',
  'Photo Credit: Harbour Post',
] as const;

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function sentence(random: Random, vocabulary: Vocabulary, length: number): string {
  const words = Array.from({ length }, () => vocabulary.pick(random));
  return `${capital(words.join(' '))}.`;
}

function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** A day of ten years, the newer ones no likelier than the older ones. */
function makeDay(random: Random) {
  const year = between(random, 2016, 2025);
  const month = between(random, 1, 12);
  const day = between(random, 1, 28);
  return { year, month, day };
}

/** The story with that number, always the same: about 3 kB in the form of a copied page. */
export function generateStory(number: number, vocabulary: Vocabulary): GeneratedStory {
  const random = createRandom(number + 1);
  const { year, month, day } = makeDay(random);
  const date = `${months[month - 1]} ${day}, ${year}`;
  const headline = Array.from({ length: between(random, 7, 13) }, () =>
    capital(vocabulary.pick(random)),
  ).join(' ');
  const captions = Array.from(
    { length: between(random, 1, 4) },
    () =>
      `${sentence(random, vocabulary, between(random, 10, 22)).slice(0, -1)}, ${date}. ${choose(random, credits)}`,
  );
  const bullets = Array.from({ length: 5 }, () => {
    const sentences = Array.from({ length: between(random, 2, 5) }, () =>
      sentence(random, vocabulary, between(random, 12, 26)),
    );
    return `• ${sentences.join(' ')}`;
  });
  const text = [
    'Particle.news',
    headline,
    sentence(random, vocabulary, between(random, 14, 26)),
    ...captions,
    'Overview',
    ...bullets,
    '',
  ].join('\n');
  const folder = `${year}/${String(month).padStart(2, '0')}`;
  return { path: `${folder}/story-${String(number).padStart(6, '0')}.txt`, text };
}
