import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, type Anchoring, queryFor } from '../../../../electron/shared/anchoring/anchor.ts';
import { RunningText } from '../../../../electron/shared/anchoring/running-text.ts';
import type { PassageTarget } from '../../../../electron/shared/model/annotation.ts';
import { passageIn } from '../../../support/passages.ts';

const story =
  'The ferry to Valmar runs again, says the harbour office; the ferry to Norland stays in port until Friday.';

/** The parts of a text, one a line: `figures/0`, `figures/1` and so on. */
function partsOf(text: string) {
  return text.split('\n').map((line, index) => ({ path: `figures/${index}`, text: line }));
}

/** Marks the first `quote` of a text, or the one that `[` and `]` stand around. */
function mark(
  text: string,
  quote: string,
): { readonly target: PassageTarget; readonly text: string } {
  const opened = text.indexOf('[');
  if (opened === -1) return { target: passageIn(partsOf(text), quote), text };
  // A private character makes the bracketed place the first and only one.
  const plain = text.replace('[', '').replace(']', '');
  const twin = text.replace(`[${quote}]`, '\uE000'.repeat(quote.length));
  const { part, position } = passageIn(partsOf(twin), '\uE000'.repeat(quote.length));
  const running = new RunningText(partsOf(plain));
  const offset = running.offsetOf(part) ?? 0;
  const place = { start: offset + position.start, end: offset + position.end };
  const around = {
    start: Math.max(0, place.start - 32),
    end: Math.min(running.text.length, place.end + 32),
  };
  const target: PassageTarget = {
    ...passageIn(partsOf(plain), quote),
    part,
    position,
    quote: {
      type: 'TextQuoteSelector',
      exact: quote,
      prefix: running.text.slice(around.start, place.start),
      suffix: running.text.slice(place.end, around.end),
    },
  };
  return { target, text: plain };
}

function show(text: string, anchoring: Anchoring): string {
  if (!('place' in anchoring)) return anchoring.resolution;
  const lines = text.split('\n');
  for (const { part, start, end } of anchoring.place.passages) {
    const index = Number(part.split('/')[1]);
    const line = lines[index] ?? '';
    lines[index] = `${line.slice(0, start)}[${line.slice(start, end)}]${line.slice(end)}`;
  }
  return `${anchoring.resolution}: ${lines.join('\n')}`;
}

/** What becomes of a quote of one text in another: `exact: a [word] or two`. */
function marked(before: string, quote: string, after: string): string {
  const { target } = mark(before, quote);
  const running = new RunningText(partsOf(after));
  return show(after, anchor(running, queryFor(target, running, null)));
}

/** The same in the very text that was marked. */
function found(before: string, quote: string): string {
  const { target, text } = mark(before, quote);
  const fingerprint = 'f'.repeat(64);
  const running = new RunningText(partsOf(text));
  const query = queryFor({ ...target, fingerprint }, running, fingerprint);
  return show(text, anchor(running, query));
}

