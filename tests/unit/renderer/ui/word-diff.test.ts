import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPiece, wordDiff } from '../../../../renderer/ui/word-diff.ts';

/** A difference as it is read: `[-deleted-]` and `{+inserted+}`. */
function marked(before: string, after: string): string {
  const marks = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const;
  return wordDiff(before, after)
    .map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
    .join('');
}

function without(kind: DiffPiece['kind'], pieces: readonly DiffPiece[]): string {
  return pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');
}

/** Texts of few words, so that two of them have some in common, or any text at all. */
const arbitraryText = fc.oneof(
  fc
    .array(
      fc.constantFrom('ferry', 'Ferry', 'ships', ' ', '  ', '\n', ', ', '.', '渡し船', 'عبّارة'),
    )
    .map((words) => words.join('')),
  fc.string({ unit: 'binary' }),
);

describe('wordDiff', () => {
  it.each([
    ['', '', ''],
    ['The same.', 'The same.', 'The same.'],
    ['', 'New words', '{+New words+}'],
    ['Old words', '', '[-Old words-]'],
    ['It runs on weekdays.', 'It runs on Sundays.', 'It runs on [-weekdays-]{+Sundays+}.'],
    ['It runs on weekdays.', 'It runs daily.', 'It runs [-on weekdays-]{+daily+}.'],
    ['It runs.', 'It runs again.', 'It runs{+ again+}.'],
    ['Two old grey ships', 'Two new white ships', 'Two [-old grey-]{+new white+} ships'],
    ['ferry', 'Ferry', '[-ferry-]{+Ferry+}'],
  ])('of “%s” and “%s” is “%s”', (before, after, expected) =>
    expect(marked(before, after)).toBe(expected),
  );

  it('keeps the words that stayed between two changes', () =>
    expect(marked('one two three', '1 two 3')).toBe('[-one-]{+1+} two [-three-]{+3+}'));

  it('is the old text without the insertions and the new one without the deletions', () =>
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (before, after) => {
        const pieces = wordDiff(before, after);
        expect(without('inserted', pieces)).toBe(before);
        expect(without('deleted', pieces)).toBe(after);
      }),
    ));

  it('has no empty pieces, and no two of a kind in a row', () =>
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (before, after) => {
        const pieces = wordDiff(before, after);
        expect(pieces.map(({ text }) => text)).not.toContain('');
        pieces.forEach(({ kind }, index) => expect(pieces[index + 1]?.kind).not.toBe(kind));
      }),
    ));

  it('of very long texts takes no long time and loses nothing', () => {
    const [before, after] = ['old ', 'new '].map((word) => `Start ${word.repeat(60_000)}end`);
    const begin = performance.now();
    const pieces = wordDiff(before ?? '', after ?? '');
    expect(performance.now() - begin).toBeLessThan(2_000);
    expect(without('inserted', pieces)).toBe(before);
    expect(without('deleted', pieces)).toBe(after);
  });
});
