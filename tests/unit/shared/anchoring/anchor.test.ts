import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { anchor } from '../../../../electron/shared/anchoring/anchor.ts';
import { describe } from '../../../../electron/shared/anchoring/describe.ts';
import { contextLength, type Passage } from '../../../../electron/shared/anchoring/passage.ts';

const story =
  'The ferry to Valmar runs again, says the harbour office; the ferry to Norland stays in port until Friday.';

function passageOf(text: string, quote: string, from = 0): Passage {
  const start = text.indexOf(quote, from);
  if (start === -1) throw new Error(`“${quote}” is not in the text.`);
  return { start, end: start + quote.length };
}

/** Marks a quote in one text and finds it in another; `null` where it is not found. */
function marked(before: string, quote: string, after: string, from = 0): string | null {
  const passage = anchor(after, describe(before, passageOf(before, quote, from)));
  return passage === null
    ? null
    : `${after.slice(0, passage.start)}[${after.slice(passage.start, passage.end)}]${after.slice(passage.end)}`;
}

suite('anchor in the text that was marked', () => {
  it.each([
    ['a word', story, 'Valmar'],
    ['the whole text', story, story],
    ['the start', story, 'The ferry'],
    ['the end', story, 'until Friday.'],
    ['one space', 'a b', ' '],
    ['an emoji of several characters', 'Crew 👩‍🚒👨‍👩‍👧 waved', '👨‍👩‍👧'],
    ['combining marks', 'Cafe\u0301 and Cafe\u0301s', 'Cafe\u0301s'],
    ['Arabic', 'وصلت العبارة إلى الميناء يوم الجمعة', 'العبارة'],
    ['Hebrew in English', 'The ship שלום, and again שלום.', 'שלום.'],
    ['Japanese', '港に船が着いた。船は金曜に出る。', '船は'],
  ])('finds %s', (_, text, quote) => {
    const passage = passageOf(text, quote);
    expect(anchor(text, describe(text, passage))).toEqual(passage);
  });

  it('tells two identical words apart', () => {
    const second = passageOf(story, 'ferry', 10);
    expect(anchor(story, describe(story, second))).toEqual(second);
  });

  it('finds the middle one of identical words with identical surroundings by its position', () => {
    const text = 'ship '.repeat(60);
    const passage = { start: 150, end: 154 };
    expect(anchor(text, describe(text, passage))).toEqual(passage);
  });

  it('finds any range of any text, whatever it is made of', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
      fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }),
      fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 200, size: 'max' }),
      fc.string({
        unit: fc.constantFrom('👩‍🚒', 'e\u0301', 'ש', 'ا', 'a'),
        maxLength: 100,
        size: 'max',
      }),
    );
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, first, second) => {
        const [start = 0, end = 0] = [first % (text.length + 1), second % (text.length + 1)].sort(
          (one, other) => one - other,
        );
        const expected = start === end ? null : { start, end };
        expect(anchor(text, describe(text, { start, end }))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

suite('anchor in a text that was edited', () => {
  it('follows a passage that moved', () =>
    expect(marked(story, 'Norland', `Correction, Friday: ${story}`)).toBe(
      `Correction, Friday: ${story.replace('Norland', '[Norland]')}`,
    ));

  it('follows the second of two words when the text before them grows', () => {
    const after = story.replace('The ', 'After the storm, the ');
    expect(marked(story, 'ferry', after, 10)).toBe(
      after.replace('the ferry to N', 'the [ferry] to N'),
    );
  });

  it('keeps the place when an identical passage is put in elsewhere', () => {
    const after = `A ferry burned on Monday. ${story}`;
    expect(marked(story, 'ferry', after)).toBe(after.replace('The ferry', 'The [ferry]'));
  });

  it('follows a long quote whose surroundings all changed', () => {
    const quote = 'says the harbour office; the ferry to Norland stays';
    expect(marked(story, quote, `Later he ${quote} away.`)).toBe(`Later he [${quote}] away.`);
  });

  it('follows a word when one side of it was rewritten', () => {
    const after = story.replace('The ferry to', 'Since noon the old boat bound for');
    expect(marked(story, 'Valmar', after)).toBe(after.replace('Valmar', '[Valmar]'));
  });

  it('loses a passage whose own words changed', () =>
    expect(marked(story, 'runs again', story.replace('runs again', 'is running'))).toBeNull());

  it('does not take the other word when the marked one is gone', () => {
    const after = story.replace('The ferry', 'The boat');
    expect(after).toContain('ferry');
    expect(marked(story, 'ferry', after)).toBeNull();
  });

  it('does not take a word that happens to stand in an unrelated text', () =>
    expect(
      marked(story, 'Valmar', 'Fishermen of Valmar protest against the new quota in the capital.'),
    ).toBeNull());

  it('chooses none of two equally likely places', () => {
    const before = 'It was said that the quay is open today.';
    const passage = 'the quay is open';
    expect(marked(before, passage, `1. ${before} 2. ${before}`)).toBeNull();
  });

  it('finds nothing for an empty quote', () =>
    expect(anchor(story, describe(story, { start: 4, end: 4 }))).toBeNull());

  it('finds nothing in an empty text', () =>
    expect(anchor('', describe(story, passageOf(story, 'Valmar')))).toBeNull());
});

/** A text with a passage in it, and one edit outside of the passage. */
const edits = fc
  .record({
    unit: fc.constantFrom<fc.StringConstraints['unit'][]>(
      'grapheme',
      fc.constantFrom('a', 'b', ' ', 'é', '👍'),
    ),
    inFront: fc.boolean(),
  })
  .chain(({ unit, inFront }) => {
    const text = (maxLength: number) =>
      fc.string({ ...(unit && { unit }), maxLength, size: 'max' });
    return fc.record({
      inFront: fc.constant(inFront),
      head: text(120),
      quote: text(30),
      tail: text(120),
      inserted: text(60),
      at: fc.nat(),
      removed: fc.nat({ max: 40 }),
    });
  });

function editOf(text: string, at: number, removed: number, inserted: string): string {
  const offset = at % (text.length + 1);
  return text.slice(0, offset) + inserted + text.slice(offset + removed);
}

/** How many code units of the stored context stand around a place, at most 64. */
function contextAround(text: string, { start, end }: Passage, prefix: string, suffix: string) {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix.at(-1 - before)) before += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
}

suite('anchor after a random edit elsewhere', () => {
  it('finds the passage, or nothing, or a place that fits what was stored at least as well', () => {
    fc.assert(
      fc.property(edits, ({ inFront, head, quote, tail, inserted, at, removed }) => {
        fc.pre(quote !== '');
        const selectors = describe(head + quote + tail, {
          start: head.length,
          end: head.length + quote.length,
        });
        const newHead = inFront ? editOf(head, at, removed, inserted) : head;
        const newTail = inFront ? tail : editOf(tail, at, removed, inserted);
        const text = newHead + quote + newTail;
        const right = { start: newHead.length, end: newHead.length + quote.length };
        const found = anchor(text, selectors);
        if (found === null || found.start === right.start) return;
        const { prefix, suffix } = selectors.quote;
        expect(text.slice(found.start, found.end)).toBe(quote);
        const context = contextAround(text, found, prefix, suffix);
        expect(context).toBeGreaterThanOrEqual(contextAround(text, right, prefix, suffix));
      }),
      { numRuns: 1000 },
    );
  });

  it('always finds a passage that stands once, with its context as it was', () => {
    const plain = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '👍', ' '),
      maxLength: 80,
      size: 'max',
    });
    fc.assert(
      fc.property(plain, plain, plain, plain, (head, tail, above, below) => {
        const quote = 'the Valmar ferry';
        const margin = '–'.repeat(contextLength);
        const before = head + margin + quote + margin + tail;
        const after = above + margin + quote + margin + below;
        const start = head.length + contextLength;
        const found = anchor(after, describe(before, { start, end: start + quote.length }));
        expect(found?.start).toBe(above.length + contextLength);
      }),
    );
  });

  it('never marks a duplicate whose surroundings differ after the passage was cut out', () => {
    const words = fc.array(fc.constantFrom('quay', 'tide', 'mast', 'crew', 'hull', 'rope'), {
      minLength: 12,
      maxLength: 30,
      size: 'max',
    });
    fc.assert(
      fc.property(words, words, words, (head, tail, other) => {
        const around = (text: readonly string[]) => text.join(' ').toUpperCase();
        const before = `${head.join(' ')} ferry ${tail.join(' ')} | ${around(other)} ferry ${around(other)}`;
        const selectors = describe(before, passageOf(before, 'ferry'));
        expect(anchor(before.replace('ferry', ''), selectors)).toBeNull();
      }),
    );
  });
});
