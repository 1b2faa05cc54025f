import { nameOf, textIn, walkTree } from '../html/page-node.ts';
import { openXml } from './open-xml.ts';
import type { WordParts } from './word-parts.ts';

/** What a Word document says of itself; `null` where it does not say. */
export interface CoreProperties {
  readonly title: string | null;
  readonly creator: string | null;
  /** ISO 8601, as written. */
  readonly created: string | null;
  readonly language: string | null;
}

/** The texts of the elements with those names, the first of each. */
function textsOf(xml: Uint8Array): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  walkTree(openXml(xml), {
    enter: (node) => {
      const name = nameOf(node);
      const text = name.includes(':') ? textIn(node).replace(/\s+/g, ' ').trim() : '';
      if (text !== '' && !texts.has(name)) texts.set(name, text);
      return true;
    },
    leave: () => undefined,
  });
  return texts;
}

/** Reads `docProps/core.xml` (Open Packaging Conventions, ECMA-376 part 2). */
export function coreProperties(parts: WordParts): CoreProperties {
  const xml = parts.get('docProps/core.xml');
  const texts = xml === undefined ? new Map<string, string>() : textsOf(xml);
  const at = (name: string): string | null => texts.get(name) ?? null;
  return {
    title: at('dc:title'),
    creator: at('dc:creator'),
    created: at('dcterms:created'),
    language: at('dc:language'),
  };
}
