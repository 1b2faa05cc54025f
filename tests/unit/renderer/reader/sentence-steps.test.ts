import { describe, expect, it } from 'vitest';
import { sentenceStep } from '../../../../renderer/reader/sentence-steps.ts';

const text = 'It left. Who knows? Nobody.';

describe('sentenceStep', () => {
  it.each([
    [0, 9],
    [3, 9],
    [9, 20],
    [20, 27],
    [27, null],
  ])('goes from %i forward to %s', (offset, expected) => {
    expect(sentenceStep(text, offset, 1, 'en')).toBe(expected);
  });

  it.each([
    [27, 20],
    [20, 9],
    [12, 9],
    [9, 0],
    [0, null],
  ])('goes from %i back to %s', (offset, expected) => {
    expect(sentenceStep(text, offset, -1, 'en')).toBe(expected);
  });

  it('goes nowhere in an empty text', () => {
    expect(sentenceStep('', 0, 1, null)).toBeNull();
    expect(sentenceStep('', 0, -1, null)).toBeNull();
  });

  it('knows other signs than full stops', () => {
    expect(sentenceStep('船走了。没人知道。', 0, 1, 'zh')).toBe(4);
  });
});
