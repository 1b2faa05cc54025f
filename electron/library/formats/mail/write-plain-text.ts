import type { DocumentWriter } from '../document-writer.ts';
import { splitBullet } from '../line-kind.ts';
import { splitLines } from '../lines.ts';

/** Lines of at least this many code units were broken by a program, and go on in the next. */
const brokenLength = 60;

/** Quotations that are deeper are not told apart. */
const deepestQuote = 20;

interface QuotedLine {
  readonly depth: number;
  readonly text: string;
}

/** A line without the marks of quotations at its start. */
function toQuotedLine(line: string): QuotedLine {
  const marks = /^(?:> ?)*/.exec(line)?.[0] ?? '';
  const depth = marks.replaceAll(' ', '').length;
  return { depth: Math.min(depth, deepestQuote), text: line.slice(marks.length).trim() };
}

class PlainTextWriter {
  readonly #writer: DocumentWriter;
  #depth = 0;
  #isInBullet = false;
  #previous = '';

  constructor(writer: DocumentWriter) {
    this.#writer = writer;
  }

  write({ depth, text }: QuotedLine): void {
    const bullet = splitBullet(text);
    const continues =
      text !== '' &&
      depth === this.#depth &&
      bullet === null &&
      this.#previous.length >= brokenLength;
    if (!continues) {
      this.#endParagraph();
      this.#moveTo(depth);
    }
    if (bullet !== null) this.#openBullet(bullet.marker);
    this.#writer.text(continues ? ` ${text}` : (bullet?.text ?? text));
    this.#previous = text;
  }

  end(): void {
    this.#endParagraph();
    this.#moveTo(0);
  }

  #openBullet(marker: string): void {
    this.#writer.openList();
    this.#writer.openItem(marker);
    this.#isInBullet = true;
  }

  #endParagraph(): void {
    if (this.#isInBullet) {
      this.#writer.closeItem();
      this.#writer.closeList();
    } else this.#writer.boundary();
    this.#isInBullet = false;
  }

  #moveTo(depth: number): void {
    for (; this.#depth < depth; this.#depth += 1) this.#writer.openQuote();
    for (; this.#depth > depth; this.#depth -= 1) this.#writer.closeQuote();
  }
}

/**
 * Writes the plain text of a mail: lines that a program broke are put together, `>` at their start
 * makes quotations.
 */
export function writePlainText(text: string, writer: DocumentWriter): void {
  const plain = new PlainTextWriter(writer);
  for (const line of splitLines(text)) plain.write(toQuotedLine(line));
  plain.end();
}
