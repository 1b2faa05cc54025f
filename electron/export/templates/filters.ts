import type { Liquid } from 'liquidjs';
import { markdownCode } from '../../shared/export/escape-markdown.ts';
import { escapeLine, withoutLongBlanks } from './escape-line.ts';
import { escapeWiki } from './escape-wiki.ts';
import { type Flavour, markedFlavours } from './flavours.ts';
import { formatDate } from './format-date.ts';
import { markedBlock, markedBlocks } from './marked-text.ts';
import { type BlockVariables, isBlock } from './text-variables.ts';
import { calloutOf, logseqTag, logseqValue, obsidianTag, slug, yamlString } from './words.ts';

/** The filters of Liquid that do nothing but work on their values, and in time that their length tells. */
const liquidFilters: ReadonlySet<string> = new Set([
  ...['append', 'prepend', 'capitalize', 'downcase', 'upcase', 'strip', 'lstrip', 'rstrip'],
  ...['strip_newlines', 'normalize_whitespace', 'replace', 'replace_first', 'replace_last'],
  ...['remove', 'remove_first', 'remove_last', 'truncate', 'truncatewords', 'split', 'slice'],
  ...['join', 'first', 'last', 'size', 'reverse', 'sort', 'sort_natural', 'uniq', 'compact'],
  ...['concat', 'map', 'where', 'reject', 'find', 'has', 'push', 'group_by', 'sum'],
  ...['plus', 'minus', 'times', 'divided_by', 'modulo', 'abs', 'ceil', 'floor', 'round'],
  ...['at_least', 'at_most', 'default', 'json', 'escape', 'url_encode'],
]);

const textFilters: Readonly<Record<string, (text: string) => string>> = {
  escape_markdown: escapeLine,
  escape_wiki: escapeWiki,
  code: (text) => markdownCode(withoutLongBlanks(text)),
  yaml: yamlString,
  slug,
  obsidian_tag: obsidianTag,
  logseq_tag: logseqTag,
  logseq_value: logseqValue,
  callout: calloutOf,
};

const lineEnd = /\r\n|[\r\n]/;

/** What lines begin with: a text, or so many spaces. At most 40 characters. */
function prefixOf(given: unknown): string {
  const prefix = typeof given === 'number' ? ' '.repeat(Math.min(Math.max(given, 0), 40)) : given;
  return typeof prefix === 'string' ? prefix.slice(0, 40) : '  ';
}

const lineFilters: Readonly<Record<string, (lines: readonly string[], given: unknown) => string>> =
  {
    /** Lines inside of something: empty ones stay empty. */
    indent: (lines, given) =>
      lines.map((line) => (line === '' ? '' : prefixOf(given) + line)).join('\n'),
    /** As `indent`, but for the first line. */
    hang: (lines, given) =>
      lines
        .map((line, index) => (index === 0 || line === '' ? line : prefixOf(given) + line))
        .join('\n'),
    /** Lines of a block quote. */
    quote: (lines) => lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n'),
  };

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Many short lines grow with what stands before each. */
const mostPerLine = 40;

function registerText(engine: Liquid): void {
  for (const [name, filter] of Object.entries(textFilters))
    engine.registerFilter(name, function useText(value: unknown) {
      if (!Array.isArray(value)) {
        const text = textOf(value);
        this.context.memoryLimit.use(text.length);
        return filter(text);
      }
      const texts = value.map(textOf);
      this.context.memoryLimit.use(texts.reduce((sum, text) => sum + text.length + 1, 0));
      return texts.map(filter).filter((text) => text !== '');
    });
  for (const [name, filter] of Object.entries(lineFilters))
    engine.registerFilter(name, function useLines(value: unknown, given: unknown) {
      const lines = (Array.isArray(value) ? value.map(textOf) : [textOf(value)]).flatMap((text) => {
        this.context.memoryLimit.use(text.length);
        return text.split(lineEnd);
      });
      this.context.memoryLimit.use(lines.length * mostPerLine);
      return filter(lines, given);
    });
}

function isFlavour(name: unknown): name is Flavour {
  return typeof name === 'string' && Object.hasOwn(markedFlavours, name);
}

function marked(value: unknown, flavour: Flavour): string {
  if (isBlock(value)) return markedBlock(value, markedFlavours[flavour]);
  return markedBlocks(blocksOf(value), markedFlavours[flavour]);
}

function blocksOf(value: unknown): readonly BlockVariables[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(isBlock);
}

/** What going through a list costs for each of its values, in UTF-16 code units of memory. */
const costOfValue = 20;

/** Keeps some of Liquid's filters, and lets them take no more time than they take memory. */
function keepFilters(engine: Liquid): void {
  for (const [name, filter] of Object.entries(engine.filters)) {
    engine.unregisterFilter(name);
    const handler = typeof filter === 'function' ? filter : filter.handler;
    if (liquidFilters.has(name))
      engine.registerFilter(name, function useKept(value: unknown, ...given: unknown[]) {
        if (Array.isArray(value)) this.context.memoryLimit.use(value.length * costOfValue);
        return handler.call(this, value, ...given) as unknown;
      });
  }
}

/**
 * Leaves an engine with the filters of `docs/templates.md`: some of Liquid's, and our own. None uses
 * the clock or chance.
 */
export function registerFilters(engine: Liquid): void {
  keepFilters(engine);
  registerText(engine);
  engine.registerFilter('date', (value: unknown, form: unknown) =>
    formatDate(textOf(value), textOf(form)),
  );
  engine.registerFilter('marked', function useMarked(value: unknown, name: unknown) {
    if (!isFlavour(name))
      throw new Error('The filter “marked” wants “markdown”, “obsidian” or “logseq”');
    this.context.memoryLimit.use(blocksOf(value).reduce((sum, { text }) => sum + text.length, 0));
    return marked(value, name);
  });
}
