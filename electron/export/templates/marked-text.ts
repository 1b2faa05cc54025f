import { codeLines } from '../../shared/export/quote-lines.ts';
import type { Cell } from '../../shared/model/briefing.ts';
import type { BlockVariables, Reference, RunVariables } from './text-variables.ts';

/** What a bullet is known by. */
export type Bullet = Pick<BlockVariables, 'number' | 'level'>;

/** How marked text is written in a flavour of Markdown. */
export interface MarkedFlavour {
  readonly escape: (text: string) => string;
  /** What stands around marked text. */
  readonly mark: string;
  /** A reference to an annotation: no white space at its ends, punctuation there. */
  readonly reference: (annotation: Reference) => string;
  /** What a bullet begins with. */
  readonly bullet: (bullet: Bullet) => string;
}

/** Runs as stretches that differ in whether they are marked; a reference ends a stretch. */
interface Stretch {
  readonly text: string;
  readonly isMarked: boolean;
  readonly references: readonly Reference[];
}

/** The runs of a cell. References of what ends between it and the next cell belong to it. */
function runsOfCell(
  runs: readonly RunVariables[],
  { start, end }: Cell,
  next: number,
): readonly RunVariables[] {
  let offset = 0;
  return runs.flatMap((run) => {
    const from = offset;
    const to = offset + run.text.length;
    offset = to;
    if (to <= start || from >= next) return [];
    const text = run.text.slice(Math.max(start - from, 0), Math.max(Math.min(end, to) - from, 0));
    return [{ ...run, text, references: to <= next ? run.references : [] }];
  });
}

function stretchesOf(runs: readonly RunVariables[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { text, is_marked: isMarked, references } of runs) {
    const last = stretches.at(-1);
    if (last?.isMarked === isMarked && last.references.length === 0)
      stretches.splice(-1, 1, { text: last.text + text, isMarked, references });
    else stretches.push({ text, isMarked, references });
  }
  return stretches;
}

/** Neither white space nor punctuation, as CommonMark has it. */
const isLetter = /^[^\t\n\f\r\p{Zs}\p{P}\p{S}]$/u;

/** The first character of a text, as a code point. */
function firstOf(text: string): string {
  return /^[^]/u.exec(text)?.[0] ?? '';
}

/** The last character of a text, as a code point. */
function lastOf(text: string): string {
  return /[^]$/u.exec(text.slice(-2))?.[0] ?? '';
}

/** A letter as an entity, which counts as punctuation beside delimiters. */
function asEntity(letter: string): string {
  return `&#${letter.codePointAt(0) ?? 0};`;
}

/**
 * A line of Markdown that grows from left to right. Delimiters open and close only if there is no
 * letter outside of one with punctuation inside: such a letter is written as an entity.
 *
 * @see https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
 */
class MarkedLine {
  #line = '';
  /** The last character in the delimiters, while nothing is behind them. */
  #closed = '';

  addPlain(escaped: string): void {
    const first = firstOf(escaped);
    const isApart = this.#closed === '' || isLetter.test(this.#closed) || !isLetter.test(first);
    this.#line += isApart ? escaped : asEntity(first) + escaped.slice(first.length);
    this.#closed = '';
  }

  addMarked(escaped: string, mark: string): void {
    const last = lastOf(this.#line);
    const first = firstOf(escaped);
    if (isLetter.test(last) && !isLetter.test(first))
      this.#line = this.#line.slice(0, -last.length) + asEntity(last);
    this.#line += mark + escaped + mark;
    this.#closed = lastOf(escaped);
  }

  /** White space or punctuation. */
  addApart(text: string): void {
    if (text !== '') this.#closed = '';
    this.#line += text;
  }

  text(): string {
    return this.#line.trim();
  }
}

/** White space of a text on one line. */
function spaceOf(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]/g, ' ');
}

/** Text as one line of Markdown with what is marked in it, and references behind that. */
function inlineOf(
  runs: readonly RunVariables[],
  { escape, mark, reference }: MarkedFlavour,
): string {
  const line = new MarkedLine();
  for (const { text, isMarked, references } of stretchesOf(runs)) {
    // Delimiters with white space inside would open and close nothing.
    const words = text.trim();
    const start = words === '' ? text.length : text.indexOf(words);
    line.addApart(spaceOf(text.slice(0, start)));
    if (words !== '' && isMarked) line.addMarked(escape(words), mark);
    else if (words !== '') line.addPlain(escape(words));
    line.addApart(references.map(reference).join(''));
    line.addApart(spaceOf(text.slice(start + words.length)));
  }
  return line.text();
}

function rowOf(block: BlockVariables, flavour: MarkedFlavour): string {
  const { cells, runs, columns } = block;
  const reference = (to: Reference): string => flavour.reference(to).replaceAll('|', '\\|');
  const inCells = { ...flavour, reference };
  const words = cells.map((cell, index) =>
    inlineOf(runsOfCell(runs, cell, cells[index + 1]?.start ?? Infinity), inCells),
  );
  const missing = Array.from({ length: columns - words.length }, () => '');
  const row = `| ${[...words, ...missing].join(' | ')} |`;
  const lines = block.is_first_row ? [row, `|${' --- |'.repeat(columns)}`] : [row];
  // A table has no place for what is about a row.
  const [head = '', ...more] = lines;
  return [
    head.replace(/ \|$/, () => `${block.references.map(reference).join('')} |`),
    ...more,
  ].join('\n');
}

/**
 * A part of a briefing's text as a block of Markdown with what is marked in it, and with references
 * to the annotations behind their words. The headline is written without its number sign.
 */
export function markedBlock(block: BlockVariables, flavour: MarkedFlavour): string {
  const { kind, text, level, runs, credit } = block;
  const references = block.references.map(flavour.reference).join('');
  if (kind === 'code') {
    const own = runs.flatMap((run) => run.references.map(flavour.reference)).join('') + references;
    return [...codeLines(text), ...(own === '' ? [] : ['', own])].join('\n');
  }
  if (kind === 'row') return rowOf(block, flavour);
  const line = inlineOf(runs, flavour) + references;
  switch (kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(level + 1, 6))} ${line}`;
    case 'quote':
      return `${'> '.repeat(level)}${line}`;
    case 'bullet':
      return flavour.bullet(block) + line;
    case 'figure':
      return [`${block.place}:`, line, `(${flavour.escape(credit ?? '')})`]
        .filter(Boolean)
        .join(' ');
    default:
      return line;
  }
}

/** Blocks without the headline, blank lines between them but for the items of a list and of a table. */
export function markedBlocks(blocks: readonly BlockVariables[], flavour: MarkedFlavour): string {
  const shown = blocks.filter(({ kind }) => kind !== 'headline');
  const pieces = shown.map((block, index) => {
    const previous = shown[index - 1]?.kind;
    const isTogether = block.kind === previous && (previous === 'row' || previous === 'bullet');
    const space = isTogether ? '\n' : '\n\n';
    return (index === 0 ? '' : space) + markedBlock(block, flavour);
  });
  return pieces.join('');
}
