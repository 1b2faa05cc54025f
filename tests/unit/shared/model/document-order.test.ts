import { describe, expect, it } from 'vitest';
import type { Annotation, Target } from '../../../../electron/shared/model/annotation.ts';
import {
  bookmarksInDocumentOrder,
  inDocumentOrder,
} from '../../../../electron/shared/model/document-order.ts';
import { briefingOf } from '../briefings.ts';
import { annotationOf, bookmarkOf } from '../marks.ts';

function onPart(number: number, part: string): Annotation {
  return annotationOf(number, { target: { kind: 'part', part, quote: '' } });
}

function onPassage(number: number, part: string, start: number): Annotation {
  const target: Target = {
    kind: 'passage',
    part,
    quote: { type: 'TextQuoteSelector', exact: 'x', prefix: '', suffix: '' },
    position: { type: 'TextPositionSelector', start, end: start + 1 },
    fingerprint: null,
    repeated: false,
  };
  return annotationOf(number, { target });
}

function times(marks: readonly { readonly createdAt: number }[]): readonly number[] {
  return marks.map(({ createdAt }) => createdAt);
}

describe('inDocumentOrder', () => {
  it('puts the whole briefing first and then goes from part to part', () => {
    const marks = [
      onPart(1, 'sections/0/items/1'),
      onPart(2, 'figures/1'),
      annotationOf(3),
      onPart(4, 'headline'),
      onPart(5, 'sections/1/items/0'),
      onPart(6, 'sections/0/heading'),
      onPart(7, 'dek'),
    ];
    expect(times(inDocumentOrder(marks, briefingOf()))).toEqual([3, 4, 7, 2, 6, 1, 5]);
  });

  it('goes by figures’ and bullets’ numbers, not by their digits', () => {
    const items = Array.from({ length: 12 }, (_, index) => ({
      kind: 'bullet' as const,
      text: `Bullet ${index}`,
      marker: '•',
    }));
    const briefing = briefingOf({ sections: [{ heading: null, items }] });
    const marks = [onPart(1, 'sections/0/items/10'), onPart(2, 'sections/0/items/9')];
    expect(times(inDocumentOrder(marks, briefing))).toEqual([2, 1]);
  });

  it('puts the note on a part before its passages, and those by where they start', () => {
    const marks = [onPassage(1, 'dek', 9), onPassage(2, 'dek', 4), onPart(3, 'dek')];
    expect(times(inDocumentOrder(marks, briefingOf()))).toEqual([3, 2, 1]);
  });

  it('keeps marks on one place in the order in which they were made', () => {
    const marks = [onPart(8, 'dek'), onPart(5, 'dek'), onPart(6, 'dek')];
    expect(times(inDocumentOrder(marks, briefingOf()))).toEqual([5, 6, 8]);
  });

  it('puts marks on parts that are gone last', () => {
    const marks = [onPart(1, 'figures/7'), onPart(2, 'sections/1/items/0')];
    expect(times(inDocumentOrder(marks, briefingOf()))).toEqual([2, 1]);
  });

  it('keeps every mark where the briefing is gone, the oldest first', () => {
    const marks = [onPart(2, 'dek'), onPart(1, 'headline'), annotationOf(3)];
    expect(times(inDocumentOrder(marks, null))).toEqual([3, 1, 2]);
  });

  it('leaves the list that it was given as it is', () => {
    const marks = [onPart(2, 'dek'), onPart(1, 'headline')];
    inDocumentOrder(marks, briefingOf());
    expect(times(marks)).toEqual([2, 1]);
  });
});

describe('bookmarksInDocumentOrder', () => {
  it('goes by the text', () => {
    const bookmarks = [
      bookmarkOf(1, { place: { kind: 'part', part: 'sections/0/items/0', quote: '' } }),
      bookmarkOf(2, { place: { kind: 'part', part: 'dek', quote: '' } }),
      bookmarkOf(3),
    ];
    expect(times(bookmarksInDocumentOrder(bookmarks, briefingOf()))).toEqual([3, 2, 1]);
  });
});
