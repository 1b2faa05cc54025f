import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../../electron/shared/export/file-name.ts';

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

describe('safeFileName', () => {
  it.each([
    ['an ordinary headline', 'Ferries run again - notes', 'Ferries run again - notes.md'],
    [
      'what no system refuses',
      'Änderung & 100 % (2026), “naïve” – 港',
      'Änderung & 100 % (2026), “naïve” – 港.md',
    ],
    ['path separators', '../../etc/passwd', 'etc passwd.md'],
    ['a Windows path', 'C:\\Windows\\notes', 'C Windows notes.md'],
    ['what Windows refuses', 'a<b>c:d"e|f?g*h', 'a b c d e f g h.md'],
    ['control characters', 'one\u0000two\nthree\u007ffour\u0085five', 'one two three four five.md'],
    ['marks of direction', 'ab\u202egpj.exe\u2066c\u061cd', 'ab gpj.exe c d.md'],
    ['zero-width characters', 'no\u200bspace\ufeff', 'no space.md'],
    ['half a character', 'broken \ud83d heart', 'broken heart.md'],
    ['runs of white space', '  so \t much\u00a0\u3000space  ', 'so much space.md'],
    ['dots and spaces at the ends', ' . .hidden file. . ', 'hidden file.md'],
    ['an empty text', '', 'Notes.md'],
    ['white space only', ' \n\t', 'Notes.md'],
    ['dots only', '...', 'Notes.md'],
    ['refused characters only', '/\\?*', 'Notes.md'],
    ['a decomposed accent', 'Cafe\u0301', 'Café.md'],
  ])('makes a name of %s', (_, text, name) => expect(safeFileName(text, '.md')).toBe(name));

  it.each(['CON', 'con', 'Prn', 'AUX', 'nul', 'COM1', 'com0', 'LPT9', 'COM¹', 'CONIN$', 'conout$'])(
    'does not take the name of the device %s',
    (device) => {
      expect(safeFileName(device, '.md')).toBe(`_${device}.md`);
      expect(safeFileName(`${device}.old`, '.md')).toBe(`_${device}.old.md`);
      expect(safeFileName(`${device} .old`, '.md')).toBe(`_${device} .old.md`);
    },
  );

  it.each(['Connect', 'COM10', 'Nullify', 'CON artists'])(
    'leaves %s, which only begins like a device',
    (text) => expect(safeFileName(text, '.md')).toBe(`${text}.md`),
  );

  it.each([
    ['ASCII', 'a'],
    ['two bytes each', 'é'],
    ['three bytes each', '港'],
    ['four bytes each', '👍'],
  ])('cuts long names of characters of %s to 200 bytes, between characters', (_, character) => {
    const name = safeFileName(character.repeat(300), '.md');
    const kept = Math.floor(197 / byteLength(character));
    expect(name).toBe(`${character.repeat(kept)}.md`);
  });

  it('leaves neither dot nor space where a long name was cut', () =>
    expect(safeFileName(`${'a'.repeat(195)} . b`, '.md')).toBe(`${'a'.repeat(195)}.md`));

  it('makes a name that Windows, macOS and Linux accept of any text', () => {
    const pieces = fc.constantFrom(
      'CON',
      'nul',
      '.',
      ' ',
      '/',
      '\\',
      '\u202e',
      '\ud800',
      'é',
      '👍',
      '\n',
      'a',
      'lpt1',
      '$',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400, size: 'max' }),
      fc.array(pieces, { maxLength: 80, size: 'max' }).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('.md', '.json', ''), (text, extension) => {
        const name = safeFileName(text, extension);
        expect(name.endsWith(extension)).toBe(true);
        expect(name.length).toBeGreaterThan(extension.length);
        expect(byteLength(name)).toBeLessThanOrEqual(201);
        expect(name).toBe(name.toWellFormed());
        expect(name).toBe(name.normalize('NFC'));
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(name.split('.')[0]?.trimEnd()).not.toMatch(
          /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])$/i,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
