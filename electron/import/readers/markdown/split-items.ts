import type { ImportedSource } from '../../imported-mark.ts';
import { type Callout, readCallout, readCalloutLines } from './read-callout.ts';
import { addFact, readHeadline } from './read-facts.ts';
import { type Label, readLabel } from './read-label.ts';
import { readProperties } from './read-properties.ts';
import { quotedLine } from './read-quote.ts';

/** A note or a bookmark as it stands in a file. */
export interface WrittenItem {
  readonly kind: 'annotation' | 'bookmark';
  readonly source: ImportedSource;
  /** `null` for words that stand between the items. */
  readonly label: Label | null;
  /** The lines of the item without what marks them as its own. */
  readonly lines: readonly string[];
}

/** An item whose lines are still coming. */
interface OpenItem {
  readonly form: 'item' | 'callout' | 'stray';
  readonly label: Label | null;
  readonly callout: Callout | null;
  readonly lines: string[];
}

/** The lines that an item continues with are blank or indented by so much. */
const indentation = '  ';

/** A blank line, a rule between two briefings, or the id of the block before it. */
const nothing = /^\s*(?:(?:[-*_] ?){3,}\s*|\^rd-[0-9a-f]{12}\s*)?$/;

const noMarks = 'No notes and no bookmarks.';

function continues({ form }: OpenItem, line: string): boolean {
  switch (form) {
    case 'item':
      return line.startsWith(indentation) || line.trim() === '';
    case 'callout':
      return quotedLine(line) !== null;
    case 'stray':
      return line.trim() !== '' && !/^(?:[-*+#>] |#)/.test(line);
  }
}

function ownLine({ form }: OpenItem, line: string): string {
  if (form === 'callout') return line;
  return line.startsWith(indentation) ? line.slice(indentation.length) : line.trim();
}

/** Goes through the lines of a file, item by item. */
class Splitter {
  readonly items: WrittenItem[] = [];
  #source: ImportedSource;
  /** The properties of the file are those of the first briefing. */
  #isFirst = true;
  #section: 'head' | 'annotation' | 'bookmark' | 'other' = 'head';
  #open: OpenItem | null = null;

  constructor(source: ImportedSource) {
    this.#source = source;
  }

  add(line: string): void {
    if (this.#open !== null && continues(this.#open, line)) {
      this.#open.lines.push(ownLine(this.#open, line));
    } else {
      this.end();
      this.#begin(line);
    }
  }

  end(): void {
    if (this.#open === null) return;
    const { label, callout, lines } = this.#open;
    this.items.push({
      kind: this.#section === 'bookmark' ? 'bookmark' : 'annotation',
      source: this.#source,
      ...(callout === null ? { label, lines } : readCalloutLines(callout, lines)),
    });
    this.#open = null;
  }

  #begin(line: string): void {
    const isHidden = this.#section === 'other';
    const label = isHidden ? null : readLabel(line);
    const callout = isHidden ? null : readCallout(line);
    if (label !== null) this.#open = { form: 'item', label, callout: null, lines: [] };
    else if (callout !== null) this.#open = { form: 'callout', label: null, callout, lines: [] };
    else if (/^#{1,2} /.test(line)) this.#enter(line);
    else if (this.#section === 'head') this.#source = addFact(this.#source, line);
    else if (!isHidden && !nothing.test(line) && line.trimEnd() !== noMarks) {
      this.#open = { form: 'stray', label: null, callout: null, lines: [line] };
    }
  }

  #enter(line: string): void {
    const heading = line.replace(/^#+ /, '').trim();
    if (line.startsWith('# ')) {
      this.#source = readHeadline(heading, this.#isFirst ? this.#source : null);
      this.#isFirst = false;
      this.#section = 'head';
    } else if (heading === 'Notes') this.#section = 'annotation';
    else if (heading === 'Bookmarks') this.#section = 'bookmark';
    else this.#section = 'other';
  }
}

/** The notes and bookmarks of a file in their order, each with the briefing that it stands under. */
export function splitItems(text: string): readonly WrittenItem[] {
  const { source, lines } = readProperties(text.split(/\r\n|[\r\n]/));
  const splitter = new Splitter(source);
  for (const line of lines) splitter.add(line);
  splitter.end();
  return splitter.items;
}
