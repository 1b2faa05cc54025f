import { DOMParser } from 'linkedom';
import { isNode, type PageNode } from '../html/page-node.ts';

/** Parses a part of a Word document that is XML. */
export function openXml(xml: Uint8Array): PageNode {
  // The node of a document's type has no siblings in this library, so a way through it ends there.
  const text = new TextDecoder().decode(xml).replace(/<!doctype/gi, '<!declared');
  const document: unknown = new DOMParser().parseFromString(text, 'text/xml');
  if (!isNode(document)) throw new TypeError('The part has no document.');
  return document;
}
