import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../../../electron/library/formats/markdown/parse-markdown.ts';
import { fileOf, linkedTexts, parsed, textsOf } from '../../../../support/formats/parsed.ts';
import { arbitraryDocument, WordSource } from '../../../../support/formats/random-document.ts';
import { toMarkdown } from '../../../../support/formats/render-markdown.ts';

test('every word comes back once, in order, and links lead from their words', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDocument, async (blocks) => {
      const source = new WordSource();
      const text = toMarkdown([{ kind: 'heading', rank: 1, words }, ...blocks], source);
      const briefing = await parsed(parseMarkdown(fileOf(text, 'document.md')));
      expect(textsOf(briefing).join(' ').split(/\s+/)).toEqual(source.all);
      for (const { words: linked, target } of linkedTexts(briefing)) {
        expect(target).toBe(`https://example.org/${linked}`);
      }
      expect(linkedTexts(briefing)).toHaveLength(text.split('https://').length - 1);
    }),
  );
});

test('any text becomes a briefing, and none throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())), async (parts) => {
      const briefing = await parsed(parseMarkdown(fileOf(parts.join(''), 'document.md')));
      for (const text of textsOf(briefing)) expect(text.trim()).not.toBe('');
    }),
  );
});

const words = { count: 2, style: 'plain' } as const;

const pieces = [
  '\n',
  '\n\n',
  '# ',
  '> ',
  '- ',
  '1. ',
  '    ',
  '```',
  '|',
  '---',
  '[a](b)',
  '![c](d)',
  '*',
  '_',
  '`',
  '<b>',
  '\\',
  'word ',
  '[a]: b',
];
