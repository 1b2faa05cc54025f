import { parseHTML } from 'linkedom';
import { isNode, type PageNode } from './page-node.ts';

/** Parses a page, whole or a part of one. Scripts are not run, and nothing is loaded. */
export function openPage(html: string): PageNode {
  // The node of a document's type has no siblings in this library, so a way through the page ends there.
  const untyped = html.replace(/<!doctype/gi, '<!declared');
  const isWhole = /<body[\s>]/i.test(html);
  const page: unknown = parseHTML(
    isWhole ? untyped : `<html><head></head><body>${untyped}</body></html>`,
  );
  const document: unknown = Reflect.get(Object(page), 'document');
  if (!isNode(document)) throw new TypeError('The page has no document.');
  return document;
}
