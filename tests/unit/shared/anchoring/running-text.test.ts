import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseQuote, RunningText } from '../../../../electron/shared/anchoring/running-text.ts';

const parts = [
  { path: 'headline', text: 'Ferry “runs”' },
  { path: 'figures/0', text: '' },
  { path: 'dek', text: 'It  was repaired…' },
  { path: 'sections/0/items/0', text: 'So they say' },
];

describe('a running text', () => {
  const running = new RunningText(parts);

  it('is the normalised parts with words, one a line', () => {
    expect(running.text).toBe('Ferry "runs"\nIt was repaired...\nSo they say');
  });

  it('knows where its parts begin', () => {
    expect(running.offsetsOf(0)).toEqual([0, 13, 32]);
    expect(running.offsetsOf(4)).toEqual([4, 16, 36]);
    expect(running.offsetsOf(12)).toEqual([24]);
    expect(running.offsetOf('dek')).toBe(13);
    expect(running.offsetOf('figures/0')).toBeNull();
    expect(running.offsetOf('sections/9/items/9')).toBeNull();
  });

  it('tells where a stretch stands in the parts’ own texts', () => {
    expect(running.toParts({ start: 6, end: 34 })).toEqual([
      { part: 'headline', start: 6, end: 12 },
      { part: 'dek', start: 0, end: 17 },
      { part: 'sections/0/items/0', start: 0, end: 2 },
    ]);
    expect(running.verbatim({ start: 6, end: 34 })).toBe('“runs”\nIt  was repaired…\nSo');
  });

  it('finds a stretch of the parts again', () => {
    const first = { part: 'headline', start: 6, end: 12 };
    const last = { part: 'sections/0/items/0', start: 0, end: 2 };
    expect(running.toRunning(first, last)).toEqual({ start: 6, end: 34 });
    expect(running.toRunning(first, { ...last, part: 'figures/0' })).toBeNull();
  });

  it('keeps a boundary at either end of a stretch', () => {
    expect(running.verbatim({ start: 12, end: 32 })).toBe('\nIt  was repaired…\n');
  });

  it('finds in itself every quote that it gives', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '\u00a0',
        '…',
        '“',
        '\u00ad',
        'e\u0301',
        '👍',
        '\n',
        '\u202e',
      ),
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.nat(), fc.nat(), (texts, first, second) => {
        const made = new RunningText(
          texts.map((one, index) => ({ path: `figures/${index}`, text: one })),
        );
        const length = made.text.length + 1;
        const [start = 0, end = 0] = [first % length, second % length].toSorted((a, b) => a - b);
        expect(made.text).toContain(normaliseQuote(made.verbatim({ start, end })));
      }),
      { numRuns: 2000 },
    );
  });
});
