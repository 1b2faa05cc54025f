import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownWriter } from '../../../../electron/export/templates/markdown-writer.ts';
import { readImportFile } from '../../../../electron/import/readers/read-import-file.ts';
import { entrySource, exportEntries } from '../../../support/export/entries.ts';
import { writingOptions, writtenJson } from '../../export/web-annotation/written-json.ts';
import { readAs } from './read-fixture.ts';

const encoder = new TextEncoder();

function messageOf(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const file = readImportFile('notes.json', bytes);
  if (file.ok) throw new Error('It was read.');
  expect(file.problem.kind).toBe('unreadable');
  return file.problem.message;
}

const csv = 'Highlight,Note\nOne,Two\n';
const json = '{"target":"https://a.example/","bodyValue":"Two"}';

/** So that a machine with much to do comes to the end of the properties, too. */
const patience = 60_000;

describe('readImportFile', () => {
  it('knows a file by its content, whatever its name ends with', () => {
    expect(readAs('notes.md', csv).marks).toMatchObject([{ note: 'Two' }]);
    expect(readAs('notes.csv', ` \n${json}`).marks).toMatchObject([{ note: 'Two' }]);
    expect(readAs('notes', '## Notes\n\n- **The whole briefing**\n\n  Two\n').marks).toMatchObject([
      { note: 'Two' },
    ]);
  });

  it('reads UTF-16 and a byte order mark', () => {
    const utf16 = Buffer.from(`\ufeff${json}`, 'utf16le');
    expect(readAs('notes.json', utf16).marks).toMatchObject([{ note: 'Two' }]);
    expect(readAs('notes.json', `\ufeff${json}`).marks).toMatchObject([{ note: 'Two' }]);
  });

  it.each([
    ['a file without anything', '', 'notes.json has no notes that can be read.'],
    ['a text', 'A shopping list', 'notes.json has no notes that can be read.'],
    ['a picture', new Uint8Array(5000).fill(1), 'notes.json has no notes that can be read.'],
    ['NULs', new Uint8Array(5000), 'notes.json has no notes that can be read.'],
    ['a table of something else', 'Name,Price\nTea,3\n', 'notes.json has no notes'],
    ['JSON that is cut off', '{"items":[{"id":', 'It is no valid JSON; the file may be cut off'],
    ['JSON of something else', '{"a":1}', 'There are no annotations in this JSON file.'],
    ['a quotation mark without an end', 'Highlight\n"One', 'It is no valid CSV'],
    ['pages that are elsewhere', '{"first":"https://a.example/p1"}', 'There are no annotations'],
  ])('says what is wrong with %s', (_, content, message) => {
    expect(messageOf(content)).toContain(message);
  });

  it('says that a file is too large', () => {
    const large = { length: 200 * 1024 * 1024 } as Uint8Array;
    expect(messageOf(large)).toBe('notes.json is larger than 128 MB. Split it into smaller files.');
  });

  it.each([
    ['JSON', `[${'0,'.repeat(500_000)}0]`],
    ['CSV', `Highlight\n${'a\n'.repeat(500_001)}`],
    ['Markdown', `## Notes\n\n${'- **a**\n'.repeat(500_001)}`],
  ])(
    'says that there are too many notes in %s',
    (_, text) => {
      const message = 'It has more than 500,000 notes. Split it into smaller files.';
      expect(messageOf(text)).toContain(message);
    },
    patience,
  );
});

describe('hostile files', { timeout: patience }, () => {
  it('is not harmed by names of prototypes', () => {
    const file = readAs(
      'notes.json',
      `{"__proto__":{"polluted":1},"items":[{"__proto__":{"polluted":1},"constructor":{"prototype":
      {"polluted":1}},"target":{"__proto__":{"source":"a:b"}},"bodyValue":"x"}],
      "readout:briefings":[{"id":"__proto__","readout:headline":"x"}]}`,
    );
    expect(file.marks).toMatchObject([{ note: 'x', source: { address: null, headline: null } }]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    const csvFile = readAs('n.csv', 'Highlight,__proto__,constructor\nOne,x,y\n');
    expect(csvFile.marks).toHaveLength(1);
  });

  it.each(['[', '{"target":', '{"first":', '{"items":[', '{"target":{"selector":{"refinedBy":'])(
    'does not fall into %s that repeats',
    (opening) => {
      const depth = 200_000;
      const closing = Array.from(opening)
        .toReversed()
        .map((sign) => ({ '[': ']', '{': '}' })[sign] ?? '')
        .join('');
      const nested = `${opening.repeat(depth)}1${closing.repeat(depth)}`;
      expect(() => readImportFile('n.json', encoder.encode(nested))).not.toThrow();
    },
  );

  it.each([
    ['spaces', `## Notes\n\n- **a** · ${' '.repeat(200_000)}x`],
    ['asterisks', `## Notes\n\n- **${'*'.repeat(200_000)}`],
    ['backslashes', `## Notes\n\n- **${'\\'.repeat(200_001)}`],
    ['quotes', `## Notes\n\n- **a**\n\n  ${'> '.repeat(200_000)}`],
    ['bars', `## Notes\n\n- **a**\n\n  > ${'|'.repeat(200_000)}\n  > |${' --- |'.repeat(50_000)}x`],
    ['comments', `## Notes\n\n- **a** · ${'<!-- rd-'.repeat(50_000)}`],
    ['tags', `## Notes\n\n- **a** · ${'#a · '.repeat(100_000)}`],
    ['tags of Readwise', `Highlight,Note\na,${'.a '.repeat(100_000)}`],
    ['quotation marks', `Highlight,Note\n${'"'.repeat(200_000)}`],
    ['callouts', `## Notes\n\n> [!info|blue] ${'a '.repeat(100_000)}\n${'>\n'.repeat(100_000)}`],
    ['a headline', `# ${'**\\[1'.repeat(50_000)}\n\n## Notes\n\n- **a**\n`],
    ['properties', `---\n${'file: "'.repeat(50_000)}\n---\n## Notes\n`],
    ['rules', `## Notes\n${'- '.repeat(100_000)}x`],
  ])('comes to an end for %s', (_, text) => {
    expect(() => readImportFile('n', encoder.encode(text))).not.toThrow();
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        readImportFile('n', bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws for JSON of any form', () => {
    const names = ['items', 'rows', 'target', 'selector', 'body', 'type', 'source', 'first', 'uri'];
    const key = fc.oneof(fc.constantFrom(...names, '__proto__', 'refinedBy'), fc.string());
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, 7, true, 'TextQuoteSelector', 'Choice'),
        fc.string(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(value, (document) => {
        readImportFile('n', encoder.encode(JSON.stringify(document)));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws for files of this app with anything put into them', async () => {
    const texts = [await writtenJson(exportEntries()), csv];
    for (const flavour of ['markdown', 'obsidian'] as const) {
      const pieces: string[] = [];
      const written = markdownWriter(flavour)(entrySource(exportEntries()), writingOptions);
      for await (const piece of written) pieces.push(String(piece));
      texts.push(pieces.join(''));
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat(50),
        fc.string(),
        (text, at, cut, put) => {
          const place = at % text.length;
          const edited = text.slice(0, place) + put + text.slice(place + cut);
          readImportFile('n', encoder.encode(edited));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
