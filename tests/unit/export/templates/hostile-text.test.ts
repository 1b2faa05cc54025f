import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Flavour } from '../../../../electron/export/templates/flavours.ts';
import { renderEntry } from '../../../../electron/export/templates/render-entry.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import type { Briefing, Item } from '../../../../electron/shared/model/briefing.ts';
import { referenceTo } from '../../../../electron/shared/model/reference-to.ts';
import { passageOf } from '../../../support/export/entries.ts';
import { briefingOf } from '../../shared/briefings.ts';
import { annotationOf, listingOf } from '../../shared/marks.ts';
import { writingOptions } from './writing.ts';

const markdown = new MarkdownIt({ html: true });

const flavours: readonly Flavour[] = ['markdown', 'obsidian', 'logseq'];

const piece = fc.constantFrom(
  ...['a', 'Wörter', '1.', '12)', ' ', '  ', '\t', '*', '**', '_', '`', '```', '~~', '==', '<b>'],
  ...['<!--', '-->', '&amp;', '&', '#', '# ', '- ', '+ ', '> ', '[x](y)', '![x](y)', '[[x]]', ']'],
  ...[
    '|',
    '\\',
    '¿',
    '§',
    '.',
    '!',
    '$x$',
    '%%',
    '^id',
    '::',
    'a::',
    '((',
    '{{x}}',
    '---',
    '渡',
    '🚢',
  ],
  ...['http://a.b', '\u00a0', 'e\u0301', '\u200f', 'id:: x', '<script>', '</p>', '(', ')', ':'],
);

const words = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '');

function entryOf(changes: Partial<Briefing>, exact: string | null): ExportEntry {
  const listing = listingOf(1);
  const briefing = briefingOf({ figures: [], dek: null, ...changes });
  // The file is as it was: a passage whose like stands elsewhere, too, is found by its position.
  const target =
    exact === null ? null : passageOf(briefing, 'sections/0/items/0', exact, listing.fingerprint);
  const reference = { ...referenceTo(listing), headline: briefing.headline };
  const annotations = target === null ? [] : [annotationOf(1, { target, note: '' })];
  return { reference, briefing, marks: { annotations, bookmarks: [] } };
}

function rendered(entry: ExportEntry, flavour: Flavour, withText: boolean): string {
  const made = renderEntry(entry, flavour, writingOptions({ withText }));
  if (!made.ok) throw new Error(made.problem.message);
  // Front matter is not Markdown.
  return flavour === 'obsidian' ? made.value.slice(made.value.indexOf('\n---\n') + 5) : made.value;
}

/** What is shown of Markdown: its words, without white space. */
function shown(source: string): string {
  const tokens = markdown.parse(source, {}).flatMap(({ children, content, type }) => {
    if (children === null) return type === 'fence' || type === 'code_block' ? [content] : [];
    return children.map((child) => (child.type === 'image' ? '<image>' : child.content));
  });
  return tokens.join('').replaceAll(/[\s\u200f]+/g, '');
}

function bare(text: string): string {
  return text.replaceAll(/[\s\u200f]+/g, '');
}

describe.each(flavours)('text of a briefing in %s', (flavour) => {
  const paragraph = (text: string): Item => ({ kind: 'paragraph', text, marker: null });

  it('stays text, whatever stands in it', () => {
    const kinds = fc.constantFrom('paragraph', 'bullet', 'quote', 'code');
    fc.assert(
      fc.property(words, words, words, kinds, (headline, heading, text, kind) => {
        const items: readonly Item[] = [{ kind, text, marker: null }];
        const sections = [
          { heading, items },
          { heading: null, items: [paragraph('The end.')] },
        ];
        const source = rendered(entryOf({ headline, sections }, null), flavour, true);
        const visible = shown(source);
        for (const one of [headline, heading, text, 'The end.'])
          expect(visible).toContain(bare(one));
        expect(markdown.parse(source, {}).some(({ type }) => type === 'html_block')).toBe(false);
        expect(inlineTypes(source)).not.toContain('html_inline');
        expect(inlineTypes(source)).not.toContain('image');
        expect(inlineTypes(source)).not.toContain('em_open');
      }),
      { numRuns: 400 },
    );
  });

  it('is marked from the first to the last letter of a passage', () => {
    fc.assert(
      fc.property(words, words, words, (before, passage, after) => {
        const exact = passage.trim();
        const text = before + exact + after;
        const sections = [{ heading: null, items: [paragraph(text)] }];
        fc.pre(!exact.includes('\u200f'));
        fc.pre(
          text.indexOf(exact) === before.length && !text.slice(before.length + 1).includes(exact),
        );
        const entry = entryOf({ headline: 'Ferries', sections }, exact);
        const source = rendered(entry, flavour, true);
        expect(strongOf(source, flavour)).toBe(bare(exact));
      }),
      { numRuns: 400 },
    );
  });

  it('is a table with every cell, though rows are of different lengths', () => {
    const row = (text: string): Item => ({ kind: 'row', text, marker: null });
    const items = [row('Port'), row('Valmar\tnoon\t*late*'), row('a|b\t')];
    const entry = entryOf({ sections: [{ heading: null, items }] }, null);
    const source = rendered(entry, flavour, true);
    const cells = markdown
      .parse(source, {})
      .flatMap(({ type }, index, all) =>
        type === 'td_open' || type === 'th_open' ? [all[index + 1]?.children ?? []] : [],
      )
      .map((children) => children.map(({ content }) => content).join(''));
    expect(cells).toEqual(['Port', '', '', 'Valmar', 'noon', '*late*', 'a|b', '', '']);
  });
});

function inlineTypes(source: string): readonly string[] {
  return markdown
    .parse(source, {})
    .flatMap(({ children }) => children ?? [])
    .filter(({ type, content }) => !(type === 'html_inline' && /^<!-- rd-\w+ -->$/.test(content)))
    .map(({ type }) => type);
}

/** What is marked in the text, without white space. */
function strongOf(source: string, flavour: Flavour): string {
  const text = source.slice(source.indexOf('## Text'), source.indexOf('## Notes'));
  if (flavour !== 'markdown') {
    const parts = text
      .replaceAll(/\\[^]|==/g, (found) => (found === '==' ? '\u0001' : found))
      .split('\u0001');
    return bare(shown(parts[1] ?? ''));
  }
  const children = markdown.parse(text, {}).flatMap((token) => token.children ?? []);
  let isStrong = false;
  const strong: string[] = [];
  for (const { type, content } of children) {
    if (type === 'strong_open' || type === 'strong_close') isStrong = type === 'strong_open';
    else if (isStrong) strong.push(content);
  }
  return bare(strong.join(''));
}

describe('the properties of an Obsidian note', () => {
  it('are YAML that says what the briefing says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary' }),
        (headline, more) => {
          const entry = entryOf({ headline: headline + more }, null);
          const made = renderEntry(entry, 'obsidian', writingOptions());
          const source = made.ok ? made.value : '';
          const properties: unknown = parseYaml(source.split('\n---\n')[0]?.slice(4) ?? '');
          expect(properties).toMatchObject({
            title: headline + more,
            source: 'Harbour Post',
            file: 'ferries-1.txt',
            'readout-id': entry.reference.id,
          });
        },
      ),
    );
  });
});
