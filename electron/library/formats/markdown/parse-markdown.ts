import createMarkdown, { type MarkdownIt, type Token } from 'markdown-it';
import type { Briefing, Section, Warning } from '../../../shared/model/briefing.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import { decodeText } from '../../decode.ts';
import type { BriefingFile } from '../briefing-file.ts';
import { toBriefing } from '../document-briefing.ts';
import { decodingWarnings } from '../document-warnings.ts';
import { DocumentWriter } from '../document-writer.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { splitLines, toLines } from '../lines.ts';
import { readStory } from '../story.ts';
import { parseText } from '../text/parse-text.ts';
import { writeTokens } from './write-tokens.ts';

/** How deep lists and quotations are read; what stands deeper the library drops. */
const deepest = 200;

/** What a text without Markdown is made of; a copied story has lists and paragraphs only. */
const plainTokens: ReadonlySet<string> = new Set([
  'paragraph_open',
  'paragraph_close',
  'bullet_list_open',
  'bullet_list_close',
  'ordered_list_open',
  'ordered_list_close',
  'list_item_open',
  'list_item_close',
  'inline',
  'text',
  'softbreak',
  'hardbreak',
]);

function markdownReader(): MarkdownIt {
  const reader = new createMarkdown({ html: false, linkify: false, maxNesting: deepest });
  // Addresses are data here, and stay as they are written; nothing follows them unasked.
  reader.validateLink = () => true;
  reader.normalizeLink = (address) => address;
  reader.normalizeLinkText = (text) => text;
  return reader;
}

const reader = markdownReader();

function isPlain(tokens: readonly Token[]): boolean {
  return tokens.every(
    ({ type, children }) => plainTokens.has(type) && (children === null || isPlain(children)),
  );
}

/** Whether a text is a story copied off its page, which no Markdown was added to. */
function isCopiedStory(
  lines: readonly string[],
  headline: string | null,
  tokens: readonly Token[],
): boolean {
  return isPlain(tokens) && readStory(toLines(lines), headline).isStory;
}

function depthWarning(tokens: readonly Token[]): readonly Warning[] {
  if (tokens.every(({ level }) => level < deepest - 1)) return [];
  const message = `Lists and quotations more than ${deepest / 2} deep inside of each other may be left out.`;
  return [{ kind: 'left out', message }];
}

/** Front matter that cannot be read, as a last section, so that what comes before keeps its place. */
function brokenFrontMatter(lines: readonly string[]): {
  readonly sections: readonly Section[];
  readonly warnings: readonly Warning[];
} {
  if (lines.length === 0) return { sections: [], warnings: [] };
  const items = toLines(lines).map(({ text }) => ({
    kind: 'paragraph' as const,
    text,
    marker: null,
  }));
  const message = 'The front matter at the start is no valid YAML; it is shown as text at the end.';
  return {
    sections: [{ heading: null, items }],
    warnings: [{ kind: 'front matter', message }],
  };
}

function parse(file: BriefingFile): Result<Briefing, Problem> {
  const decoded = decodeText(file.bytes);
  if (decoded.binary) {
    return failure({ kind: 'unreadable', message: `${file.fileName} is not a text file.` });
  }
  const { frontMatter, lines, brokenLines } = splitFrontMatter(splitLines(decoded.text));
  const tokens = reader.parse(lines.join('\n'), {});
  if (isCopiedStory(lines, frontMatter.headline, tokens)) return parseText(file);
  const writer = new DocumentWriter();
  writeTokens(writer, tokens);
  const broken = brokenFrontMatter(brokenLines);
  const warnings = [...decodingWarnings(decoded), ...depthWarning(tokens), ...broken.warnings];
  const facts = { ...frontMatter, furniture: [] };
  const briefing = toBriefing(writer.finish(), facts, file, warnings);
  return success({ ...briefing, sections: [...briefing.sections, ...broken.sections] });
}

/** Parses a Markdown text; one that is a copied story is read as that. Never throws. */
export function parseMarkdown(file: BriefingFile): Promise<Result<Briefing, Problem>> {
  return Promise.resolve(parse(file));
}
