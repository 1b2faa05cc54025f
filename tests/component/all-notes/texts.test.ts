import { describe, expect, it } from 'vitest';
import { movedBy } from '../../../renderer/all-notes/list-keys.ts';
import { firstLines } from '../../../renderer/all-notes/note-text.ts';
import { tagTree } from '../../../renderer/tags/tag-tree.ts';

describe('firstLines', () => {
  it.each([
    ['Ask the harbour office.', 'Ask the harbour office.'],
    ['# Ask\n\nthe **harbour** _office_', 'Ask\nthe harbour office'],
    ['- one\n- [ ] two\n1. three', 'one\n[ ] two\nthree'],
    ['> quoted\n> > deep', 'quoted\ndeep'],
    ['`code` and ~~gone~~ and [a link](https://example.org)', 'code and gone and a link'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['```\nfenced\n```\n---', 'fenced'],
    ['', ''],
  ])('of %j is %j', (note, text) => expect(firstLines(note)).toBe(text));

  it('does not read a long note to its end', () => {
    expect(firstLines('word '.repeat(200_000)).length).toBeLessThan(1000);
  });
});

describe('tagTree', () => {
  const counted = (...tags: readonly string[]) => tags.map((tag) => ({ tag, count: 1 }));

  it('puts inner tags below their outer one, in use by itself or not', () => {
    const tree = tagTree(counted('a b', 'b/c/d', 'a/z', 'a', 'a/a'));
    expect(tree.map(({ tag, depth, count }) => [tag, depth, count])).toEqual([
      ['a', 0, 1],
      ['a/a', 1, 1],
      ['a/z', 1, 1],
      ['a b', 0, 1],
      ['b', 0, 0],
      ['b/c', 1, 0],
      ['b/c/d', 2, 1],
    ]);
    expect(tree.at(-1)?.name).toBe('d');
  });

  it('of no tags has none', () => expect(tagTree([])).toEqual([]));
});

describe('movedBy', () => {
  it.each([
    [null, 1, 0],
    [null, -1, 0],
    [null, -Infinity, 0],
    [null, Infinity, Infinity],
    [4, 3, 7],
    [4, -Infinity, -Infinity],
  ])('from %s by %d leads to %d', (from, step, to) => expect(movedBy(from, step)).toBe(to));
});
