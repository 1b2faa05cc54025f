import type { Problem } from '../../../shared/model/problem.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { ImportedFile, ImportedMark, ImportReader, RefusedItem } from '../../imported-mark.ts';
import { mostMarks } from '../limits.ts';
import { excerptOf } from '../values/excerpt.ts';
import { fieldOf, textField, valuesOf } from '../values/json-value.ts';
import { tooManyMarks, unreadable } from '../unreadable.ts';
import { readAnnotation } from './read-annotation.ts';
import { readBodies } from './read-bodies.ts';
import { readBriefings } from './read-source.ts';

/** The lists of annotations that a document may have, by their names. */
const listNames = ['items', 'rows', 'annotations', '@graph'] as const;

/** The annotations of a page or of a file of Hypothesis; `null` where it has no list of them. */
function listedItems(document: unknown): readonly unknown[] | null {
  if (Array.isArray(document)) return document as readonly unknown[];
  for (const name of listNames) {
    const list = fieldOf(document, name);
    if (Array.isArray(list)) return list as readonly unknown[];
  }
  return null;
}

/** The annotations of pages that stand in each other, as far as they are in the file. */
function pagedItems(collection: unknown): readonly unknown[] | null {
  const items: unknown[] = [];
  let page = fieldOf(collection, 'first');
  if (typeof page !== 'object' || page === null) return null;
  while (typeof page === 'object' && page !== null && items.length <= mostMarks) {
    for (const item of listedItems(page) ?? []) items.push(item);
    page = fieldOf(page, 'next');
  }
  return items;
}

function itemsOf(document: unknown): readonly unknown[] | null {
  const listed = listedItems(document) ?? pagedItems(document);
  if (listed !== null) return listed;
  if (fieldOf(document, 'target') !== undefined) return [document];
  const isEmpty =
    fieldOf(document, 'type') === 'AnnotationCollection' && fieldOf(document, 'total') === 0;
  return isEmpty ? [] : null;
}

/** What a reader would know an annotation by that cannot be taken. */
function nameOf(item: unknown, index: number): string {
  const words = textField(item, 'text') ?? readBodies(item).note;
  return excerptOf(words) || excerptOf(textField(item, 'id') ?? `Annotation ${index + 1}`);
}

function readItems(document: unknown, items: readonly unknown[]): Result<ImportedFile, Problem> {
  const briefings = readBriefings(document);
  const marks: ImportedMark[] = [];
  const refused: RefusedItem[] = [];
  for (const [index, item] of items.entries()) {
    for (const mark of readAnnotation(item, briefings)) {
      if (mark.ok) marks.push(mark.value);
      else refused.push({ excerpt: nameOf(item, index), reason: mark.problem });
      if (marks.length + refused.length > mostMarks) return failure(tooManyMarks);
    }
  }
  return success({ marks, refused });
}

/**
 * Reads annotations of the W3C model: a collection with its pages, a page, a list or one alone, of this
 * app or another one; and what Hypothesis exports or its API answers.
 *
 * @see https://www.w3.org/TR/annotation-model/
 * @see https://h.readthedocs.io/en/latest/api-reference/v1/
 */
export const readWebAnnotations: ImportReader = (text) => {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return failure(unreadable('It is no valid JSON; the file may be cut off or damaged.'));
  }
  const items = itemsOf(document);
  if (items === null) return failure(unreadable('There are no annotations in this JSON file.'));
  return readItems(document, valuesOf(items));
};
