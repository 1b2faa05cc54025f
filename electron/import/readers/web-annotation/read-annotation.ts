import { failure, type Result, success } from '../../../shared/result.ts';
import type { ImportedMark, ImportedSource, ImportedTarget } from '../../imported-mark.ts';
import { importedColor } from '../values/color.ts';
import { fieldOf, textField, textsOf, valuesOf } from '../values/json-value.ts';
import { importedTags } from '../values/tags.ts';
import { timeOf } from '../values/time.ts';
import { hypothesisUuid, uuidOf } from '../values/uuid.ts';
import { readBodies } from './read-bodies.ts';
import { type Briefings, readSource } from './read-source.ts';
import { readTarget } from './read-target.ts';

/** Whether it is an annotation as Hypothesis writes them: its note and tags are no bodies. */
function isOfHypothesis(annotation: unknown): boolean {
  return textField(annotation, 'uri') !== null && fieldOf(annotation, 'body') === undefined;
}

function targetsOf(annotation: unknown): readonly unknown[] {
  const targets = valuesOf(fieldOf(annotation, 'target'));
  return targets.length === 0 && isOfHypothesis(annotation) ? [{}] : targets;
}

/** The document: as its target says, or the annotation itself does in Hypothesis. */
function sourceOf(annotation: unknown, target: unknown, briefings: Briefings): ImportedSource {
  const source = typeof target === 'string' ? target : (fieldOf(target, 'source') ?? target);
  const iri = typeof source === 'string' ? source : textField(source, 'id');
  const known = iri === null ? undefined : briefings.get(iri);
  if (known !== undefined) return known;
  const stated = readSource(source);
  const document = readSource(fieldOf(annotation, 'document'));
  return {
    ...stated,
    headline: stated.headline ?? document.headline,
    address: stated.address ?? textField(annotation, 'uri'),
  };
}

type Contents = Pick<ImportedMark, 'color' | 'tags' | 'note'>;

function contentsOf(annotation: unknown, target: unknown): Contents {
  const bodies = readBodies(annotation);
  const foreign = isOfHypothesis(annotation);
  const colors = [
    ...textsOf(fieldOf(target, 'styleClass')),
    ...bodies.colors,
    fieldOf(annotation, 'color'),
  ].map(importedColor);
  return {
    color: colors.find((color) => color !== null) ?? null,
    tags: importedTags([...bodies.tags, ...(foreign ? textsOf(fieldOf(annotation, 'tags')) : [])]),
    note: foreign ? (textField(annotation, 'text') ?? bodies.note) : bodies.note,
  };
}

/** A bookmark has nothing but its place; what says more than that is an annotation. */
function isBookmark(annotation: unknown, target: ImportedTarget, contents: Contents): boolean {
  const motivations = textsOf(fieldOf(annotation, 'motivation'));
  return (
    motivations.some((one) => one === 'bookmarking' || one === 'oa:bookmarking') &&
    target.kind !== 'passage' &&
    contents.note === '' &&
    contents.tags.length === 0
  );
}

function markOn(
  annotation: unknown,
  target: unknown,
  briefings: Briefings,
): Result<ImportedMark, string> {
  const contents = contentsOf(annotation, target);
  const read = readTarget(target);
  if (!read.ok) return read;
  const id = fieldOf(annotation, 'id');
  const createdAt = timeOf(fieldOf(annotation, 'created'));
  const isMark = isBookmark(annotation, read.value, contents);
  const modified = fieldOf(annotation, 'modified') ?? fieldOf(annotation, 'updated');
  return success({
    kind: isMark ? 'bookmark' : 'annotation',
    id: uuidOf(id) ?? (isOfHypothesis(annotation) ? hypothesisUuid(id) : null),
    source: sourceOf(annotation, target, briefings),
    target: read.value,
    ...contents,
    createdAt,
    modifiedAt: timeOf(modified),
  });
}

/**
 * The marks that an annotation is: one on each of its targets, the first of which has its id, or why
 * there is none.
 */
export function readAnnotation(
  annotation: unknown,
  briefings: Briefings,
): readonly Result<ImportedMark, string>[] {
  if (typeof annotation !== 'object' || annotation === null)
    return [failure('It is no annotation.')];
  const targets = targetsOf(annotation);
  if (targets.length === 0) return [failure('It does not say what it is on.')];
  return targets.map((target, index) => {
    const mark = markOn(annotation, target, briefings);
    return index === 0 || !mark.ok ? mark : success({ ...mark.value, id: null });
  });
}
