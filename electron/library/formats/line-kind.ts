/** The site's own lines, which stand around a story on its page. */
const furniture: ReadonlySet<string> = new Set([
  'particle.news',
  'download on the app store',
  'hero image',
]);

/** Headings after which lines without a glyph are bullets too. */
const overviews: ReadonlySet<string> = new Set(['overview', 'translated overview']);

/** Headings that a text which is no story hardly has. */
const storyHeadings: ReadonlySet<string> = new Set([
  ...overviews,
  'opposite sides',
  'the 5 ws',
  'the five ws',
  '5 ws',
  "explain like i'm 5",
  "explain like i'm five",
  'podcast clips',
  'political spectrum',
]);

const otherHeadings: ReadonlySet<string> = new Set([
  'quotes',
  'q&a',
  'q & a',
  'people',
  'places',
  'things',
  'people/places/things',
  'people, places, things',
  'people · places · things',
  'topics',
  'articles',
  'publishers',
]);

/** The longest heading and furniture line that is known, in UTF-16 code units. */
const longestKnown = 40;

/** The longest line that is taken for an unknown heading, in UTF-16 code units. */
const longestHeading = 60;

/** What a heading says about the lines under it. */
export type HeadingKind = 'overview' | 'story' | 'other';

/** Whether the line belongs to the page around the story. */
export function isFurniture(text: string): boolean {
  return text.length <= longestKnown && furniture.has(text.toLowerCase());
}

/** Whether the furniture line names the site. */
export function namesSite(text: string): boolean {
  return text.toLowerCase() === 'particle.news';
}

/** Whether the line is a picture slot without a caption. */
export function isBareSlot(text: string): boolean {
  return text.length === 5 && text.toLowerCase() === 'image';
}

/** The kind of a heading that the site is known to have, `null` for any other line. */
export function knownHeading(text: string): HeadingKind | null {
  if (text.length > longestKnown) return null;
  const name = text.toLowerCase().replaceAll('’', "'").replace(/:$/, '');
  if (overviews.has(name)) return 'overview';
  if (storyHeadings.has(name)) return 'story';
  return otherHeadings.has(name) ? 'other' : null;
}

/** Whether a line that stands alone reads as a heading: short, and no sentence. */
export function readsAsHeading(text: string): boolean {
  return text.length <= longestHeading && !/[.!?…,;:。！？؟۔"”»]$/.test(text);
}

/** A bullet's glyph or number, and its text. */
export interface Bullet {
  readonly marker: string;
  readonly text: string;
}

const bulletStart = /^([•◦▪‣·●○*–—-]|\d{1,9}[.)])\s+/;

/** Splits a line into marker and text, or says `null` where it begins with no marker. */
export function splitBullet(line: string): Bullet | null {
  const match = bulletStart.exec(line);
  const marker = match?.[1];
  if (match === null || marker === undefined) return null;
  return { marker, text: line.slice(match[0].length) };
}
