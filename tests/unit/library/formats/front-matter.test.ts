import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../../electron/library/formats/front-matter.ts';

const empty = { headline: null, source: null, date: null, language: null };

describe('splitFrontMatter', () => {
  it('reads the keys and gives the lines after the block', () => {
    const lines = [
      '---',
      'title: Port Closes',
      'date: 2025-11-19',
      'source: "Harbour: desk"',
      'lang: fr',
    ];
    expect(splitFrontMatter([...lines, '---', 'Text'])).toEqual({
      frontMatter: {
        headline: 'Port Closes',
        source: 'Harbour: desk',
        date: '2025-11-19',
        language: 'fr',
      },
      lines: ['Text'],
      brokenLines: [],
    });
  });

  it('prefers `headline` and `language` to their other names', () => {
    const { frontMatter } = splitFrontMatter([
      '---',
      'title: One',
      'headline: Two',
      'lang: fr',
      'language: uk',
      '...',
    ]);
    expect(frontMatter).toMatchObject({ headline: 'Two', language: 'uk' });
  });

  it('takes only words and numbers for values', () => {
    const { frontMatter } = splitFrontMatter([
      '---',
      'title: [a]',
      'source: {b: c}',
      'date: 2025',
      '---',
    ]);
    expect(frontMatter).toEqual({ ...empty, date: '2025' });
  });

  it('takes an empty block for what it is', () => {
    expect(splitFrontMatter(['---', '---', 'Text'])).toEqual({
      frontMatter: empty,
      lines: ['Text'],
      brokenLines: [],
    });
  });

  it('leaves a text without a block alone', () => {
    const lines = ['Headline', '---', 'a: b', '---'];
    expect(splitFrontMatter(lines)).toEqual({ frontMatter: empty, lines, brokenLines: [] });
    expect(splitFrontMatter([])).toMatchObject({ lines: [], brokenLines: [] });
  });

  it.each([
    ['wrong YAML', ['---', 'a: [b', '---']],
    ['a list', ['---', '- a', '---']],
    ['an alias bomb', ['---', 'a: &a [x, x]', 'b: &b [*a, *a]', 'c: [*b, *b]', '---']],
    ['a nest of brackets', ['---', `a: ${'['.repeat(10_000)}`, '---']],
    ['a nest beyond reason', ['---', '['.repeat(1_000_000), '---']],
    ['a JavaScript function', ['---', 'a: !!js/function "function () {}"', 'a: 1', '---']],
  ])('gives back the lines of %s', (_name, block) => {
    const split = splitFrontMatter([...block, 'Text']);
    expect(split).toEqual({ frontMatter: empty, lines: ['Text'], brokenLines: block });
  });

  it('gives back only the dashes of a block without an end', () => {
    expect(splitFrontMatter(['---', 'Headline', 'Text'])).toEqual({
      frontMatter: empty,
      lines: ['Headline', 'Text'],
      brokenLines: ['---'],
    });
  });

  it('does not follow a key into the prototype', () => {
    const { frontMatter } = splitFrontMatter(['---', '__proto__: {source: x}', '---']);
    expect(frontMatter.source).toBeNull();
  });
});
