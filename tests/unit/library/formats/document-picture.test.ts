import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPicture } from '../../../../electron/library/formats/document-picture.ts';

test.each([
  ['a.png', './a.png'],
  ['./a/b.png', './a/b.png'],
  [' a%20b.png?size=2#top', './a b.png'],
  ['100%.png', './100%.png'],
  ['', null],
  ['.', null],
  ['..', null],
  ['a/../b.png', null],
  ['%2e%2e%2fa.png', null],
  ['/a.png', null],
  ['//host/a.png', null],
  ['https://host/a.png', null],
  ['https%3A//host/a.png', null],
  [String.raw`a\b.png`, null],
  ['a%00.png', null],
])('%j is %j', (address, reference) => {
  expect(localPicture(address)).toBe(reference);
});

test('no reference leads out of the briefing’s folder', () => {
  const pieces = fc.constantFrom(
    '..',
    '.',
    '/',
    '%2e',
    '%2f',
    '%5c',
    '\\',
    ':',
    'a',
    '?',
    '#',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const reference = localPicture(parts.join(''));
      if (reference === null) return;
      expect(reference).toMatch(/^\.\/[^\\:]+$/);
      expect(reference.split('/').slice(1)).not.toContain('..');
    }),
  );
});
