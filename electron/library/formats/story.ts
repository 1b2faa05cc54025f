import type { Item, Section } from '../../shared/model/briefing.ts';
import { type Caption, isMarkedCaption, parseCaption } from './caption.ts';
import {
  isBareSlot,
  isFurniture,
  knownHeading,
  namesSite,
  readsAsHeading,
  splitBullet,
} from './line-kind.ts';
import type { Line } from './lines.ts';

/** A story taken apart by the grammar; dates are not resolved yet. */
export interface Story {
  /** `null` where the text has no line that could be one. */
  readonly headline: string | null;
  readonly dek: string | null;
  readonly captions: readonly Caption[];
  readonly sections: readonly Section[];
  readonly furniture: readonly string[];
  readonly namesSite: boolean;
  /** Whether anything beside a first line says that this is a story. */
  readonly isStory: boolean;
}

/** The longest headline, in UTF-16 code units: a longer first line is a paragraph. */
const longestHeadline = 300;

/**
 * How many lines may come before the first bullet where nothing but bullets speaks for a story: the
 * headline, the dek and four captions. A letter with a list further down is no story.
 */
const linesBeforeBullets = 6;

interface OpenSection {
  readonly heading: string | null;
  /** Lines without a glyph are bullets here. */
  readonly areBareLinesBullets: boolean;
  readonly items: Item[];
}

/** Reads the lines of a story one by one, from its start to its end. */
class StoryReader {
  readonly #lines: readonly Line[];
  readonly #captions: Caption[] = [];
  readonly #sections: OpenSection[] = [];
  readonly #furniture: string[] = [];
  #position = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  read(givenHeadline: string | null): Story {
    this.#takeFurniture();
    const isStory = this.#isStory();
    const headline = this.#takeHeadline(givenHeadline, isStory);
    this.#takeFurniture();
    const dek = isStory ? this.#takeDek() : null;
    if (isStory) this.#takeMedia();
    while (this.#position < this.#lines.length) this.#takeBodyLine();
    return {
      headline,
      dek,
      captions: this.#captions,
      sections: this.#sections.map(({ heading, items }) => ({ heading, items })),
      furniture: this.#furniture,
      namesSite: this.#furniture.some(namesSite),
      isStory,
    };
  }

  get #current(): Line | undefined {
    return this.#lines[this.#position];
  }

  #isStory(): boolean {
    const bullet = this.#lines.findIndex(({ text }) => splitBullet(text) !== null);
    if (bullet !== -1 && bullet - this.#position <= linesBeforeBullets) return true;
    return this.#lines.some(({ text }) => this.#isTelling(text));
  }

  /** Whether a line is of a kind that other texts hardly have. */
  #isTelling(text: string): boolean {
    const heading = knownHeading(text);
    const isStoryHeading = heading === 'overview' || heading === 'story';
    return isFurniture(text) || isStoryHeading || isMarkedCaption(text);
  }

  #takeFurniture(): void {
    for (
      let line = this.#current;
      line !== undefined && isFurniture(line.text);
      line = this.#current
    ) {
      this.#furniture.push(line.text);
      this.#position += 1;
    }
  }

  #takeHeadline(given: string | null, isStory: boolean): string | null {
    const line = this.#current;
    if (line === undefined || this.#isStructure(line.text)) return given;
    if (given !== null && line.text !== given) {
      if (isStory) this.#setAsideHeadline(line);
      return given;
    }
    if (line.text.length > longestHeadline) return null;
    this.#position += 1;
    return line.text;
  }

  /** The text's own headline, where the front matter gives another one and a dek follows. */
  #setAsideHeadline(line: Line): void {
    const next = this.#lines[this.#position + 1];
    if (next === undefined || this.#isStructure(next.text)) return;
    if (!line.blankAfter || !next.blankAfter) return;
    this.#furniture.push(line.text);
    this.#position += 1;
  }

  #isStructure(text: string): boolean {
    return (
      isBareSlot(text) ||
      isFurniture(text) ||
      knownHeading(text) !== null ||
      splitBullet(text) !== null ||
      isMarkedCaption(text)
    );
  }

  /** The line right under the headline, or a line that is a block of its own. */
  #takeDek(): string | null {
    const line = this.#current;
    if (line === undefined || this.#isStructure(line.text)) return null;
    const next = this.#lines[this.#position + 1];
    const isUnderHeadline = this.#position > 0 && !line.blankBefore;
    const standsApart = line.blankAfter || next === undefined || this.#isBodyStart(next.text);
    if (!(isUnderHeadline || standsApart) || this.#isUnknownHeading(line)) return null;
    this.#position += 1;
    return line.text;
  }

  #isBodyStart(text: string): boolean {
    return knownHeading(text) !== null || splitBullet(text) !== null;
  }

  /** Captions run up to the first heading or bullet; without either only what says it is one counts. */
  #takeMedia(): void {
    const hasBody = this.#lines.slice(this.#position).some(({ text }) => this.#isBodyStart(text));
    for (let line = this.#current; line !== undefined; line = this.#current) {
      if (isFurniture(line.text)) {
        this.#takeFurniture();
        continue;
      }
      if (this.#isBodyStart(line.text) || this.#isUnknownHeading(line)) return;
      if (!hasBody && !isBareSlot(line.text) && !isMarkedCaption(line.text)) return;
      this.#captions.push(parseCaption(line.text));
      this.#position += 1;
    }
  }

  /** Stands alone, reads as no sentence, and has a bullet before or after it. */
  #isUnknownHeading(line: Line): boolean {
    if (!line.blankBefore || !line.blankAfter || !readsAsHeading(line.text)) return false;
    const next = this.#lines[this.#position + 1];
    if (next === undefined || isFurniture(next.text)) return false;
    const previous = this.#sections.at(-1)?.items.at(-1);
    return previous?.kind === 'bullet' || splitBullet(next.text) !== null;
  }

  #takeBodyLine(): void {
    const line = this.#current;
    if (line === undefined) return;
    const { text } = line;
    const known = knownHeading(text);
    const bullet = splitBullet(text);
    if (isFurniture(text)) this.#furniture.push(text);
    else if (known !== null) this.#open(text, known === 'overview');
    else if (bullet !== null)
      this.#add({ kind: 'bullet', text: bullet.text, marker: bullet.marker });
    else if (isBareSlot(text)) this.#captions.push(parseCaption(text));
    else if (this.#isUnknownHeading(line)) this.#open(text, false);
    else this.#addBare(text);
    this.#position += 1;
  }

  #open(heading: string | null, areBareLinesBullets: boolean): void {
    this.#sections.push({ heading, areBareLinesBullets, items: [] });
  }

  #add(item: Item): void {
    if (this.#sections.length === 0) this.#open(null, false);
    this.#sections.at(-1)?.items.push(item);
  }

  #addBare(text: string): void {
    const isBullet = this.#sections.at(-1)?.areBareLinesBullets ?? false;
    this.#add({ kind: isBullet ? 'bullet' : 'paragraph', text, marker: null });
  }
}

/**
 * Takes lines apart by the grammar of a copied story. Every line ends up in some field.
 *
 * @param headline from the front matter; the first line is then only taken if it says the same.
 */
export function readStory(lines: readonly Line[], headline: string | null): Story {
  return new StoryReader(lines).read(headline);
}
