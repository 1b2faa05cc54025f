import { describe, expect, it } from 'vitest';
import { counted, formatNumber } from '../../../../renderer/ui/count.ts';

describe('counted', () => {
  it.each([
    [0, '0 notes'],
    [1, '1 note'],
    [2, '2 notes'],
    [1204, '1,204 notes'],
  ])('says %d as %s', (count, text) => expect(counted(count, 'note')).toBe(text));

  it('takes a plural of its own', () => {
    expect(counted(2, 'story', 'stories')).toBe('2 stories');
    expect(counted(1, 'story', 'stories')).toBe('1 story');
  });
});

describe('formatNumber', () => {
  it('parts the thousands', () => expect(formatNumber(12408)).toBe('12,408'));
});
