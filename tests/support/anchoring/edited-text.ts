/** Texts with a passage in them, and edits of which it is known where they leave the passage. */
import fc from 'fast-check';
import { anchor, type Anchoring, queryFor } from '../../../electron/shared/anchoring/anchor.ts';
import { describe } from '../../../electron/shared/anchoring/describe.ts';
import type { PartPassage, Passage } from '../../../electron/shared/anchoring/passage.ts';
import { RunningText } from '../../../electron/shared/anchoring/running-text.ts';
import type { PassageTarget } from '../../../electron/shared/model/annotation.ts';

/** A text whose parts are parted by line feeds, with the place of a passage in it. */
export interface MarkedText {
  readonly text: string;
  readonly passage: Passage;
}

/** An edit of a text: `removed` code units at `at` make way for `inserted`. */
export interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const common = ['the', 'of', 'a', 'to', 'in', 'and', 'said', 'on', 'for', 'that', 'is', 'with'];
const rare =
  'harbour ministers convoy closes talks sanctions island winter ferry council vote grid operator warns ' +
  'reserves drought railway treaty envoy strike budget wheat export pipeline summit border quota court ' +
  'appeal audit tunnel storm pylon census ballot mayor deputy inquiry ruling statement region north';

const word = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...common) },
  { weight: 3, arbitrary: fc.constantFrom(...rare.split(' ')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('U.S.', '4.5%', 'Zoë’s', '“now”', 'naïve', 'Київ', '😀'),
  },
);

/** One part of a text: a few words. */
const line = fc.array(word, { minLength: 3, maxLength: 30 }).map((words) => words.join(' '));

/** The text of a briefing, part by part. */
export const plainText: fc.Arbitrary<string> = fc
  .array(line, { minLength: 2, maxLength: 8 })
  .map((lines) => lines.join('\n'));

/**
 * A text with a passage of at least `shortest` code units, without white space at its ends.
 *
 * @param room how much of the text there is beside it at least, on both sides.
 */
export function markedText(shortest: number, room = 0): fc.Arbitrary<MarkedText> {
  return fc
    .tuple(plainText, fc.nat(), fc.integer({ min: shortest, max: 160 }))
    .map(([text, at, length]) => {
      const start = text.length === 0 ? 0 : at % text.length;
      const stretch = text.slice(start, start + length);
      const from = start + (stretch.length - stretch.trimStart().length);
      return { text, passage: { start: from, end: from + stretch.trim().length } };
    })
    .filter(
      ({ text, passage }) =>
        isWhole(text, passage) &&
        lengthOf(passage) >= shortest &&
        passage.start >= room &&
        text.length - passage.end >= room,
    );
}

export function lengthOf({ start, end }: Passage): number {
  return end - start;
}

/** Whether a passage cuts no character in two. */
function isWhole(text: string, { start, end }: Passage): boolean {
  const cuts = (at: number): boolean => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return !cuts(start) && !cuts(end);
}

/** Words that an editor may put somewhere. */
export const inserted = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));

/**
 * An edit outside of a passage, on one side of it, not across a boundary of parts.
 *
 * @param margin how many code units on either side of the passage it leaves alone.
 */
export function editElsewhere(marked: MarkedText, margin = 0): fc.Arbitrary<Edit> {
  const { text, passage } = marked;
  const before = { start: 0, end: Math.max(0, passage.start - margin) };
  const after = { start: Math.min(text.length, passage.end + margin), end: text.length };
  return fc
    .tuple(fc.constantFrom(before, after), fc.nat(), fc.nat({ max: 40 }), inserted)
    .map(([side, place, length, words]) => {
      const at = side.start + (place % (lengthOf(side) + 1));
      const stretch = text.slice(at, Math.min(side.end, at + length));
      const isTooClose = margin > 0 && lengthOf(side) === 0;
      return {
        at,
        removed: (stretch.split('\n')[0] ?? '').length,
        inserted: isTooClose ? '' : words,
      };
    });
}

