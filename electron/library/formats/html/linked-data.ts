import { parseValue } from '../json/parse-value.ts';

/** What a page says of its article for search engines (schema.org as JSON-LD). */
export interface LinkedData {
  readonly headline: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

const articleType = /(?:article|posting|report)$/i;

/** How many things are looked through. */
const mostThings = 1000;

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const field: unknown = Reflect.get(value, name);
  return field;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  return text === '' ? null : text;
}

function namesOf(value: unknown): string | null {
  const names = listOf(value).flatMap((one) => textOf(one) ?? textOf(fieldOf(one, 'name')) ?? []);
  return names.length === 0 ? null : names.join(', ');
}

function isArticle(thing: unknown): boolean {
  return listOf(fieldOf(thing, '@type')).some(
    (type) => typeof type === 'string' && articleType.test(type),
  );
}

function toLinkedData(article: unknown): LinkedData {
  return {
    headline: textOf(fieldOf(article, 'headline')) ?? textOf(fieldOf(article, 'name')),
    source: namesOf(fieldOf(article, 'publisher')),
    author: namesOf(fieldOf(article, 'author')),
    published: textOf(fieldOf(article, 'datePublished')),
    language: textOf(fieldOf(article, 'inLanguage')),
  };
}

/** The article among the things that a script of the type `application/ld+json` describes. */
export function readLinkedData(script: string): LinkedData | null {
  const parsed = parseValue(script);
  if (!parsed.ok) return null;
  const queue = listOf(parsed.value).slice(0, mostThings);
  for (let index = 0; index < Math.min(queue.length, mostThings); index += 1) {
    const thing = queue[index];
    if (isArticle(thing)) return toLinkedData(thing);
    const inner = listOf(Array.isArray(thing) ? thing : fieldOf(thing, '@graph'));
    queue.push(...inner.slice(0, Math.max(0, mostThings - queue.length)));
  }
  return null;
}
