import { nameOf, textIn, walkTree } from '../html/page-node.ts';
import { openXml } from './open-xml.ts';
import type { WordParts } from './word-parts.ts';

/** The paragraphs of a part of the document that is written in WordprocessingML. */
function paragraphsOf(xml: Uint8Array): readonly string[] {
  const lines: string[] = [];
  let texts: string[] = [];
  walkTree(openXml(xml), {
    enter: (node) => {
      const name = nameOf(node);
      if (name === 'w:t') texts.push(textIn(node));
      if (name === 'w:tab' || name === 'w:br') texts.push(' ');
      return name !== 'w:t' && name !== 'w:instrtext';
    },
    leave: (node) => {
      if (nameOf(node) !== 'w:p') return;
      lines.push(texts.join('').replace(/\s+/g, ' ').trim());
      texts = [];
    },
  });
  return lines.filter((line) => line !== '');
}

/** The lines at the head and foot of a document's pages, every one once. */
export function runningLines(parts: WordParts): readonly string[] {
  const names = [...parts.keys()].filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
  return [...new Set(names.flatMap((name) => paragraphsOf(parts.get(name) ?? new Uint8Array())))];
}
