import { basisOf } from '../../shared/export/date-words.ts';
import type { ExportEntry } from '../../shared/export/entry.ts';
import type { Briefing, Section } from '../../shared/model/briefing.ts';
import { bookmarksInDocumentOrder } from '../../shared/model/document-order.ts';
import { findPart, type PartPath, sectionName } from '../../shared/model/part.ts';
import type { WritingOptions } from '../format-writer.ts';
import { briefingAnchor, partAnchor } from './addresses.ts';
import {
  type ArrangedEntry,
  arrangeNotes,
  numberNotes,
  type NumberedNote,
} from './arrange-notes.ts';
import { figureElement } from './figure.ts';
import { Markup, markup } from './markup.ts';
import { markedText, partAttributes, wholePartNumbers } from './marked-text.ts';
import { bookmarkList, type CardOptions, noteList } from './note-card.ts';
import { sectionItems } from './section-items.ts';

/** How an article is written. */
export interface ArticleOptions extends Pick<
  WritingOptions,
  'colorNames' | 'picture' | 'withText'
> {
  /** The rank of the headline, from 1 to 6. */
  readonly rank: 1 | 2;
}

const deepestHeading = 6;

/** An attribute for the language of a text; nothing where that is not known or no language. */
function languageAttribute(language: string | null): Markup | null {
  try {
    const [known] = language === null ? [] : Intl.getCanonicalLocales(language);
    return known === undefined ? null : markup` lang="${known}"`;
  } catch {
    return null;
  }
}

function heading(rank: number, attributes: Markup, content: Markup | string): Markup {
  const tag = Markup.stated(`h${Math.min(rank, deepestHeading)}`);
  return markup`<${tag}${attributes}>${content}</${tag}>\n`;
}

function factsOf({ reference, briefing }: ExportEntry): Markup {
  const { source, date, fileName } = reference;
  return markup`<p class="facts">${[
    source === null ? null : markup`<bdi class="source">${source}</bdi> · `,
    date === null
      ? null
      : markup`<time datetime="${date.value}">${date.value}</time> (${basisOf(date.provenance)}) · `,
    markup`<bdi class="file">${fileName}</bdi>`,
    briefing === null ? ' · not in the library any more' : null,
  ]}</p>\n`;
}

function open({ reference }: ExportEntry): Markup {
  return markup`<article id="${briefingAnchor(reference.id)}">\n`;
}

/** Text with its notes: beside it where there is room. */
function row(text: Markup, notes: Markup | null): Markup {
  return markup`<div class="row">\n${text}${notes}</div>\n`;
}

function notesOn(arranged: ArrangedEntry, parts: readonly PartPath[]): readonly NumberedNote[] {
  return parts.flatMap((part) => arranged.beside.get(part) ?? []);
}

/** A text with its part's highlights and note numbers. */
function partText(arranged: ArrangedEntry, part: PartPath): Markup {
  return markup`${markedText(arranged, part)}${wholePartNumbers(arranged, part)}`;
}

function head(arranged: ArrangedEntry, cards: CardOptions, rank: number): Markup {
  const { briefing, entry, onWhole } = arranged;
  const text = [
    factsOf(entry),
    heading(rank, partAttributes(arranged, 'headline'), partText(arranged, 'headline')),
    briefing.dek === null
      ? null
      : markup`<p${partAttributes(arranged, 'dek', 'dek')}>${partText(arranged, 'dek')}</p>\n`,
  ];
  const notes = [...onWhole, ...notesOn(arranged, ['headline', 'dek'])];
  return row(
    markup`<header class="text"${languageAttribute(briefing.language)}>\n${text}</header>\n`,
    noteList(notes, 'Notes on the whole and its head', cards),
  );
}

