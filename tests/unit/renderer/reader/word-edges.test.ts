import { describe, expect, it } from 'vitest';
import { moveEdge } from '../../../../renderer/reader/word-edges.ts';

const text = 'The “co-owner” left at 3.5 knots.\nNobody saw it…';

/** The words after a move from the first place of some others; `null` for none. */
function moved(
  quote: string,
  edge: 'start' | 'end',
  step: 1 | -1,
  within = text,
  language: string | null = 'en',
): string | null {
  const start = within.indexOf(quote);
  const passage = { start, end: start + quote.length };
  const after = moveEdge(within, passage, edge, step, language);
  return after === null ? null : within.slice(after.start, after.end);
}

describe('an edge of a passage', () => {
  it.each([
    ['left', 'left at'],
    ['left at', 'left at 3.5'],
    ['knots', 'knots.'],
    ['knots.', 'knots.\nNobody'],
    ['co', 'co-owner'],
    ['co-owner', 'co-owner”'],
    ['saw i', 'saw it'],
    ['saw it', 'saw it…'],
  ])('ends a word later than “%s”: “%s”', (quote, expected) => {
    expect(moved(quote, 'end', 1)).toBe(expected);
  });

  it.each([
    ['left at', 'left'],
    ['knots.', 'knots'],
    ['knots.\nNobody', 'knots.'],
    ['left a', 'left'],
  ])('ends a word earlier than “%s”: “%s”', (quote, expected) => {
    expect(moved(quote, 'end', -1)).toBe(expected);
  });

  it.each([
    ['left', 'co-owner” left'],
    ['co-owner', '“co-owner'],
    ['“co', 'The “co'],
    ['Nobody', 'knots.\nNobody'],
  ])('begins a word earlier than “%s”: “%s”', (quote, expected) => {
    // From a hyphen on, the words on either side of it are words of their own.
    const start = moved(quote, 'start', -1);
    expect(expected.endsWith(start ?? '')).toBe(true);
    expect(start?.length).toBeGreaterThan(quote.length);
  });

  it.each([
    ['left at', 'at'],
    ['“co-owner', 'co-owner'],
    ['knots.\nNobody', 'Nobody'],
  ])('begins a word later than “%s”: “%s”', (quote, expected) => {
    expect(moved(quote, 'start', 1)).toBe(expected);
  });

  it('leaves at least one word', () => {
    expect(moved('left', 'end', -1)).toBeNull();
    expect(moved('left', 'start', 1)).toBeNull();
  });

  it('stops at the ends of the text', () => {
    expect(moved('The', 'start', -1)).toBeNull();
    expect(moved('it…', 'end', 1)).toBeNull();
  });

  it('comes back to where it was', () => {
    const quote = 'left at';
    const start = text.indexOf(quote);
    const passage = { start, end: start + quote.length };
    const there = moveEdge(text, passage, 'end', 1, 'en');
    expect(there === null ? null : moveEdge(text, there, 'end', -1, 'en')).toEqual(passage);
  });

  it('knows the words of a language without spaces', () => {
    expect(moved('渡轮', 'end', 1, '渡轮今天再次启航。', 'zh')).toBe('渡轮今天');
  });

  it('takes a malformed language for none', () => {
    expect(moved('left', 'end', 1, text, 'not a language')).toBe('left at');
    expect(moved('left', 'end', 1, text, null)).toBe('left at');
  });
});
