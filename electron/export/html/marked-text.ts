import type { Passage } from '../../shared/anchoring/passage.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Link } from '../../shared/model/briefing.ts';
import type { PartPath } from '../../shared/model/part.ts';
import { markAnchor, noteAnchor, partAnchor } from './addresses.ts';
import type { ArrangedEntry } from './arrange-notes.ts';
import { type Markup, markup } from './markup.ts';
import { linkedWords, shownTarget } from './shown-link.ts';

/** The number of a note at its place; it leads to the note. */
function noteNumber({ id }: Annotation, number: number, isPlace: boolean): Markup {
  const place = isPlace ? markup` id="${markAnchor(id)}"` : null;
  return markup`<sup${place}><a href="#${noteAnchor(id)}" aria-label="Note ${number}">${number}</a></sup>`;
}

/** The letters of a stretch, with the links in it and where they lead. */
function linkedPieces(
  text: string,
  links: readonly Link[],
  { start, end }: Passage,
): readonly Markup[] {
  const pieces: Markup[] = [];
  let at = start;
  for (const link of links) {
    const [from, to] = [Math.max(link.start, at), Math.min(link.end, end)];
    if (from >= to) continue;
    const words = text.slice(from, to);
    pieces.push(markup`${text.slice(at, from)}${linkedWords(words, link.target)}`);
    if (to === link.end) {
      pieces.push(markup`${shownTarget(text.slice(link.start, link.end), link.target)}`);
    }
    at = to;
  }
  return [...pieces, markup`${text.slice(at, end)}`];
}

/** What a text is written with. */
export interface TextOptions {
  readonly links?: readonly Link[] | undefined;
  /** The stretch of the part that is written; without one, all of it. */
  readonly stretch?: Passage;
}

/** Marks nest in the order of the annotations; the beginning of each has its id. */
function markRun(
  inner: readonly Markup[],
  annotations: readonly Annotation[],
  begins: (annotation: Annotation) => boolean,
): Markup {
  return annotations.reduceRight(
    (content, annotation) => {
      const id = begins(annotation) ? markup` id="${markAnchor(annotation.id)}"` : null;
      return markup`<mark class="${annotation.color ?? 'noted'}"${id}>${content}</mark>`;
    },
    markup`${inner}`,
  );
}

/** The numbers of notes on a part as a whole. */
export function wholePartNumbers({ marked, numbers }: ArrangedEntry, part: PartPath): Markup {
  const whole = marked.whole.get(part) ?? [];
  return markup`${whole.map((one) => noteNumber(one, numbers.get(one.id) ?? 0, true))}`;
}

/** The text of a part, highlights in place, the number of each note behind its passage. */
export function markedText(
  { marked, numbers, extents }: ArrangedEntry,
  part: PartPath,
  { links = [], stretch }: TextOptions = {},
): Markup {
  const runs = marked.runs.get(part) ?? [];
  const whole = marked.whole.get(part) ?? [];
  const text = runs.map((run) => run.text).join('');
  const shown = stretch ?? { start: 0, end: text.length };
  const pieces = runs.flatMap((run) => {
    const [start, end] = [Math.max(run.start, shown.start), Math.min(run.end, shown.end)];
    if (start >= end) return [];
    const begins = ({ id }: Annotation): boolean => {
      const extent = extents.get(id);
      return extent?.firstPart === part && extent.start === start;
    };
    const ending = run.annotations.filter(({ id }) => {
      const extent = extents.get(id);
      return extent?.lastPart === part && extent.end === end;
    });
    return [
      markRun(linkedPieces(text, links, { start, end }), [...whole, ...run.annotations], begins),
      ...ending.map((one) => noteNumber(one, numbers.get(one.id) ?? 0, false)),
    ];
  });
  return markup`${pieces}`;
}

/** The attributes of a part's element, with an id where a bookmark leads to it. */
export function partAttributes(
  { bookmarked, entry }: ArrangedEntry,
  part: PartPath,
  className = '',
): Markup {
  const id = bookmarked.has(part) ? markup` id="${partAnchor(entry.reference.id, part)}"` : null;
  return markup`${className === '' ? null : markup` class="${className}"`}${id} dir="auto"`;
}
