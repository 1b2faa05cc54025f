import { ConcreteHyperlink, type XmlComponent } from 'docx';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Link } from '../../shared/model/briefing.ts';
import type { PartPath } from '../../shared/model/part.ts';
import { checkLink } from '../../open-link.ts';
import { endComments, startComments } from './comments.ts';
import { highlightFill } from './highlight-fill.ts';
import { type MarkedPiece, piecesOf } from './marked-pieces.ts';
import { type RunLook, shadedWith, textRun } from './text-runs.ts';
import type { BriefingContext } from './writing-context.ts';

/** The colour of the annotation that was made last lies on top of the others. */
function lookOf(annotations: readonly Annotation[]): RunLook {
  const color = annotations.findLast((annotation) => annotation.color !== null)?.color ?? null;
  return color === null ? {} : shadedWith(highlightFill(color));
}

/** Where a link that is not opened would lead, behind its last words. */
function targetBehind({ end, link, text }: MarkedPiece): readonly XmlComponent[] {
  const isShown = link !== null && link.end === end && link.target !== text;
  return isShown ? [textRun(` (${link.target})`)] : [];
}

function wordsOf(
  piece: MarkedPiece,
  whole: readonly Annotation[],
  { references }: BriefingContext,
): readonly XmlComponent[] {
  if (piece.text === '') return [];
  const look = lookOf([...whole, ...piece.annotations]);
  const checked = piece.link === null ? null : checkLink(piece.link.target);
  if (checked?.ok === true) {
    const run = textRun(piece.text, { ...look, style: 'Hyperlink' });
    return [new ConcreteHyperlink([run], references.linkTo(checked.value.href))];
  }
  return [textRun(piece.text, look), ...targetBehind(piece)];
}

/** Pieces of a part with highlights in colour, comments and links. */
export function contentOfPieces(
  pieces: readonly MarkedPiece[],
  whole: readonly Annotation[],
  context: BriefingContext,
): readonly XmlComponent[] {
  return pieces.flatMap((piece) => [
    ...startComments(piece.starting, context),
    ...wordsOf(piece, whole, context),
    ...endComments(piece.ending, context),
  ]);
}

/** A part of a briefing as the content of its paragraph, within the comments on the part as a whole. */
export function contentOfPart(
  path: PartPath,
  links: readonly Link[],
  context: BriefingContext,
  after: readonly XmlComponent[] = [],
): readonly XmlComponent[] {
  const { marked, extents } = context;
  const whole = marked.whole.get(path) ?? [];
  const pieces = piecesOf(marked.runs.get(path) ?? [], links, [], extents);
  return [
    ...startComments(whole, context),
    ...contentOfPieces(pieces, whole, context),
    ...after,
    ...endComments(whole, context),
  ];
}
