import { describe, expect, it } from 'vitest';
import { noteQuerySchema, noteVersionSchema } from '../../../../electron/shared/model/note-list.ts';

const query = { words: '', colors: [], tags: [], group: 'day' };

describe('a query of notes', () => {
  it('can ask for everything', () => expect(noteQuerySchema.parse(query)).toEqual(query));

  it.each([
    ['endless words', { words: 'x'.repeat(1001) }],
    ['a color of no kind', { colors: ['red'] }],
    ['a tag without a letter', { tags: [''] }],
    ['endless tags', { tags: Array.from({ length: 101 }, () => 'a') }],
    ['no group', { group: null }],
  ])('is refused with %s', (_name, changes) =>
    expect(noteQuerySchema.safeParse({ ...query, ...changes }).success).toBe(false),
  );
});

describe('a version of a note', () => {
  it('can be its deletion', () => {
    const version = { sequence: 1, time: 1, description: 'note deleted', annotation: null };
    expect(noteVersionSchema.parse(version)).toEqual(version);
  });
});
