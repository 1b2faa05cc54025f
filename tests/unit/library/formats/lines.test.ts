import { describe, expect, it } from 'vitest';
import { splitLines, toLines } from '../../../../electron/library/formats/lines.ts';

describe('splitLines', () => {
  it.each(['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029'])('splits at %j', (end) => {
    expect(splitLines(`one${end}${end} two `)).toEqual(['one', '', ' two ']);
  });

  it('counts CR LF as one end and LF CR as two', () => {
    expect(splitLines('a\r\nb\n\rc')).toEqual(['a', 'b', '', 'c']);
  });
});

describe('toLines', () => {
  it('drops blank lines and the white space around the others', () => {
    expect(toLines(['', ' a\t', ' \u00a0 ', 'b', 'c'])).toEqual([
      { text: 'a', blankBefore: true, blankAfter: true },
      { text: 'b', blankBefore: true, blankAfter: false },
      { text: 'c', blankBefore: false, blankAfter: true },
    ]);
  });

  it('makes nothing of nothing', () => {
    expect(toLines([])).toEqual([]);
  });
});
