/** A piece of two texts that are compared: in both, in the older one only, in the newer one only. */
export interface DiffPiece {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
}

/**
 * The most pairs of words that are compared, once what both texts begin and end with is set aside:
 * 2,000 words against 2,000. Between longer stretches no words are looked for that stayed.
 */
const mostPairs = 4_000_000;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words and what stands between them; joined, they are the text. */
function wordsOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function isSpace(word: string): boolean {
  return word.trim() === '';
}

/** How many words both texts begin with, of at most `most`. */
function sharedStart(before: readonly string[], after: readonly string[], most: number): number {
  let length = 0;
  while (length < most && before[length] === after[length]) length += 1;
  return length;
}

/** The lengths of the longest common subsequences of every two ends of the texts. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      const [down, right] = [lengths[at + width] ?? 0, lengths[at + 1] ?? 0];
      lengths[at] =
        before[row] === after[column] ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  return lengths;
}

/** Word by word, along a longest common subsequence. */
function compareWords(before: readonly string[], after: readonly string[]): readonly DiffPiece[] {
  const lengths = commonLengths(before, after);
  const width = after.length + 1;
  const pieces: DiffPiece[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, young] = [before[row], after[column]];
    const at = row * width + column;
    if (old !== undefined && old === young) {
      pieces.push({ kind: 'same', text: old });
      row += 1;
      column += 1;
    } else if (
      young === undefined ||
      (old !== undefined && (lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0))
    ) {
      pieces.push({ kind: 'deleted', text: old ?? '' });
      row += 1;
    } else {
      pieces.push({ kind: 'inserted', text: young });
      column += 1;
    }
  }
  return pieces;
}

function compareMiddle(before: readonly string[], after: readonly string[]): readonly DiffPiece[] {
  if (before.length * after.length <= mostPairs) return compareWords(before, after);
  return [
    { kind: 'deleted', text: before.join('') },
    { kind: 'inserted', text: after.join('') },
  ];
}

/** Words changed in a row are one deletion and one insertion, the spaces between them included. */
function inRuns(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const runs: DiffPiece[] = [];
  let [same, deleted, inserted] = ['', '', ''];
  const close = (): void => {
    if (deleted !== '') runs.push({ kind: 'deleted', text: deleted });
    if (inserted !== '') runs.push({ kind: 'inserted', text: inserted });
    if (same !== '') runs.push({ kind: 'same', text: same });
    [same, deleted, inserted] = ['', '', ''];
  };
  for (const { kind, text } of pieces) {
    if (kind === 'same') {
      same += text;
      continue;
    }
    if (isSpace(same)) [same, deleted, inserted] = ['', deleted + same, inserted + same];
    else close();
    if (kind === 'deleted') deleted += text;
    else inserted += text;
  }
  close();
  return runs;
}

/**
 * What became of a text, word by word. Without the insertions the pieces are the older text,
 * without the deletions the newer one.
 */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [old, young] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(old.length, young.length);
  const start = sharedStart(old, young, shorter);
  const end = sharedStart(old.toReversed(), young.toReversed(), shorter - start);
  return inRuns([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...compareMiddle(old.slice(start, old.length - end), young.slice(start, young.length - end)),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ]);
}
