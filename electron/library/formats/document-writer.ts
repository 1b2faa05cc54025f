import type { Cell } from '../../shared/model/briefing.ts';
import type { Block, Words } from './document.ts';
import { joinWords, WordsBuilder } from './document-words.ts';

/** What the words go into that are being written. */
type Place = 'flow' | 'heading' | 'cell' | 'caption' | 'code';

interface OpenFigure {
  readonly pictures: { readonly picture: string | null; readonly description: string }[];
  readonly captions: Words[];
}

interface OpenCell {
  readonly words: Words;
  readonly isHeading: boolean;
}

/**
 * Makes blocks of what a reader of some format finds in the order of the text. What is opened has to
 * be closed; headings, cells, captions and code inside of each other are part of the outermost.
 */
export class DocumentWriter {
  readonly #blocks: Block[] = [];
  readonly #words = new WordsBuilder();
  readonly #targets: (string | null)[] = [];
  readonly #figures: OpenFigure[] = [];
  #cells: OpenCell[] | null = null;
  #place: Place = 'flow';
  #depthInPlace = 0;
  #lists = 0;
  #quotes = 0;
  /** The marker of a list's item whose first words are still to come. */
  #marker: string | null = null;

  /** Adds words; their white space collapses, except in code. */
  text(text: string): void {
    const target = this.#targets.at(-1) ?? null;
    if (this.#place === 'code') this.#words.addVerbatim(text, target);
    else this.#words.add(text, target);
  }

  /** A new line: of a paragraph or quotation a new one begins, elsewhere it is a space. */
  lineBreak(): void {
    if (this.#place === 'code') this.#words.addVerbatim('\n', null);
    else if (this.#place === 'flow' && (this.#lists === 0 || this.#words.isBlank)) this.#flush();
    else this.#words.add(' ', null);
  }

  /** The start or end of a block. */
  boundary(): void {
    if (this.#place === 'flow') this.#flush();
    else if (this.#place === 'code') this.#words.endLine();
    else this.#words.add(' ', null);
  }

  openLink(target: string | null): void {
    this.#targets.push(target ?? this.#targets.at(-1) ?? null);
  }

  closeLink(): void {
    this.#targets.pop();
  }

  openList(): void {
    this.boundary();
    this.#lists += 1;
  }

  closeList(): void {
    this.boundary();
    this.#lists -= 1;
  }

  openItem(marker: string): void {
    this.boundary();
    if (this.#place === 'flow') this.#marker = marker;
    else this.#words.add(`${marker} `, null);
  }

  closeItem(): void {
    this.boundary();
    this.#marker = null;
  }

  openQuote(): void {
    this.boundary();
    this.#quotes += 1;
  }

  closeQuote(): void {
    this.boundary();
    this.#quotes -= 1;
  }

  openHeading(): void {
    this.#open('heading');
  }

  /** @param rank from 1, the highest, to 6. */
  closeHeading(rank: number): void {
    const words = this.#close();
    if (words === null || words.text === '') return;
    this.#marker = null;
    if (this.#quotes > 0) this.#blocks.push({ kind: 'quote', level: this.#quotes, words });
    else this.#blocks.push({ kind: 'heading', rank, words });
  }

  openCode(): void {
    this.#open('code');
  }

  closeCode(): void {
    const words = this.#close();
    if (words === null || words.text === '') return;
    this.#marker = null;
    this.#blocks.push({ kind: 'code', words });
  }

  /** A row of a table; cells outside of a row are blocks of their own. */
  openRow(): void {
    this.boundary();
    if (this.#place === 'flow') this.#cells = [];
  }

  openCell(): void {
    this.#open('cell');
  }

  closeCell(isHeading: boolean): void {
    const words = this.#close();
    if (words === null) return;
    if (this.#cells === null) this.#writeFlow(words);
    else this.#cells.push({ words, isHeading });
  }

  closeRow(): void {
    this.boundary();
    if (this.#place !== 'flow' || this.#cells === null) return;
    const cells = this.#cells;
    this.#cells = null;
    if (cells.every(({ words }) => words.text === '')) return;
    this.#blocks.push({ kind: 'row', words: rowWords(cells) });
  }

  openFigure(): void {
    this.boundary();
    this.#figures.push({ pictures: [], captions: [] });
  }

  /** The first picture has the caption; captions of no picture are paragraphs. */
  closeFigure(): void {
    this.boundary();
    const figure = this.#figures.pop();
    if (figure === undefined) return;
    const caption = joinWords(figure.captions, ' ');
    for (const [index, { picture, description }] of figure.pictures.entries()) {
      const isCaptioned = index === 0 && caption.text !== '';
      this.#writeFigure(picture, isCaptioned ? caption.text : description);
    }
    if (figure.pictures.length === 0) this.#writeFlow(caption);
  }

  openCaption(): void {
    this.#open('caption');
  }

  closeCaption(): void {
    const words = this.#close();
    if (words === null || words.text === '') return;
    const figure = this.#figures.at(-1);
    if (figure === undefined) this.#writeFlow(words);
    else figure.captions.push(words);
  }

  /** @param description what stands in for the picture where no caption does; may be empty. */
  picture(picture: string | null, description: string): void {
    const line = description.replace(/\s+/g, ' ').trim();
    const figure = this.#figures.at(-1);
    if (figure === undefined) this.#writeFigure(picture, line);
    else figure.pictures.push({ picture, description: line });
  }

  /** All blocks so far. */
  finish(): readonly Block[] {
    this.boundary();
    return this.#blocks;
  }

  #open(place: Place): void {
    if (this.#place === 'flow') {
      this.#flush();
      this.#place = place;
    } else {
      this.boundary();
      this.#depthInPlace += 1;
    }
  }

  /** The words of the place; `null` where it was only a part of another. */
  #close(): Words | null {
    if (this.#depthInPlace > 0) {
      this.boundary();
      this.#depthInPlace -= 1;
      return null;
    }
    const words = this.#place === 'code' ? this.#words.takeLines() : this.#words.take();
    this.#place = 'flow';
    return words;
  }

  #flush(): void {
    this.#writeFlow(this.#words.take());
  }

  #writeFlow(words: Words): void {
    if (words.text === '') return;
    const marker = this.#marker;
    this.#marker = null;
    if (marker !== null) {
      this.#blocks.push({ kind: 'bullet', level: Math.max(1, this.#lists), marker, words });
    } else if (this.#quotes > 0) {
      this.#blocks.push({ kind: 'quote', level: this.#quotes, words });
    } else {
      this.#blocks.push({ kind: 'paragraph', words });
    }
  }

  #writeFigure(picture: string | null, caption: string): void {
    if (picture !== null || caption !== '') this.#blocks.push({ kind: 'figure', caption, picture });
  }
}

/** The text of a row with a tab between two cells. */
function rowWords(cells: readonly OpenCell[]): Extract<Block, { kind: 'row' }>['words'] {
  const joined = joinWords(
    cells.map(({ words }) => words),
    '\t',
  );
  let start = 0;
  const stretches = cells.map(({ words, isHeading }): Cell => {
    const end = start + words.text.length;
    const cell = { start, end, isHeading };
    start = end + 1;
    return cell;
  });
  return { ...joined, cells: stretches };
}
