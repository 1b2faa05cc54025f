import path from 'node:path';
import type { Briefing, Item, Section, Warning } from '../../../shared/model/briefing.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import { type DecodedText, decodeText } from '../../decode.ts';
import type { BriefingFile } from '../briefing-file.ts';
import { dateOf } from '../date.ts';
import { newestCaption, picturesByNumber, toFigure } from '../document-figures.ts';
import { type FrontMatter, splitFrontMatter } from '../front-matter.ts';
import { languageOf, languageTag } from '../language.ts';
import { splitLines, toLines } from '../lines.ts';
import { readStory, type Story } from '../story.ts';

function warningsFor(
  story: Story,
  decoded: DecodedText,
  isFrontMatterBroken: boolean,
): readonly Warning[] {
  const warnings: Warning[] = [];
  const hasText = story.headline !== null || story.sections.length + story.captions.length > 0;
  if (!hasText) warnings.push({ kind: 'empty', message: 'This file has no text in it.' });
  else if (!story.isStory) {
    warnings.push({
      kind: 'no story',
      message: 'This file does not have the form of a story; it is shown as plain paragraphs.',
    });
  } else if (story.headline === null) {
    warnings.push({
      kind: 'no headline',
      message: 'This story has no headline; the file’s name stands in for it.',
    });
  }
  if (decoded.guessed) {
    warnings.push({
      kind: 'encoding guessed',
      message: `The file’s encoding was guessed (${decoded.encoding}); some letters may be wrong.`,
    });
  }
  if (decoded.truncated) {
    warnings.push({
      kind: 'truncated',
      message: 'The file is too long; only its beginning is shown.',
    });
  }
  if (isFrontMatterBroken) {
    warnings.push({
      kind: 'front matter',
      message: 'The front matter at the start is no valid YAML; it is shown as text at the end.',
    });
  }
  return warnings;
}

function assemble(
  story: Story,
  frontMatter: FrontMatter,
  file: BriefingFile,
  text: string,
): Omit<Briefing, 'warnings'> {
  const pictures = picturesByNumber(file.pictures);
  const figures = story.captions.map((caption, index) => ({
    caption,
    picture: pictures.get(index + 1) ?? null,
  }));
  const newest = newestCaption(figures);
  const firstItems = story.sections[0]?.items.map((item) => item.text) ?? [];
  const date = dateOf({
    frontMatter: frontMatter.date,
    fileName: file.fileName,
    newestCaption: newest,
    texts: story.dek === null ? firstItems : [story.dek, ...firstItems],
    modifiedAt: file.modifiedAt,
  });
  const reference = newest?.day ?? date?.value ?? null;
  return {
    headline: story.headline ?? path.parse(file.fileName).name,
    dek: story.dek,
    figures: figures.map((figure) => toFigure(figure, reference)),
    sections: story.sections,
    source: story.namesSite ? 'Particle.news' : frontMatter.source,
    date,
    language: languageTag(frontMatter.language) ?? languageOf(text),
    furniture: story.furniture,
  };
}

/** Lines that belong nowhere else, as a last section, so that what comes before keeps its place. */
function asText(lines: readonly string[]): readonly Section[] {
  if (lines.length === 0) return [];
  const items = toLines(lines).map(({ text }): Item => ({ kind: 'paragraph', text, marker: null }));
  return [{ heading: null, items }];
}

/**
 * Parses the bytes of a file into a briefing. Never throws: a text that is no story becomes a
 * briefing of plain paragraphs with a warning; only what is no text at all is a problem.
 */
export function parseText(file: BriefingFile): Result<Briefing, Problem> {
  const decoded = decodeText(file.bytes);
  if (decoded.binary) {
    return failure({ kind: 'unreadable', message: `${file.fileName} is not a text file.` });
  }
  const { frontMatter, lines, brokenLines } = splitFrontMatter(splitLines(decoded.text));
  const read = readStory(toLines(lines), frontMatter.headline);
  const story = { ...read, sections: [...read.sections, ...asText(brokenLines)] };
  const warnings = warningsFor(story, decoded, brokenLines.length > 0);
  return success({ ...assemble(story, frontMatter, file, decoded.text), warnings });
}
