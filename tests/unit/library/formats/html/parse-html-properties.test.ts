import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../../electron/library/formats/html/parse-html.ts';
import { fileOf, linkedTexts, parsed, textsOf } from '../../../../support/formats/parsed.ts';
import { arbitraryDocument, WordSource } from '../../../../support/formats/random-document.ts';
import { toHtml } from '../../../../support/formats/render-html.ts';

test('every word comes back once, in order, and links lead from their words', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDocument, async (blocks) => {
      const source = new WordSource();
      const text = toHtml([{ kind: 'heading', rank: 1, words }, ...blocks], source);
      const briefing = await parsed(parseHtml(fileOf(text, 'document.html')));
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
      const briefing = await parsed(parseHtml(fileOf(parts.join(''), 'document.html')));
      for (const text of textsOf(briefing)) expect(text.trim()).not.toBe('');
    }),
  );
});

const words = { count: 2, style: 'plain' } as const;

const names = [
  'p',
  'div',
  'a href="x"',
  'h1',
  'h2',
  'ul',
  'li',
  'blockquote',
  'pre',
  'table',
  'tr',
  'td',
  'th',
  'figure',
  'figcaption',
  'img alt="y" src="z"',
  'br',
  'html',
  'body',
  'head',
  'nav',
  'b',
  'svg',
  'math',
  'template',
  'form',
];
const pieces = [
  ...names.map((name) => `<${name}>`),
  ...names.map((name) => `</${name.split(' ')[0]}>`),
  'word',
  ' ',
  '\n',
  '&amp;',
  '&#0;',
  '<!--',
  '-->',
  '<![CDATA[',
  '<!doctype html>',
];
