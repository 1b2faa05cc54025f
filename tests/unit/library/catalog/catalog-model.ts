import { fold } from '../../../../electron/shared/search/fold.ts';
import { tokensOf } from '../../../../electron/shared/search/tokens.ts';
import type { Story } from './opened-catalog.ts';

/** What the reader did with a briefing. */
export interface ModelMarks {
  readonly note: string | null;
  readonly tag: string | null;
  readonly isBookmarked: boolean;
}

/** A briefing as a plain list has it. */
export interface ModelRow {
  readonly name: string;
  readonly story: Story;
  /** When it came into its day. */
  readonly at: number;
}

type Test = (row: ModelRow, model: CatalogModel) => boolean;

/** A query with what it finds, in the simplest terms. */
export interface ModelQuery {
  readonly text: string;
  readonly fits: Test;
  /** Whether copies of a story are among what it finds. */
  readonly hasCopies: boolean;
}

function wordsOf({ story: { headline, text = '' } }: ModelRow): readonly string[] {
  return tokensOf(`${headline} ${text}`);
}

function hasWord(word: string): Test {
  return (row, model) =>
    [...wordsOf(row), ...tokensOf(model.marksOf(row).note ?? '')].includes(word);
}

function query(text: string, fits: Test, hasCopies = false): ModelQuery {
  return { text, fits, hasCopies };
}

/** Queries of each kind that the catalog answers by another table or index. */
export const modelQueries: readonly ModelQuery[] = [
  query('', () => true),
  query('ferry ', hasWord('ferry')),
  query('müller ', hasWord('muller')),
  query('fer', (row, model) =>
    [...wordsOf(row), ...tokensOf(model.marksOf(row).note ?? '')].some((word) =>
      word.startsWith('fer'),
    ),
  ),
  query('ferry strike ', (row, model) =>
    ['ferry', 'strike'].every((word) => hasWord(word)(row, model)),
  ),
  query('ferry OR strike ', (row, model) =>
    ['ferry', 'strike'].some((word) => hasWord(word)(row, model)),
  ),
  query('-ferry ', (row, model) => !hasWord('ferry')(row, model)),
  query('headline:ferry ', ({ story }) => tokensOf(story.headline).includes('ferry')),
  query('after:2025-11-18 ', ({ story }) => (story.day ?? '') >= '2025-11-18'),
  query('before:2025-11-18 ', ({ story: { day = null } }) => day !== null && day < '2025-11-18'),
  query(
    'ferry on:2025-11-18 ',
    (row, model) => row.story.day === '2025-11-18' && hasWord('ferry')(row, model),
  ),
  query('after:2025-11-19 before:2025-11-18 ', () => false),
  query('source:"Harbour Post" ', ({ story }) => story.source === 'Harbour Post'),
  query('is:unread ', (row, model) => !model.isRead(row)),
  query('is:read ', (row, model) => model.isRead(row)),
  query('is:changed ', (row, model) => model.isChanged(row)),
  query('is:unread is:changed ', (row, model) => !model.isRead(row) && model.isChanged(row)),
  query('ferry is:changed ', (row, model) => hasWord('ferry')(row, model) && model.isChanged(row)),
  query('is:pinned ', (row, model) => model.isPinned(row)),
  query('is:copy ', (row, model) => model.isCopy(row), true),
  query('is:bookmarked ', (row, model) => model.marksOf(row).isBookmarked, true),
  query('has:note ', (row, model) => model.marksOf(row).note !== null, true),
  query(
    'note:ministry ',
    (row, model) => tokensOf(model.marksOf(row).note ?? '').includes('ministry'),
    true,
  ),
  query('tag:sea ', (row, model) => model.marksOf(row).tag === 'Sea/Trade', true),
];

const noMarks: ModelMarks = { note: null, tag: null, isBookmarked: false };

/** The catalog as a plain list: newest day first, within a day what came into it last first. */
export class CatalogModel {
  readonly #rows = new Map<string, ModelRow>();
  readonly #marks = new Map<string, ModelMarks>();
  readonly #read = new Set<string>();
  readonly #pinned = new Set<string>();
  readonly #changed = new Set<string>();
  #count = 0;

  put(name: string, story: Story): void {
    const old = this.#rows.get(name);
    this.#count += 1;
    const isSameDay = old !== undefined && (old.story.day ?? null) === (story.day ?? null);
    this.#rows.set(name, { name, story, at: isSameDay ? old.at : this.#count });
  }

  remove(name: string): void {
    this.#rows.delete(name);
  }

  mark(name: string, marks: ModelMarks): void {
    this.#marks.set(name, marks);
  }

  read(name: string): void {
    this.#read.add(name);
  }

  pin(name: string, isPinned: boolean): void {
    if (isPinned) this.#pinned.add(name);
    else this.#pinned.delete(name);
  }

  keep(name: string, isCurrent: boolean): void {
    if (isCurrent) this.#changed.delete(name);
    else this.#changed.add(name);
  }

  marksOf({ name }: ModelRow): ModelMarks {
    return this.#marks.get(name) ?? noMarks;
  }

  isRead({ name }: ModelRow): boolean {
    return this.#read.has(name);
  }

  isChanged({ name }: ModelRow): boolean {
    return this.#changed.has(name);
  }

  isPinned({ name }: ModelRow): boolean {
    return this.#pinned.has(name);
  }

  /** Whether a row that stands before it has the same story, which needs eight words to be one. */
  isCopy(row: ModelRow): boolean {
    return this.#twins(row)[0]?.name !== row.name;
  }

  copyCount(row: ModelRow): number {
    return this.#twins(row).length - 1;
  }

  #twins(row: ModelRow): readonly ModelRow[] {
    const words = wordsOf(row);
    if (words.length < 8) return [row];
    const key = (one: ModelRow): string => fold(`${one.story.headline}\n${one.story.text ?? ''}`);
    return this.#inOrder().filter((one) => key(one) === key(row));
  }

  #inOrder(): readonly ModelRow[] {
    return [...this.#rows.values()].toSorted(
      ({ story: one, at }, { story: other, at: otherAt }) => {
        const [day, otherDay] = [one.day ?? '', other.day ?? ''];
        return day === otherDay ? otherAt - at : day < otherDay ? 1 : -1;
      },
    );
  }

  /** The rows of a list. */
  find({ fits, hasCopies }: ModelQuery): readonly ModelRow[] {
    return this.#inOrder().filter((row) => fits(row, this) && (hasCopies || !this.isCopy(row)));
  }
}
