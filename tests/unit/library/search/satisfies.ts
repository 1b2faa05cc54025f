import { isWithinTag } from '../../../../electron/shared/model/tag.ts';
import { fold } from '../../../../electron/shared/search/fold.ts';
import type {
  Possession,
  Query,
  Standing,
  TextField,
  Words,
} from '../../../../electron/shared/search/query.ts';
import { tokensOf } from '../../../../electron/shared/search/tokens.ts';
import type { Shelved } from './shelf.ts';

const fields: readonly TextField[] = ['headline', 'text', 'caption', 'credit', 'note'];

function hasWords({ texts }: Shelved, { field, tokens, isPrefix }: Words): boolean {
  return fields
    .filter((name) => field === null || name === field)
    .some((name) => {
      const present = tokensOf(texts[name]);
      return present.some((_, at) =>
        tokens.every((token, index) =>
          isPrefix && index === tokens.length - 1
            ? present[at + index]?.startsWith(token)
            : present[at + index] === token,
        ),
      );
    });
}

function stands(briefing: Shelved, standing: Standing): boolean {
  const { state, fingerprint } = briefing;
  const known = state?.fingerprint ?? null;
  const standings: Readonly<Record<Standing, boolean>> = {
    unread: state === null || state.reading === 'unread',
    reading: state?.reading === 'reading',
    read: state?.reading === 'read',
    pinned: state?.isPinned === true,
    changed: known !== null && known !== fingerprint,
    bookmarked: briefing.bookmarkCount > 0,
    problem: briefing.hasProblem,
    copy: briefing.isCopy,
  };
  return standings[standing];
}

function possesses(briefing: Shelved, possession: Possession): boolean {
  const possessions: Readonly<Record<Possession, boolean>> = {
    note: briefing.noteCount > 0,
    highlight: briefing.highlightCount > 0,
    image: briefing.hasImage,
    tag: briefing.tags.length > 0,
    bookmark: briefing.bookmarkCount > 0,
  };
  return possessions[possession];
}

/** Whether a day lies within limits; without limits, even that of an undated briefing does. */
function isWithin(day: string | null, from: string | null, to: string | null): boolean {
  if (from === null && to === null) return true;
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}

function isOfSource({ source }: Shelved, wanted: string, isWhole: boolean): boolean {
  if (source === null) return false;
  return isWhole ? fold(source) === wanted : fold(source).includes(wanted);
}

function isInLanguage({ language }: Shelved, wanted: string): boolean {
  return language?.split('-')[0] === wanted;
}

/** Whether a briefing satisfies a query, told from the tree alone. */
export function satisfies(briefing: Shelved, query: Query): boolean {
  switch (query.kind) {
    case 'words':
      return hasWords(briefing, query);
    case 'and':
      return query.queries.every((part) => satisfies(briefing, part));
    case 'or':
      return query.queries.some((part) => satisfies(briefing, part));
    case 'not':
      return !satisfies(briefing, query.query);
    default:
      return passes(briefing, query);
  }
}

type Filter = Exclude<Query, { readonly kind: 'words' | 'and' | 'or' | 'not' }>;

function passes(briefing: Shelved, query: Filter): boolean {
  switch (query.kind) {
    case 'date':
      return isWithin(briefing.day, query.from, query.to);
    case 'is':
      return stands(briefing, query.standing);
    case 'has':
      return possesses(briefing, query.possession);
    case 'source':
      return isOfSource(briefing, query.source, query.isWhole);
    case 'agency':
      return briefing.agencies.some((agency) => fold(agency).includes(query.agency));
    case 'tag':
      return briefing.tags.some((tag) => isWithinTag(fold(tag), fold(query.tag)));
    case 'color':
      return briefing.colors.includes(query.color);
    case 'path':
      return fold(briefing.path).includes(query.path);
    case 'language':
      return isInLanguage(briefing, query.language);
    case 'root':
      return briefing.root === query.root;
  }
}
