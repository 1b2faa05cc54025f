import { describe, expect, it } from 'vitest';
import {
  annotationDraftSchema,
  annotationSchema,
  type AnnotationDraft,
  bookmarkDraftSchema,
  bookmarkSchema,
  historyStepSchema,
  type Target,
} from '../../../../electron/shared/model/annotation.ts';
import { partsOf } from '../../../../electron/shared/model/part.ts';
import { passageIn } from '../../../support/passages.ts';
import { briefingOf } from '../briefings.ts';
import {
  annotationDraftOf,
  annotationOf,
  bookmarkDraftOf,
  bookmarkOf,
  briefingId,
  markId,
} from '../marks.ts';

const draft = annotationDraftOf(1, {
  color: 'pink',
  tags: ['ports', 'المرفأ'],
  note: 'Ask the *harbour* office.',
});

const passage: Target = passageIn([{ path: 'dek', text: 'The storm is over.' }], 'storm');

describe('annotationDraftSchema', () => {
  it.each<[string, Partial<AnnotationDraft>]>([
    ['a note on the briefing', {}],
    ['a highlight of a passage', { target: passage, note: '', tags: [] }],
    ['a mark without a colour', { color: null }],
    ['a long note', { note: 'long '.repeat(199_999) }],
    ['an id that the web’s crypto made', { id: crypto.randomUUID() }],
  ])('accepts %s as it is', (_, changes) => {
    const made = { ...draft, ...changes };
    expect(annotationDraftSchema.parse(made)).toEqual(made);
  });

  it('accepts a note on any part of a briefing', () => {
    for (const { path, text } of partsOf(briefingOf())) {
      const target = { kind: 'part', part: path, quote: text };
      expect(annotationDraftSchema.parse({ ...draft, target }).target).toEqual(target);
    }
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a path as id', { id: '../../notes.sqlite' }],
    ['an id in capitals', { id: markId(171).toUpperCase() }],
    ['a briefing id that is none', { briefingId: 'headline' }],
    ['a file path as briefing', { briefingId: '/library/ferries.txt' }],
    ['an unknown colour', { color: 'red' }],
    ['no colour at all', { color: undefined }],
    ['an empty tag', { tags: [''] }],
    ['a tag that is no text', { tags: [1] }],
    ['a tag of 201 characters', { tags: ['x'.repeat(201)] }],
    ['101 tags', { tags: Array.from({ length: 101 }, (_, index) => `tag ${index}`) }],
    ['a note of more than a million characters', { note: 'x'.repeat(1_000_001) }],
    ['a note that is no text', { note: null }],
    ['an unknown target', { target: { kind: 'folder' } }],
    ['a part that cannot be', { target: { kind: 'part', part: 'footer', quote: '' } }],
    ['a passage without its position', { target: { ...passage, position: undefined } }],
    ['a passage without its quote', { target: { ...passage, quote: undefined } }],
    [
      'a position in front of the text',
      { target: { ...passage, position: { type: 'TextPositionSelector', start: -1, end: 2 } } },
    ],
    [
      'a position within a code unit',
      { target: { ...passage, position: { type: 'TextPositionSelector', start: 0.5, end: 2 } } },
    ],
    [
      'an endless position',
      {
        target: { ...passage, position: { type: 'TextPositionSelector', start: 0, end: Infinity } },
      },
    ],
    ['no stretch of typing', { editing: '' }],
  ])('refuses %s', (_, changes) =>
    expect(annotationDraftSchema.safeParse({ ...draft, ...changes }).success).toBe(false),
  );

  it.each([null, undefined, 'note', [], 7])('refuses %s', (value) =>
    expect(annotationDraftSchema.safeParse(value).success).toBe(false),
  );
});

describe('the schemas of stored marks', () => {
  it('accept what is stored', () => {
    expect(annotationSchema.parse(annotationOf(1))).toEqual(annotationOf(1));
    expect(bookmarkSchema.parse(bookmarkOf(1))).toEqual(bookmarkOf(1));
  });

  it('refuse marks without their times', () => {
    const [annotation, bookmark] = [annotationOf(1), bookmarkOf(1)];
    expect(annotationSchema.safeParse({ ...annotation, createdAt: '2026' }).success).toBe(false);
    expect(annotationSchema.safeParse({ ...annotation, modifiedAt: NaN }).success).toBe(false);
    expect(bookmarkSchema.safeParse({ ...bookmark, createdAt: null }).success).toBe(false);
  });
});

describe('bookmarkDraftSchema', () => {
  it('accepts the whole briefing and a part', () => {
    const whole = bookmarkDraftOf(1);
    const part = { ...whole, place: { kind: 'part', part: 'figures/3', quote: 'A ferry' } };
    expect(bookmarkDraftSchema.parse(whole)).toEqual(whole);
    expect(bookmarkDraftSchema.parse(part)).toEqual(part);
  });

  it('refuses a passage, which is for annotations', () =>
    expect(bookmarkDraftSchema.safeParse({ ...bookmarkOf(1), place: passage }).success).toBe(
      false,
    ));
});

describe('historyStepSchema', () => {
  it.each([
    { kind: 'nothing' },
    { kind: 'changed', briefingId: briefingId(4), description: 'note deleted' },
  ])('accepts a step of kind $kind', (step) => expect(historyStepSchema.parse(step)).toEqual(step));

  it('refuses a change that does not say of what', () =>
    expect(historyStepSchema.safeParse({ kind: 'changed', description: 'x' }).success).toBe(false));
});