describe('anchor in the text that was marked', () => {
  it.each([
    ['a word', story, 'Valmar'],
    ['the whole text', story, story],
    ['the start', story, 'The ferry'],
    ['the end', story, 'until Friday.'],
    ['an emoji of several characters', 'Crew 👩‍🚒👨‍👩‍👧 waved', '👨‍👩‍👧'],
    ['combining marks', 'Cafe\u0301 and Cafe\u0301s', 'Cafe\u0301s'],
    ['Arabic', 'وصلت العبارة إلى الميناء يوم الجمعة', 'العبارة'],
    ['Hebrew in English', 'The ship שלום, and again שלום.', 'שלום.'],
    ['Japanese', '港に船が着いた。船は金曜に出る。', '船は'],
    ['a soft hyphen', 'The har\u00ADbour office', 'har\u00ADbour'],
    ['double spaces', 'Russia,  looks on', 'Russia,  looks'],
  ])('finds %s', (_, text, quote) => {
    expect(found(text, quote)).toBe(`exact: ${text.replace(quote, `[${quote}]`)}`);
  });

  it('finds a passage that goes on through several parts', () => {
    expect(found('The headline\nThe dek\nThe bullet', 'headline\nThe dek\nThe')).toBe(
      'exact: The [headline]\n[The dek]\n[The] bullet',
    );
  });

  it.each([
    'The [ferry] to Valmar and the ferry to Norland.',
    'The ferry to Valmar and the [ferry] to Norland.',
    `${'ship '.repeat(30)}[ship] ${'ship '.repeat(29)}ship`,
    'The same caption.\n[The same caption.]\nThe same caption.',
  ])('tells identical passages apart: %s', (text) => {
    const quote = /\[(.*)\]/.exec(text)?.[1] ?? '';
    expect(found(text, quote)).toBe(`exact: ${text}`);
  });

  it('finds any range of any text, whatever it is made of', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
      fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }),
      fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 200, size: 'max' }),
      fc.string({
        unit: fc.constantFrom('👩‍🚒', 'e\u0301', 'ש', 'ا', 'a', '…', '\u00AD'),
        maxLength: 100,
      }),
    );
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, first, second) => {
        const parts = [{ path: 'dek', text }];
        const [start = 0, end = 0] = [first % (text.length + 1), second % (text.length + 1)].sort(
          (one, other) => one - other,
        );
        fc.pre(
          text.slice(start, end).trim() !== '' && /[\p{L}\p{N}]/u.test(text.slice(start, end)),
        );
        const running = new RunningText(parts);
        const target = passageIn(parts, text.slice(start, end), '0'.repeat(64));
        const anchoring = anchor(running, queryFor(target, running, '0'.repeat(64)));
        expect(anchoring).toMatchObject({
          resolution: 'exact',
          place: { text: target.quote.exact },
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('anchor in a text that was edited', () => {
  it.each([
    [
      'follows a passage that moved along',
      story,
      'Norland',
      `Correction, Friday: ${story}`,
      `exact: Correction, Friday: ${story.replace('Norland', '[Norland]')}`,
    ],
    [
      'follows the second of two words when the text before them grows',
      story.replace('the ferry', 'the [ferry]'),
      'ferry',
      story.replace('The ', 'After the storm, the '),
      `exact: ${story.replace('The ', 'After the storm, the ').replace('; the ferry', '; the [ferry]')}`,
    ],
    [
      'keeps the place when the same words are put in elsewhere',
      story.replace('The ferry', 'The [ferry]'),
      'ferry',
      `${story} A ferry burned on Monday.`,
      `exact: ${story.replace('The ferry', 'The [ferry]')} A ferry burned on Monday.`,
    ],
    [
      'follows a word when one side of it was rewritten',
      story,
      'Valmar',
      story.replace('The ferry to', 'Since noon the old boat bound for'),
      'exact: Since noon the old boat bound for [Valmar] runs again, says the harbour office; the ferry to Norland stays in port until Friday.',
    ],
    [
      'follows a passage into another part',
      'A headline\nA bullet of the story.\nThe council votes on Monday.',
      'council votes',
      'A headline\nA new bullet.\nA bullet of the story.\nThe council votes on Monday.',
      'exact: A headline\nA new bullet.\nA bullet of the story.\nThe [council votes] on Monday.',
    ],
    [
      'follows a passage through several parts when one comes between',
      'The ferry runs again\nSays the harbour office',
      'runs again\nSays the harbour',
      'The ferry runs again\nToday\nSays the harbour office',
      'moved: The ferry [runs again]\n[Today]\n[Says the harbour] office',
    ],
    [
      'says of a passage with other words that it moved',
      story,
      'stays in port until Friday',
      story.replace('in port until', 'in dock until'),
      'moved: The ferry to Valmar runs again, says the harbour office; the ferry to Norland [stays in dock until Friday].',
    ],
    [
      'says of a passage among other words that it moved',
      story,
      'says the harbour office; the ferry to Norland stays',
      'Later he says the harbour office; the ferry to Norland stays away.',
      'moved: Later he [says the harbour office; the ferry to Norland stays] away.',
    ],
    [
      'keeps the whole of a passage that grew at its edges',
      story,
      'the ferry to Norland stays',
      story.replace('the ferry to Norland stays', 'a ferry to Norland still stays'),
      'moved: The ferry to Valmar runs again, says the harbour office; [a ferry to Norland still stays] in port until Friday.',
    ],
  ])('%s', (_, before, quote, after, expected) => {
    expect(marked(before, quote, after)).toBe(expected);
  });

  it.each([
    [
      'curly quotes',
      'He called it "a good morning", twice.',
      'He called it “a good morning”, twice.',
    ],
    ['an apostrophe', "Ukraine's 'last' envoy arrives", 'Ukraine’s ‘last’ envoy arrives'],
    ['dashes', 'The U.S.-Russia air-defense talks', 'The U.S.–Russia air‐defense talks'],
    ['spaces', 'The envoy,  he said, waits', 'The envoy, he\u00A0said, waits'],
    ['an ellipsis', 'And then... nothing', 'And then… nothing'],
    ['decomposed letters', 'Die Brücke über die Elbe', 'Die Bru\u0308cke u\u0308ber die Elbe'],
    ['soft hyphens', 'The harbourmaster waits', 'The har\u00ADbour\u00ADmaster waits'],
    ['composed syllables', '\u1112\u1161\u11AB\u1100\u1173\u11AF', '한글'],
  ])('takes %s for the same words', (_, one, other) => {
    const [first, second] = [`It began. ${one}. It ended.`, `It began. ${other}. It ended.`];
    expect(marked(first, one, second)).toBe(`exact: It began. [${other}]. It ended.`);
    expect(marked(second, other, first)).toBe(`exact: It began. [${one}]. It ended.`);
  });
});

describe('anchor does not guess', () => {
  it.each([
    [
      'when the marked word is gone and another one is left',
      story,
      'ferry',
      story.replace('The ferry', 'The boat'),
      'orphan',
    ],
    [
      'when the word stands in an unrelated text',
      story,
      'Valmar',
      'Fishermen of Valmar protest against the new quota in the capital.',
      'orphan',
    ],
    [
      'when the passage was rewritten',
      story,
      'runs again, says the harbour office',
      story.replace('runs again, says the harbour office', 'will be sold by the ministry'),
      'orphan',
    ],
    [
      'between two places that are equally likely',
      'It was said that the quay is open today.',
      'the quay is open',
      '1. It was said that the quay is open today. 2. It was said that the quay is open today.',
      'ambiguous',
    ],
    [
      'when one of two equal captions goes',
      'The fleet at sea.\n[A ship in the harbour of Norland.]\nA crane.\nA ship in the harbour of Norland.\nA map.',
      'A ship in the harbour of Norland.',
      'The fleet at sea.\nA crane.\nA ship in the harbour of Norland.\nA map.',
      'orphan',
    ],
    ['in an empty text', story, 'Valmar', '', 'orphan'],
  ])('%s', (_, before, quote, after, expected) => {
    expect(marked(before, quote, after)).toBe(expected);
  });

  it('tells the places that it does not choose from, the best first', () => {
    const { target } = mark(story, 'the ferry to Norland stays');
    const after = 'The ferry to Norland stays. Once more: the ferry to Norland stays.';
    const running = new RunningText(partsOf(after));
    const anchoring = anchor(running, queryFor(target, running, null));
    expect(anchoring).toMatchObject({
      candidates: [
        {
          text: 'the ferry to Norland stays',
          passages: [{ part: 'figures/0', start: 39, end: 65 }],
        },
        {
          text: 'The ferry to Norland stays',
          passages: [{ part: 'figures/0', start: 0, end: 26 }],
        },
      ],
    });
  });

  it.each(['', ' ', '\n', '\u00AD'])('finds nothing for a quote without words: %j', (exact) => {
    const query = { exact, prefix: '', suffix: '', positions: [], repeated: false };
    expect(anchor(new RunningText(partsOf(story)), query)).toEqual({
      resolution: 'orphan',
      candidates: [],
    });
  });
});
