import { type LinkedData, readLinkedData } from './linked-data.ts';
import { attributeOf, nameOf, type PageNode, textIn, walkTree } from './page-node.ts';
import { isSkipped } from './skipped.ts';

/** What a page says of itself, and of what kind it is. */
export interface PageFacts {
  readonly title: string | null;
  /** The text of its headings of the first rank. */
  readonly mainHeadings: readonly string[];
  readonly source: string | null;
  readonly author: string | null;
  /** As written. */
  readonly published: string | null;
  readonly language: string | null;
  /** It has menus, scripts or other things that stand around an article. */
  readonly hasSurroundings: boolean;
  readonly elementCount: number;
  readonly depth: number;
}

const surroundings: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'iframe', 'form']);

const surroundingRoles: ReadonlySet<string> = new Set([
  'navigation',
  'banner',
  'complementary',
  'contentinfo',
  'search',
]);

const titleNames = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title'] as const;
const sourceNames = ['og:site_name', 'application-name'] as const;
const authorNames = ['author', 'dc.creator', 'dcterms.creator', 'parsely-author'] as const;
const publishedNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'parsely-pub-date',
  'sailthru.date',
] as const;

function lineOf(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}

function withoutNulls(linked: LinkedData | null): Partial<LinkedData> {
  return Object.fromEntries(Object.entries(linked ?? {}).filter(([, value]) => value !== null));
}

function hasSurroundingRole(node: PageNode): boolean {
  return surroundingRoles.has(attributeOf(node, 'role')?.trim().toLowerCase() ?? '');
}

class FactsReader {
  readonly #metas = new Map<string, string>();
  readonly #mainHeadings: string[] = [];
  #title: string | null = null;
  #time: string | null = null;
  #language: string | null = null;
  #linked: LinkedData | null = null;
  #hasSurroundings = false;
  #elementCount = 0;
  #depth = 0;
  #deepest = 0;
  /** Where the outermost open heading of the first rank stands; 0 for none. */
  #headingDepth = 0;

  enter(node: PageNode): boolean {
    this.#depth += 1;
    this.#deepest = Math.max(this.#deepest, this.#depth);
    const name = nameOf(node);
    if (name !== '') this.#readElement(name, node);
    return true;
  }

  leave(): void {
    if (this.#depth === this.#headingDepth) this.#headingDepth = 0;
    this.#depth -= 1;
  }

  get facts(): PageFacts {
    const stated = { ...this.#statedFacts, ...withoutNulls(this.#linked) };
    return {
      title: stated.headline ?? this.#title,
      mainHeadings: this.#mainHeadings,
      source: this.#meta(sourceNames) ?? stated.source,
      author: stated.author,
      published: stated.published ?? this.#time,
      language: this.#language ?? stated.language,
      hasSurroundings: this.#hasSurroundings,
      elementCount: this.#elementCount,
      depth: this.#deepest,
    };
  }

  get #statedFacts(): LinkedData {
    return {
      headline: this.#meta(titleNames),
      source: this.#meta(sourceNames),
      author: this.#meta(authorNames),
      published: this.#meta(publishedNames),
      language: null,
    };
  }

  #meta(names: readonly string[]): string | null {
    return names.map((name) => this.#metas.get(name)).find((value) => value !== undefined) ?? null;
  }

  #readElement(name: string, node: PageNode): void {
    this.#elementCount += 1;
    this.#hasSurroundings ||= surroundings.has(name) || hasSurroundingRole(node);
    if (name === 'title') this.#title ??= lineOf(textIn(node));
    else if (name === 'meta') this.#readMeta(node);
    else if (name === 'script') this.#readScript(node);
    else if (name === 'h1') this.#readMainHeading(node);
    else if (name === 'time') this.#time ??= lineOf(attributeOf(node, 'datetime') ?? '');
    else if (name === 'html') this.#readLanguage(node);
  }

  #readLanguage(node: PageNode): void {
    this.#language ??= attributeOf(node, 'lang') ?? attributeOf(node, 'xml:lang');
  }

  #readMeta(node: PageNode): void {
    const content = lineOf(attributeOf(node, 'content') ?? '');
    if (content === null) return;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = attributeOf(node, attribute)?.trim().toLowerCase() ?? '';
      if (name !== '' && !this.#metas.has(name)) this.#metas.set(name, content);
    }
  }

  #readScript(node: PageNode): void {
    if (attributeOf(node, 'type')?.trim().toLowerCase() === 'application/ld+json') {
      this.#linked ??= readLinkedData(textIn(node));
    } else this.#hasSurroundings = true;
  }

  #readMainHeading(node: PageNode): void {
    if (this.#headingDepth > 0) return;
    this.#headingDepth = this.#depth;
    const text = isSkipped(node) ? null : lineOf(textIn(node));
    if (text !== null) this.#mainHeadings.push(text);
  }
}

/** Reads what a page says of itself. */
export function readFacts(page: PageNode): PageFacts {
  const reader = new FactsReader();
  walkTree(page, {
    enter: (node) => reader.enter(node),
    leave: () => {
      reader.leave();
    },
  });
  return reader.facts;
}
