import fc from 'fast-check';

/** A document of words that say where they stand: every word occurs once. */
export type TestBlock =
  | { readonly kind: 'heading'; readonly rank: number; readonly words: TestWords }
  | { readonly kind: 'paragraph'; readonly words: TestWords }
  | { readonly kind: 'code'; readonly lines: readonly TestWords[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly TestItem[] }
  | { readonly kind: 'quote'; readonly blocks: readonly TestBlock[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly TestWords[])[] };

/** How many words there are, and what is done to the first. */
export interface TestWords {
  readonly count: number;
  readonly style: 'plain' | 'strong' | 'code' | 'link';
}

interface TestItem {
  readonly words: TestWords;
  readonly blocks: readonly TestBlock[];
}

const words: fc.Arbitrary<TestWords> = fc.record({
  count: fc.integer({ min: 1, max: 4 }),
  style: fc.constantFrom('plain', 'strong', 'code', 'link'),
});

const rows = fc.integer({ min: 2, max: 3 }).chain((columns) =>
  fc.array(fc.array(words, { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 3,
  }),
);

const { blocks } = fc.letrec<{ block: TestBlock; blocks: readonly TestBlock[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'blocks' },
    fc.record({ kind: fc.constant('paragraph' as const), words }),
    fc.record({
      kind: fc.constant('code' as const),
      lines: fc.array(words, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('list' as const),
      isNumbered: fc.boolean(),
      items: fc.array(fc.record({ words, blocks: tie('blocks') }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('quote' as const), blocks: tie('blocks') }),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'blocks' }),
}));

const outerBlock: fc.Arbitrary<readonly TestBlock[]> = fc.oneof(
  blocks,
  fc
    .record({
      kind: fc.constant('heading' as const),
      rank: fc.integer({ min: 2, max: 6 }),
      // A section's heading cannot lead anywhere in the model.
      words: words.map(({ count }) => ({ count, style: 'plain' as const })),
    })
    .map((heading) => [heading]),
  fc.record({ kind: fc.constant('table' as const), rows }).map((table) => [table]),
);

/** Documents with nested lists and quotations, headings, tables and code. */
export const arbitraryDocument: fc.Arbitrary<readonly TestBlock[]> = fc
  .array(outerBlock, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat());

/** Hands out the words `w1`, `w2` and so on. */
export class WordSource {
  #count = 0;

  take(count: number): readonly string[] {
    return Array.from({ length: count }, () => {
      this.#count += 1;
      return `w${this.#count}`;
    });
  }

  /** All words so far, in order. */
  get all(): readonly string[] {
    return Array.from({ length: this.#count }, (_, index) => `w${index + 1}`);
  }
}
