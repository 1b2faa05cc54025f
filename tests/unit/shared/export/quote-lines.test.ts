import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { quoteLines } from '../../../../electron/shared/export/quote-lines.ts';
import type { Item } from '../../../../electron/shared/model/briefing.ts';

const markdown = new MarkdownIt();

function itemOf(changes: Partial<Item>): Item {
  return { kind: 'paragraph', text: 'The ferry runs.', marker: null, ...changes };
}

function linesOf(changes: Partial<Item>): readonly string[] {
  const item = itemOf(changes);
  return quoteLines(item.text, item);
}

describe('quoteLines', () => {
  it('quotes a passage part by part', () =>
    expect(quoteLines('One *part*.\nAnother.', null)).toEqual([
      '> One \\*part\\*.',
      '>',
      '> Another.',
    ]));

  it.each<[string, Partial<Item>, readonly string[]]>([
    ['a paragraph', {}, ['> The ferry runs.']],
    ['a bullet', { kind: 'bullet', marker: '•' }, ['> - The ferry runs.']],
    ['a numbered bullet', { kind: 'bullet', marker: '3.' }, ['> 3. The ferry runs.']],
    ['a quotation', { kind: 'quote' }, ['> > The ferry runs.']],
    ['a quotation in another', { kind: 'quote', level: 2 }, ['> > > The ferry runs.']],
    [
      'code',
      { kind: 'code', text: 'if (ferry)\n\n\tgo();' },
      ['> ```', '> if (ferry)', '>', '> \tgo();', '> ```'],
    ],
    [
      'code with a fence in it',
      { kind: 'code', text: '```\nx' },
      ['> ````', '> ```', '> x', '> ````'],
    ],
    [
      'a row',
      {
        kind: 'row',
        text: 'North|ern\t4',
        cells: [
          { start: 0, end: 9, isHeading: false },
          { start: 10, end: 11, isHeading: false },
        ],
      },
      ['> | North\\|ern | 4 |', '> | --- | --- |'],
    ],
    [
      'a row that states no cells',
      { kind: 'row', text: 'a\tb' },
      ['> | a | b |', '> | --- | --- |'],
    ],
  ])('writes %s as what it is', (_, changes, lines) => expect(linesOf(changes)).toEqual(lines));

  it('keeps every line of code, whatever stands in it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('`', '```', '> ', 'a', ' ', '\n', '\t', '~~~', '<b>')),
        (pieces) => {
          const text = pieces.join('');
          const [quote, fence] = markdown.parse(linesOf({ kind: 'code', text }).join('\n'), {});
          expect(quote?.type).toBe('blockquote_open');
          expect(fence?.type).toBe('fence');
          expect(fence?.content).toBe(`${text}\n`);
        },
      ),
    ));
});
