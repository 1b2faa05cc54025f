import { Readability } from '@mozilla/readability';
import { isNode, type PageNode } from './page-node.ts';

/** The part of a page that is its article. */
export interface Article {
  readonly content: PageNode;
  /** Who wrote it, as the page shows it; the content does not have it then. */
  readonly byline: string | null;
}

type ReadableDocument = ConstructorParameters<typeof Readability>[0];

/**
 * The article of a page; `null` where none is found. The page is changed by it.
 *
 * @param page not too large and not too deep: the library goes through it by recursion.
 */
export function findArticle(page: PageNode): Article | null {
  try {
    const reader = new Readability<unknown>(page as unknown as ReadableDocument, {
      // The element itself: to write it as HTML and read it again could change what it is.
      serializer: (node: unknown) => node,
      disableJSONLD: true,
    });
    const found = reader.parse();
    return isNode(found?.content) ? { content: found.content, byline: found.byline ?? null } : null;
  } catch {
    return null;
  }
}
