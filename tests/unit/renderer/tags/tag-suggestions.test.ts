import { describe, expect, it } from 'vitest';
import { suggestTags, withOuterTags } from '../../../../renderer/tags/tag-suggestions.ts';

describe('withOuterTags', () => {
  it('names every tag once, with those that it is inside of', () =>
    expect(withOuterTags(['ports', 'a/b/c', 'a/b'])).toEqual(['a', 'a/b', 'a/b/c', 'ports']));
});

describe('suggestTags', () => {
  const known = ['Énergie/réseau', 'ports', 'sports', 'sea/ports', 'trade'];

  it.each([
    ['por', ['ports', 'sea/ports', 'sports']],
    ['#PORTS', ['ports', 'sea/ports', 'sports']],
    ['energie/', ['Énergie/réseau']],
    ['sea', ['sea', 'sea/ports', 'Énergie/réseau']],
    ['nothing', []],
  ])('answers “%s”', (typed, expected) => expect(suggestTags(typed, known, [])).toEqual(expected));

  it('leaves out what is taken', () =>
    expect(suggestTags('port', known, ['ports'])).toEqual(['sea/ports', 'sports']));

  it('proposes everything, up to eight, where nothing is typed', () =>
    expect(suggestTags('', Array.from('abcdefghij'), [])).toEqual(Array.from('abcdefgh')));
});