/** The text after an edit, and where the passage is that the edit did not touch. */
export function applyEdit({ text, passage }: MarkedText, edit: Edit): MarkedText {
  const { at, removed, inserted: words } = edit;
  const edited = text.slice(0, at) + words + text.slice(at + removed);
  const shift = at < passage.end && at + removed <= passage.start ? words.length - removed : 0;
  return {
    text: edited,
    passage: { start: passage.start + shift, end: passage.end + shift },
  };
}

/** The text after up to so many edits elsewhere. */
export function editedElsewhere(before: MarkedText, most: number): fc.Arbitrary<MarkedText> {
  if (most === 0) return fc.constant(before);
  return fc
    .tuple(fc.boolean(), editElsewhere(before))
    .chain(([isEdited, edit]) =>
      editedElsewhere(isEdited ? applyEdit(before, edit) : before, most - 1),
    );
}

/** The words of the passage as they stand in the text. */
export function quoteOf({ text, passage }: MarkedText): string {
  return text.slice(passage.start, passage.end);
}

/** How often a text has these words, overlapping places counted, too. */
export function occurrencesIn(text: string, quote: string): number {
  let count = 0;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) count += 1;
  return count;
}

/** The passage with single letters replaced, removed or added, up to a share of its length. */
export function editsInside(before: MarkedText, share: number): fc.Arbitrary<MarkedText> {
  const length = lengthOf(before.passage);
  const letter = fc.tuple(fc.nat({ max: length - 1 }), fc.constantFrom('', 'x', 'Q7', '#'));
  return fc.array(letter, { maxLength: Math.floor((length * share) / 2) }).map((letters) => {
    const quote = quoteOf(before);
    const edited = letters.reduce(
      (words, [at, put]) =>
        /[a-z]/.test(words[at] ?? '') ? words.slice(0, at) + put + words.slice(at + 1) : words,
      quote,
    );
    const { text, passage } = before;
    return {
      text: text.slice(0, passage.start) + edited + text.slice(passage.end),
      passage: { start: passage.start, end: passage.start + edited.length },
    };
  });
}

/** The text with a copy of the passage (or of `words`) put somewhere `margin` or more away from it. */
export function withCopy(
  marked: MarkedText,
  margin: number,
  words = quoteOf(marked),
): fc.Arbitrary<MarkedText> {
  const { passage } = marked;
  return editElsewhere(marked, margin)
    .filter(({ at }) => at <= passage.start - margin || at >= passage.end + margin)
    .map(({ at }) => applyEdit(marked, { at, removed: 0, inserted: words }));
}

function pathOf(line: number): string {
  return `sections/0/items/${line}`;
}

/** The text as a briefing's running text, each line a part. */
export function runningTextOf(text: string): RunningText {
  return new RunningText(
    text.split('\n').map((part, index) => ({ path: pathOf(index), text: part })),
  );
}

/** A passage of a text, line by line. */
export function linesOf({ text, passage }: MarkedText): readonly PartPassage[] {
  let offset = 0;
  return text.split('\n').flatMap((line, index) => {
    const start = Math.max(0, passage.start - offset);
    const end = Math.min(line.length, passage.end - offset);
    offset += line.length + 1;
    return end > start ? [{ part: pathOf(index), start, end }] : [];
  });
}

/** The target of the passage of a text, as a reader marks it. */
export function targetOf(marked: MarkedText): PassageTarget {
  const lines = linesOf(marked);
  const [first, last] = [lines[0], lines.at(-1)];
  const target =
    first === undefined || last === undefined
      ? null
      : describe(runningTextOf(marked.text), first, last, null);
  if (target === null) throw new Error('The passage is empty.');
  return target;
}

/** What becomes of the passage of `before` in the text of `after`. */
export function anchorIn(before: MarkedText, after: string): Anchoring {
  const running = runningTextOf(after);
  return anchor(running, queryFor(targetOf(before), running, null));
}
