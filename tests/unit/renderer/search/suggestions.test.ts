import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestValues } from '../../../../renderer/search/suggestions.ts';

const known = { sources: ['Harbour Post', 'Market Times'], tags: ['energy/grid', 'two words'] };

/** What the query becomes with the first suggestion; `|` is where the caret stands. */
function complete(typed: string): string | null {
  const caret = typed.indexOf('|');
  const text = typed.replace('|', '');
  const { start, end, options } = suggestValues(text, caret, known);
  const [first] = options;
  return first === undefined ? null : text.slice(0, start) + first + text.slice(end);
}

describe('the values of the field before the caret', () => {
  it.each([
    ['is:un|', 'is:unread'],
    ['storm -is:pin|', 'storm -is:pinned'],
    ['(has:hi| OR x)', '(has:highlight OR x)'],
    ['color:|', 'color:yellow'],
    ['source:mar|', 'source:"Market Times"'],
    ['source:"harb|', 'source:"Harbour Post"'],
    ['tag:grid|', 'tag:energy/grid'],
    ['tag:two|', 'tag:"two words"'],
    ['SOURCE:post|', 'SOURCE:"Harbour Post"'],
  ])('complete %s', (typed, completed) => {
    expect(complete(typed)).toBe(completed);
  });

  it.each(['storm|', 'is: |', 'headline:st|', 'is:unread|', 'is:zebra|', '|is:un'])(
    'are none at %s',
    (typed) => {
      expect(complete(typed)).toBeNull();
    },
  );

  it('stand within the query, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, place) => {
        const caret = Math.min(place, text.length);
        const { start, end } = suggestValues(text, caret, known);
        expect(0 <= start && start <= end && end <= caret).toBe(true);
      }),
    );
  });
});
