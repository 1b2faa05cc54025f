import type { Annotation } from '../../electron/shared/model/annotation.ts';
import type { Briefing } from '../../electron/shared/model/briefing.ts';
import type { Excerpt, LibraryRow } from '../../electron/shared/model/listing.ts';
import { formatCredit, partsOf } from '../../electron/shared/model/part.ts';
import { isWithinTag } from '../../electron/shared/model/tag.ts';
import { fold } from '../../electron/shared/search/fold.ts';
import { findHits, positiveWords } from '../../electron/shared/search/hits.ts';
import type {
  Possession,
  Query,
  Standing,
  TextField,
  Words,
} from '../../electron/shared/search/query.ts';
import { tokensOf } from '../../electron/shared/search/tokens.ts';

/** What a query is asked of: a row with its briefing and the reader's marks on it. */
export interface Searched {
  readonly row: Omit<LibraryRow, 'excerpts'>;
  readonly briefing: Briefing;
  readonly annotations: readonly Annotation[];
  readonly bookmarkCount: number;
  /** The id of the root that the file stands in; `null` where it stands in none. */
  readonly root: string | null;
}

const allFields: readonly TextField[] = ['headline', 'text', 'caption', 'credit', 'note'];

function textsOf({ row, briefing, annotations }: Searched, field: TextField): readonly string[] {
  const { dek, figures, sections } = briefing;
  switch (field) {
    case 'headline':
      return [row.headline];
    case 'text':
      return [
        dek ?? '',
        ...sections.flatMap(({ heading, items }) => [
          heading ?? '',
          ...items.map(({ text }) => text),
        ]),
      ];
    case 'caption':
      return figures.map(({ caption }) => caption ?? '');
    case 'credit':
      return figures.map(({ credit }) => formatCredit(credit));
    case 'note':
      return annotations.map(({ note }) => note);
  }
}

function isToken(token: string, wanted: string | undefined, isPrefix: boolean): boolean {
  return wanted !== undefined && (isPrefix ? token.startsWith(wanted) : token === wanted);
}

function hasWords(text: string, { tokens, isPrefix }: Words): boolean {
  const found = tokensOf(text);
  const last = tokens.length - 1;
  return found.some((_, start) =>
    tokens.every((token, index) =>
      isToken(found[start + index] ?? '', token, isPrefix && index === last),
    ),
  );
}

function stands({ row, bookmarkCount }: Searched, standing: Standing): boolean {
  switch (standing) {
    case 'pinned':
      return row.isPinned;
    case 'changed':
      return row.isChanged;
    case 'bookmarked':
      return bookmarkCount > 0;
    case 'problem':
      return row.problem !== null;
    case 'copy':
      return false;
    case 'unread':
    case 'reading':
    case 'read':
      return row.problem === null && row.reading === standing;
  }
}

function possesses(searched: Searched, possession: Possession): boolean {
  const { annotations, bookmarkCount, briefing } = searched;
  switch (possession) {
    case 'note':
      return annotations.some(({ note }) => note !== '');
    case 'highlight':
      return annotations.some(({ color }) => color !== null);
    case 'tag':
      return annotations.some(({ tags }) => tags.length > 0);
    case 'bookmark':
      return bookmarkCount > 0;
    case 'image':
      return briefing.figures.some(({ picture }) => picture !== null);
  }
}

type Evaluators = {
  readonly [Kind in Query['kind']]: (
    query: Extract<Query, { readonly kind: Kind }>,
    searched: Searched,
  ) => boolean;
};

const evaluators: Evaluators = {
  words: (query, searched) =>
    (query.field === null ? allFields : [query.field]).some((field) =>
      textsOf(searched, field).some((text) => hasWords(text, query)),
    ),
  and: ({ queries }, searched) => queries.every((query) => isResult(query, searched)),
  or: ({ queries }, searched) => queries.some((query) => isResult(query, searched)),
  not: ({ query }, searched) => !isResult(query, searched),
  date: ({ from, to }, { row }) => {
    const day = row.date?.value;
    return day !== undefined && (from ?? '') <= day && day <= (to ?? '9999-12-31');
  },
  is: ({ standing }, searched) => stands(searched, standing),
  has: ({ possession }, searched) => possesses(searched, possession),
  source: ({ source, isWhole }, { row }) => {
    const folded = fold(row.source ?? '');
    return isWhole ? folded === source : folded.includes(source);
  },
  agency: ({ agency }, { briefing }) =>
    briefing.figures.some(({ credit }) => fold(credit?.agency ?? '').includes(agency)),
  tag: ({ tag }, { annotations }) =>
    annotations.some(({ tags }) => tags.some((one) => isWithinTag(fold(one), fold(tag)))),
  color: ({ color }, { annotations }) => annotations.some((one) => one.color === color),
  path: ({ path }, { row }) => fold(row.path).includes(path),
  language: ({ language }, { briefing }) => briefing.language?.split('-')[0] === language,
  root: ({ root }, searched) => searched.root === root,
};

/** Whether a briefing is among the results of a query. */
export function isResult(query: Query, searched: Searched): boolean {
  // The evaluator is of the type that belongs to the kind, kind by kind.
  const evaluate = evaluators[query.kind] as (query: Query, searched: Searched) => boolean;
  return evaluate(query, searched);
}

/** The first two parts, or notes, with words of the query; the headline is not among them. */
export function excerptsOf(query: Query, { briefing, annotations }: Searched): readonly Excerpt[] {
  const words = positiveWords(query);
  if (words.length === 0) return [];
  const parts = partsOf(briefing).filter(({ path }) => path !== 'headline');
  const texts = [
    ...parts.map(({ path, text }) => ({ part: path, text })),
    ...annotations.map(({ note }) => ({ part: null, text: note })),
  ];
  return texts
    .map(({ part, text }) => ({ part, text, hits: findHits(text, words) }))
    .filter(({ hits }) => hits.length > 0)
    .slice(0, 2);
}
