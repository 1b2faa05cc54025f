import type { Cell, Link } from '../../shared/model/briefing.ts';

/** A text with what it links to. Line ends and runs of white space are single spaces. */
export interface Words {
  readonly text: string;
  readonly links: readonly Link[];
}

/** A cell's stretch of the text of its row. */
export interface RowWords extends Words {
  readonly cells: readonly Cell[];
}

/**
 * A part of a document, whatever format it comes from. Blocks are flat and stand in the order of the
 * text: how deep one stands inside of lists or quotations is its level, from 1.
 */
export type Block =
  | {
      readonly kind: 'heading';
      /** From 1, the highest, to 6. */
      readonly rank: number;
      readonly words: Words;
    }
  | { readonly kind: 'paragraph' | 'code'; readonly words: Words }
  | { readonly kind: 'quote'; readonly level: number; readonly words: Words }
  | {
      readonly kind: 'bullet';
      readonly level: number;
      readonly marker: string | null;
      readonly words: Words;
    }
  | { readonly kind: 'row'; readonly words: RowWords }
  | {
      readonly kind: 'figure';
      /** One line, with the credit where there is one; empty for a picture without words. */
      readonly caption: string;
      /** A reference of the model: `./` and a path, or `embedded:` and a number. */
      readonly picture: string | null;
    };

/** What a document says of itself; `null` where it does not say. */
export interface DocumentFacts {
  /** Where it is `null` the document's first heading of the highest rank is the headline. */
  readonly headline: string | null;
  readonly source: string | null;
  /** As written; the day is read from its beginning. */
  readonly date: string | null;
  readonly language: string | null;
  /** Lines around the text, such as who wrote it. */
  readonly furniture: readonly string[];
}

/** The facts of a document that says nothing of itself. */
export const noFacts: DocumentFacts = {
  headline: null,
  source: null,
  date: null,
  language: null,
  furniture: [],
};
