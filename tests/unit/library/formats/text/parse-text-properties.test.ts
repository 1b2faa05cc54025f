import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Briefing,
  briefingSchema,
  type Figure,
  type Item,
} from '../../../../../electron/shared/model/briefing.ts';
import { parseText } from '../../../../../electron/library/formats/text/parse-text.ts';
import {
  anyString,
  parserRuns,
  storyLikeText,
  utf16Of,
} from '../../../../support/library/arbitrary-text.ts';
import { modifiedAt } from '../../../../support/library/parsing.ts';

const settings = { numRuns: parserRuns };

/** Stands in for a missing headline; no generated line is the same. */
const stem = 'a name that no line has';

function parsed(bytes: Uint8Array): ReturnType<typeof parseText> {
  return parseText({ bytes, fileName: `${stem}.txt`, modifiedAt, pictures: ['1.jpg'] });
}

/**
 * A line without what the model may leave out: white space around and between its parts, the prefix
 * of a file photo, which is a flag, and the case of the word that stands for a bare slot.
 */
function keyOf(line: string): string {
  const bare = line.replace(/\s+/g, '').replace(/^(?:FILEPHOTO:)+(?=.)/i, '');
  return bare.toLowerCase() === 'image' ? 'image' : bare;
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .filter((line) => line.trim() !== '')
    .map(keyOf);
}

function figureLine({ caption, credit }: Figure): string {
  return caption === null && credit === null
    ? 'image'
    : `${caption ?? ''}${credit?.verbatim ?? ''}`;
}

function itemLine({ marker, text }: Item): string {
  return `${marker ?? ''} ${text}`;
}

/** The lines of the running text, in order. */
function bodyOf({ sections }: Briefing): readonly string[] {
  return sections
    .flatMap(({ heading, items }) => [
      ...(heading === null ? [] : [heading]),
      ...items.map(itemLine),
    ])
    .map(keyOf);
}

/** Every line that the model holds beside the headline. */
function modelLines(briefing: Briefing): readonly string[] {
  return [
    ...(briefing.dek === null ? [] : [keyOf(briefing.dek)]),
    ...briefing.figures.map(figureLine).map(keyOf),
    ...briefing.furniture.map(keyOf),
    ...bodyOf(briefing),
  ];
}

/** The lines that must be in the model: all but those of front matter that could be read. */
function textLines(text: string, { warnings }: Briefing): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  const isBroken = warnings.some(({ kind }) => kind === 'front matter');
  if (lines[0]?.trimEnd() !== '---' || isBroken) return linesOf(text);
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  return linesOf(lines.slice(end + 1).join('\n'));
}

/** What is left of `lines` without `others`, each as often as it occurs. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...lines];
  for (const other of others) {
    const index = rest.indexOf(other);
    if (index !== -1) rest.splice(index, 1);
  }
  return rest;
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let position = 0;
  return part.every((line) => {
    position = whole.indexOf(line, position) + 1;
    return position > 0;
  });
}

describe('parseText', { timeout: 20_000 + 10 * parserRuns }, () => {
  it('makes a valid model or a problem of any bytes, always the same one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const result = parsed(bytes);
        if (result.ok) expect(briefingSchema.safeParse(result.value).success).toBe(true);
        else expect(result.problem.kind).toBe('unreadable');
        expect(parsed(Uint8Array.from(bytes))).toEqual(result);
      }),
      settings,
    );
  });

  it('makes a valid model of any text, always the same one', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, storyLikeText), (text) => {
        const result = parsed(utf16Of(text));
        fc.pre(result.ok);
        expect(briefingSchema.safeParse(result.value).success).toBe(true);
        expect(parsed(utf16Of(text))).toEqual(result);
      }),
      settings,
    );
  });

  it('loses no line and invents none', () => {
    fc.assert(
      fc.property(storyLikeText, (text) => {
        const result = parsed(utf16Of(text));
        fc.pre(result.ok);
        const briefing = result.value;
        const inFile = textLines(text, briefing);
        const inModel = modelLines(briefing);
        // The headline is a line of the file, or it is from the front matter or the file's name.
        const missing = without(inFile, inModel);
        expect(missing).toEqual(missing.length === 0 ? [] : [keyOf(briefing.headline)]);
        expect(without(inModel, inFile)).toEqual([]);
      }),
      settings,
    );
  });

  it('keeps the order of the running text and of the figures', () => {
    fc.assert(
      fc.property(storyLikeText, (text) => {
        const result = parsed(utf16Of(text));
        fc.pre(result.ok && result.value.warnings.every(({ kind }) => kind !== 'front matter'));
        const inFile = textLines(text, result.value);
        expect(isSubsequence(bodyOf(result.value), inFile)).toBe(true);
        expect(isSubsequence(result.value.figures.map(figureLine).map(keyOf), inFile)).toBe(true);
      }),
      settings,
    );
  });

  it('does not depend on the kind of the line ends', () => {
    fc.assert(
      fc.property(
        storyLikeText.map((text) => text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')),
        fc.constantFrom('\r\n', '\r', '\u0085', '\u2028', '\u2029'),
        (text, end) => {
          const results = [text, text.replaceAll('\n', end)].map(utf16Of).map(parsed);
          // What a tenth of is control characters is no text, and two line ends are more than one.
          fc.pre(results.every(({ ok }) => ok));
          expect(results[1]).toEqual(results[0]);
        },
      ),
      settings,
    );
  });

  it('does not depend on the encoding', () => {
    fc.assert(
      fc.property(storyLikeText, (text) => {
        fc.pre(text.isWellFormed());
        const bytes = new TextEncoder().encode(`\ufeff${text}`);
        expect(parsed(bytes)).toEqual(parsed(utf16Of(text)));
      }),
      settings,
    );
  });
});

function briefingOf(text: string): Briefing {
  const result = parsed(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

describe('a very large file', () => {
  const start = 'Port Reopens\n\nShips are moving.\n\n';

  it.each([
    ['bullets', '• It reopened on Nov. 19.'],
    ['captions', 'A ship in Valmar, November 18, 2025. REUTERS/Ada Lorne'],
    ['slots', 'Image'],
    ['headings', 'Quotes'],
    ['unknown headings', '\nWhat Happens Next\n'],
    ['furniture', 'Hero image'],
    ['paragraphs', 'It reopened.'],
    ['rules', '---'],
  ])('keeps all of 200,000 %s', { timeout: 60_000 }, (_name, line) => {
    const count = 200_000;
    const lines = `${line}\n`.repeat(count);
    for (const rest of [`${lines}• One.`, `• One.\n${lines}`]) {
      expect(modelLines(briefingOf(start + rest))).toHaveLength(count + 2);
    }
  });

  it.each([
    ['letters', 'x'],
    ['spaces', 'x '],
    ['brackets', '(['],
    ['slashes', 'A/'],
    ['days', 'Nov. 19 '],
    ['full stops', 'a. '],
    ['bullets', '• '],
    ['names', 'REUTERS/Ada Lorne/'],
  ])('keeps a line of 4 million code units of %s', { timeout: 60_000 }, (_name, piece) => {
    const line = piece.repeat(4_000_000 / piece.length).trim();
    const briefing = briefingOf(`${start}${line}\n\nOverview\n${line}\n• ${line}`);
    const expected = [line, line, `• ${line}`].map(keyOf);
    const long = modelLines(briefing).filter((text) => text.length > 1_000_000);
    // Compared by hand, because a difference of such lines cannot be printed.
    expect(long.length).toBe(3);
    expect(long.every((text, index) => text === expected[index])).toBe(true);
  });
});