async function* figures(
  arranged: ArrangedEntry,
  cards: CardOptions,
  { picture }: ArticleOptions,
): AsyncGenerator<string> {
  const { briefing, entry } = arranged;
  if (briefing.figures.length === 0) return;
  const language = languageAttribute(briefing.language);
  yield markup`<div class="row">\n<div class="text figures"${language}>\n`.html;
  for (const [index, figure] of briefing.figures.entries()) {
    const found = figure.picture === null ? null : await picture(entry.reference.id, index);
    yield figureElement(arranged, figure, index, found).html;
  }
  const parts = briefing.figures.map((_figure, index) => `figures/${index}`);
  const notes = noteList(notesOn(arranged, parts), 'Notes on figures', cards);
  yield markup`</div>\n${notes}</div>\n`.html;
}

/** The ranks of the headings of sections: none is more than one deeper than the one before. */
function ranksOf({ sections }: Briefing, headline: number): readonly number[] {
  let last = headline;
  return sections.map(({ heading: words, level = 2 }) => {
    const rank = Math.min(headline + level - 1, last + 1);
    if (words !== null) last = rank;
    return rank;
  });
}

function sectionRow(
  arranged: ArrangedEntry,
  cards: CardOptions,
  section: Section,
  index: number,
  rank: number,
): Markup {
  const path = `sections/${index}/heading`;
  const parts = [path, ...section.items.map((_item, item) => `sections/${index}/items/${item}`)];
  const { heading: words, level = 2, page } = section;
  const text = [
    page === undefined ? null : markup`<p class="page">Page ${page}</p>\n`,
    words === null
      ? null
      : heading(rank, partAttributes(arranged, path, `level-${level}`), partText(arranged, path)),
    sectionItems(arranged, section, index),
  ];
  return row(
    markup`<section class="text"${languageAttribute(arranged.briefing.language)}>\n${text}</section>\n`,
    noteList(notesOn(arranged, parts), `Notes on ${sectionName(section)}`, cards),
  );
}

function bookmarks({ marks, briefing, reference }: ExportEntry, withText: boolean): Markup | null {
  return bookmarkList(bookmarksInDocumentOrder(marks.bookmarks, briefing), briefing, (part) =>
    withText && briefing !== null && findPart(briefing, part) !== null
      ? partAnchor(reference.id, part)
      : null,
  );
}

async function* withItsText(
  entry: ExportEntry,
  briefing: Briefing,
  options: ArticleOptions,
): AsyncGenerator<string> {
  const arranged = arrangeNotes(entry, briefing);
  const placed = new Set([...arranged.beside.values()].flat().map(({ annotation }) => annotation));
  const cards: CardOptions = {
    ...{ colorNames: options.colorNames, briefing },
    hasPlace: (annotation) => placed.has(annotation),
  };
  yield markup`${open(entry)}${head(arranged, cards, options.rank)}`.html;
  yield* figures(arranged, cards, options);
  const ranks = ranksOf(briefing, options.rank);
  for (const [index, section] of briefing.sections.entries()) {
    yield sectionRow(arranged, cards, section, index, ranks[index] ?? deepestHeading).html;
  }
  const lost = noteList(arranged.lost, 'Notes whose place is not in the text', cards);
  const label = markup`<p class="label">Not found in the text</p>\n`;
  yield markup`${lost === null ? null : [label, lost]}${bookmarks(entry, true)}</article>\n`.html;
}

function withoutText(entry: ExportEntry, { rank, colorNames }: ArticleOptions): Markup {
  const { reference, briefing } = entry;
  const cards: CardOptions = { colorNames, briefing, hasPlace: () => false };
  const language = languageAttribute(briefing?.language ?? null);
  return markup`${open(entry)}<header class="text">\n${[
    factsOf(entry),
    heading(rank, markup` dir="auto"${language}`, reference.headline),
  ]}</header>\n${noteList(numberNotes(entry), 'Notes', cards)}${bookmarks(entry, false)}</article>\n`;
}

/** A briefing with its marks, piece by piece. One whose file is gone has only its marks. */
export async function* entryArticle(
  entry: ExportEntry,
  options: ArticleOptions,
): AsyncGenerator<string> {
  if (options.withText && entry.briefing !== null) {
    yield* withItsText(entry, entry.briefing, options);
  } else yield withoutText(entry, options).html;
}
