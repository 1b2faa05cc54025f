import { basisOf, momentOf } from '../../shared/export/date-words.ts';
import type { ExportEntry } from '../../shared/export/entry.ts';
import { inOneLine } from '../../shared/export/in-one-line.ts';
import { creditAt, placeOf } from '../../shared/export/place.ts';
import { quoteOf } from '../../shared/export/quote-of.ts';
import type { Annotation, Color, Target } from '../../shared/model/annotation.ts';
import type { Briefing, BriefingDate, Item } from '../../shared/model/briefing.ts';
import { bookmarksInDocumentOrder, inDocumentOrder } from '../../shared/model/document-order.ts';
import { formatCredit } from '../../shared/model/part.ts';
import type { WritingOptions } from '../format-writer.ts';
import { type MarkedWords, markedWords, type WordsOf } from './marked-words.ts';

/** Words of the briefing. */
export interface WordsBlock {
  readonly kind: 'words';
  readonly form: 'headline' | 'dek' | 'figure' | 'heading' | Item['kind'];
  readonly words: readonly MarkedWords[];
  /** What stands before the words, such as a bullet; empty for nothing. */
  readonly lead: string;
  /** How deep it stands inside of others, from 1. */
  readonly level: number;
}

/** A note. What the reader did not give is empty. */
export interface NoteBlock {
  readonly kind: 'note';
  /** The number by which the text refers to it. */
  readonly number: number;
  readonly place: string;
  /** The colour with what it stands for, the tags, and the time of the last change. */
  readonly details: readonly string[];
  readonly color: Color | null;
  readonly quote: string;
  readonly credit: string;
  /** Markdown (CommonMark). */
  readonly note: string;
}

/** A piece of an entry that plain and rich text write each in its way. */
export type Block =
  | WordsBlock
  | NoteBlock
  | { readonly kind: 'fact'; readonly name: string; readonly value: string }
  | { readonly kind: 'title'; readonly text: string }
  | {
      readonly kind: 'bookmark';
      readonly place: string;
      readonly time: string;
      readonly quote: string;
    };

function placeOfTarget(target: Target, briefing: Briefing | null): string {
  return target.kind === 'briefing' ? 'The whole briefing' : placeOf(briefing, target.part);
}

function dateOf({ value, provenance, evidence }: BriefingDate): string {
  return `${value} (${basisOf(provenance)}${evidence === null ? '' : `, “${evidence}”`})`;
}

function factsOf({ reference, briefing }: ExportEntry): readonly Block[] {
  const { source, date, fileName } = reference;
  const facts = [
    ['Source', source ?? 'not stated'],
    ['Date', date === null ? 'not known' : dateOf(date)],
    ['File', fileName + (briefing === null ? ' (not in the library any more)' : '')],
  ] as const;
  return facts.map(([name, value]) => ({ kind: 'fact', name, value: inOneLine(value) }));
}

function itemBlock(item: Item, words: readonly MarkedWords[]): WordsBlock {
  const { kind, level, marker } = item;
  const lead = kind === 'bullet' ? `${inOneLine(marker ?? '•')} ` : '';
  return { kind: 'words', form: kind, words, lead, level: level ?? 1 };
}

function wordsBlock(
  form: WordsBlock['form'],
  words: readonly MarkedWords[],
  lead = '',
  level = 1,
): WordsBlock {
  return { kind: 'words', form, words, lead, level };
}

function textBlocks({ dek, figures, sections }: Briefing, wordsOf: WordsOf): readonly Block[] {
  return [
    ...(dek === null ? [] : [wordsBlock('dek', wordsOf('dek'))]),
    ...figures.map(({ caption, credit }, index) => {
      const words = wordsOf(`figures/${index}`);
      const name = `Figure ${index + 1} (${formatCredit(credit)})`;
      return wordsBlock('figure', words, caption === null ? name : `${name}: `);
    }),
    ...sections.flatMap(({ heading, items, level }, section) => [
      ...(heading === null
        ? []
        : [wordsBlock('heading', wordsOf(`sections/${section}/heading`), '', level)]),
      ...items.map((item, index) => itemBlock(item, wordsOf(`sections/${section}/items/${index}`))),
    ]),
  ];
}

function colorLabel(color: Color, colorNames: WritingOptions['colorNames']): string {
  const name = colorNames[color] ?? color;
  return name.toLowerCase() === color ? color : `${color}: ${name}`;
}

function noteBlock(
  annotation: Annotation,
  number: number,
  briefing: Briefing | null,
  { colorNames }: WritingOptions,
): NoteBlock {
  const { target, color, tags, note, modifiedAt } = annotation;
  return {
    kind: 'note',
    number,
    place: inOneLine(placeOfTarget(target, briefing)),
    details: [
      ...(color === null ? [] : [inOneLine(colorLabel(color, colorNames))]),
      ...tags.map((tag) => `#${inOneLine(tag)}`),
      momentOf(modifiedAt),
    ],
    color,
    quote: quoteOf(target),
    credit: inOneLine(target.kind === 'briefing' ? '' : (creditAt(briefing, target.part) ?? '')),
    note: note.trim() === '' ? '' : note.trimEnd(),
  };
}

function titled(text: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'title', text }, ...blocks];
}

/**
 * An entry in the order in which a person reads it: the headline, what is known of the briefing, its
 * text if that is wanted and there, the notes by number, the bookmarks.
 */
export function blocksOf(entry: ExportEntry, options: WritingOptions): readonly Block[] {
  const { reference, briefing, marks } = entry;
  const notes = inDocumentOrder(marks.annotations, briefing);
  const plain = [{ text: reference.headline, color: null, numbers: [] }];
  const text = options.withText ? briefing : null;
  const wordsOf: WordsOf = text === null ? () => plain : markedWords(entry, notes);
  const bookmarks = bookmarksInDocumentOrder(marks.bookmarks, briefing);
  return [
    wordsBlock('headline', wordsOf('headline')),
    ...factsOf(entry),
    ...(text === null ? [] : textBlocks(text, wordsOf)),
    ...titled(
      'Notes',
      notes.map((note, index) => noteBlock(note, index + 1, briefing, options)),
    ),
    ...titled(
      'Bookmarks',
      bookmarks.map(({ place, createdAt }) => ({
        kind: 'bookmark',
        place: inOneLine(placeOfTarget(place, briefing)),
        time: momentOf(createdAt),
        quote: inOneLine(quoteOf(place)),
      })),
    ),
  ];
}
