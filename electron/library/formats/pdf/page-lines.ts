/** A piece of text as pdf.js finds it on a page; lengths are in points, from the lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly endsLine: boolean;
}

/** Where an address is clicked. */
export interface PlacedLink {
  readonly target: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A stretch of a text that leads somewhere, in UTF-16 code units. */
export interface LinkStretch {
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/** A line of a page. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  /** The size of most of its letters. */
  readonly size: number;
  readonly links: readonly LinkStretch[];
}

/** How far from each other the baselines of one line can be, as a share of its letters' size. */
const sameLine = 0.4;

/** A gap of this share of the letters' size is a space. */
const spaceWidth = 0.18;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly x: number;
  readonly width: number;
}

class OpenLine {
  readonly first: PlacedText;
  readonly #pieces: Piece[] = [];
  #text = '';
  #right: number;
  #size = 0;
  #letters = 0;

  constructor(first: PlacedText) {
    this.first = first;
    this.#right = first.x;
    this.add(first);
  }

  continuesWith(next: PlacedText): boolean {
    const size = Math.max(this.first.size, next.size);
    const isLevel = Math.abs(next.y - this.first.y) <= size * sameLine;
    return isLevel && next.x >= this.#right - size * 2;
  }

  add({ text, x, width, size }: PlacedText): void {
    const isApart = this.#text !== '' && x - this.#right > size * spaceWidth;
    if (isApart && !this.#text.endsWith(' ') && !text.startsWith(' ')) this.#text += ' ';
    const start = this.#text.length;
    this.#text += text;
    this.#pieces.push({ start, end: this.#text.length, x, width });
    this.#right = Math.max(this.#right, x + width);
    const letters = text.trim().length;
    if (letters > this.#letters) [this.#letters, this.#size] = [letters, size];
  }

  close(links: readonly PlacedLink[]): PageLine {
    const { x, y, size } = this.first;
    const lineSize = this.#size === 0 ? size : this.#size;
    const found = links.flatMap((link) => this.#stretchOf(link, lineSize));
    return {
      text: this.#text,
      x,
      y,
      right: this.#right,
      size: lineSize,
      links: found.toSorted((one, other) => one.start - other.start),
    };
  }

  /** The words under a link: letters are taken to be of one width, and words go as a whole. */
  #stretchOf(link: PlacedLink, size: number): readonly LinkStretch[] {
    const middle = this.first.y + size * 0.3;
    if (middle < link.bottom || middle > link.top) return [];
    const places = this.#pieces.flatMap(({ start, end, x, width }) => {
      const count = end - start;
      return Array.from({ length: count }, (_, index) => ({
        at: start + index,
        center: x + (width * (index + 0.5)) / count,
      }));
    });
    const inside = places.filter(({ center }) => center > link.left && center < link.right);
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) return [];
    return this.#wholeWords(first.at, last.at + 1, link.target);
  }

  #wholeWords(first: number, last: number, target: string): readonly LinkStretch[] {
    let [start, end] = [first, last];
    const isSpace = (at: number): boolean => /^\s?$/.test(this.#text.charAt(at));
    while (start > 0 && !isSpace(start - 1) && !isSpace(start)) start -= 1;
    while (end < this.#text.length && !isSpace(end) && !isSpace(end - 1)) end += 1;
    while (start < end && isSpace(start)) start += 1;
    while (end > start && isSpace(end - 1)) end -= 1;
    return start === end ? [] : [{ start, end, target }];
  }
}

/** The lines of a page in the order of its file, which is that of reading in most. */
export function toPageLines(
  texts: readonly PlacedText[],
  links: readonly PlacedLink[],
): readonly PageLine[] {
  const lines: OpenLine[] = [];
  let isOpen = false;
  for (const text of texts) {
    if (text.text !== '') {
      const last = isOpen ? lines.at(-1) : undefined;
      if (last?.continuesWith(text) === true) last.add(text);
      else lines.push(new OpenLine(text));
      isOpen = true;
    }
    if (text.endsLine) isOpen = false;
  }
  return lines.map((line) => line.close(links)).filter(({ text }) => text.trim() !== '');
}
