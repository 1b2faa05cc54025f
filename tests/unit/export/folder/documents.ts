import * as fc from 'fast-check';

/** The three flavours of Markdown, which carry the ids of annotations in different ways. */
export type Flavour = 'plain' | 'obsidian' | 'logseq';

interface Item {
  readonly id: string;
  readonly quote: readonly string[];
  readonly note: readonly string[];
  readonly time: string;
}

/** What the app has of one briefing. */
export interface AppState {
  readonly headline: string;
  readonly items: readonly Item[];
}

/** A random choice: of a kind of change, and of places, by remainders. */
export interface Choice {
  readonly kind: number;
  readonly place: number;
  readonly other: number;
}

const choice = fc.record({
  kind: fc.nat({ max: 9 }),
  place: fc.nat({ max: 400 }),
  other: fc.nat({ max: 400 }),
});

export const rounds = fc.array(
  fc.record({
    reader: fc.array(choice, { maxLength: 6 }),
    app: fc.array(choice, { maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 4 },
);

export const flavours = fc.constantFrom<Flavour>('plain', 'obsidian', 'logseq');

/** Words that nobody wrote before, so that each can be looked for. */
export function createWords(prefix: string): (count: number) => string {
  let last = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      last += 1;
      return `${prefix}${last}x`;
    }).join(' ');
}

function uuid(number: number): string {
  return `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;
}

function newItem(number: number, words: (count: number) => string): Item {
  const lines = (count: number): string[] => Array.from({ length: count }, () => words(3));
  return {
    id: uuid(number),
    quote: lines(1 + (number % 2)),
    note: lines(number % 3),
    time: words(1),
  };
}

/** What the app has at first. */
export function firstState(count: number, words: (count: number) => string): AppState {
  return {
    headline: words(3),
    items: Array.from({ length: count }, (_, index) => newItem(index, words)),
  };
}

function replaced(items: readonly Item[], at: number, item: Item): readonly Item[] {
  return items.map((one, index) => (index === at ? item : one));
}

/** A change in the app: an annotation added, changed, deleted or moved, or another headline. */
export function changeState(
  state: AppState,
  { kind, place, other }: Choice,
  words: (count: number) => string,
  number: number,
): AppState {
  const { headline, items } = state;
  const at = place % Math.max(1, items.length);
  const item = items[at];
  if (kind === 0) return { items, headline: words(3) };
  if (kind <= 2 || item === undefined)
    return {
      headline,
      items: items.toSpliced(place % (items.length + 1), 0, newItem(number, words)),
    };
  if (kind <= 4) return { headline, items: items.toSpliced(at, 1) };
  if (kind === 5)
    return { headline, items: items.toSpliced(at, 1).toSpliced(other % items.length, 0, item) };
  const note = item.note.map((line, index) =>
    index === other % item.note.length ? words(3) : line,
  );
  const longer = [...item.note, words(2)];
  const changed = kind <= 7 ? note : kind === 8 ? longer : [];
  return { headline, items: replaced(items, at, { ...item, note: changed, time: words(1) }) };
}

function logseqItem({ id, quote, note, time }: Item): readonly string[] {
  return [
    `- Place · ${time}`,
    `  id:: ${id}`,
    ...quote.map((line) => `  > ${line}`),
    ...note.map((line) => `\t- ${line}`),
  ];
}

function obsidianItem({ id, quote, note, time }: Item): readonly string[] {
  return [
    `> [!quote] Place · ${time}`,
    ...quote.map((line) => `> ${line}`),
    ...note.flatMap((line) => ['>', `> ${line}`]),
    '',
    `^rd-${id}`,
    '',
  ];
}

function plainItem({ id, quote, note, time }: Item): readonly string[] {
  return [
    `- **Place** · ${time} <!-- rd-${id} -->`,
    '',
    ...quote.map((line) => `  > ${line}`),
    ...note.flatMap((line) => ['', `  ${line}`]),
    '',
  ];
}

/** The text that is exported. */
export function render({ headline, items }: AppState, flavour: Flavour): string {
  const [head, item] = {
    plain: [[`# ${headline}`, '', '- Source: Wire', '', '## Notes', ''], plainItem] as const,
    obsidian: [['---', `title: ${headline}`, 'readout: 1', '---', ''], obsidianItem] as const,
    logseq: [[`title:: ${headline}`, ''], logseqItem] as const,
  }[flavour];
  return `${[...head, ...items.flatMap(item)].join('\n').trimEnd()}\n`;
}

/** The words of the quotes and notes that the app has. */
export function wordsOfState({ items }: AppState): readonly string[] {
  return items.flatMap(({ quote, note }) => [...quote, ...note]).flatMap((line) => line.split(' '));
}

/** Where the lines of the block of the line at `at` begin and end, roughly as a reader sees them. */
function paragraph(lines: readonly string[], at: number): readonly [number, number] {
  let start = at;
  while (start > 0 && !/^(?:- |> \[)/.test(lines[start] ?? '')) start -= 1;
  let end = at + 1;
  while (end < lines.length && !/^(?:- |> \[|#)/.test(lines[end] ?? '')) end += 1;
  return [start, end];
}

/** An edit of the file by the reader. */
export function editText(
  text: string,
  { kind, place, other }: Choice,
  words: (count: number) => string,
): string {
  if (kind === 9)
    return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(end);
  const at = place % lines.length;
  const line = lines[at] ?? '';
  if (kind <= 1) return lines.toSpliced(at, 0, words(2)).join(end);
  if (kind === 2) return lines.toSpliced(at, 0, `  ${words(2)}`).join(end);
  if (kind <= 4) return lines.toSpliced(at, 1).join(end);
  if (kind <= 6) {
    const parts = line.split(' ');
    return lines.with(at, parts.with(other % parts.length, words(1)).join(' ')).join(end);
  }
  if (kind === 7) return lines.with(at, `${line} ${words(1)}`).join(end);
  const [start, stop] = paragraph(lines, at);
  const rest = lines.toSpliced(start, stop - start);
  return rest.toSpliced(other % (rest.length + 1), 0, ...lines.slice(start, stop)).join(end);
}
