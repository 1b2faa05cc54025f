import { describe, expect, it } from 'vitest';
import type { Notes } from '../../../electron/notes/notes.ts';
import { briefingIdOf, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { openTemporaryNotes, tickingClock, valueOf } from '../../support/notes/store-folder.ts';

/** Notes on two briefings with these tags. */
function notesWith(...all: readonly (readonly string[])[]): Notes {
  const notes = openTemporaryNotes(tickingClock());
  all.forEach((tags, index) => {
    const number = 1 + (index % 2);
    const draft = noteDraft({ briefingId: briefingIdOf(number), note: String(index), tags });
    valueOf(notes.saveAnnotation(draft, referenceOf(number)));
  });
  return notes;
}

/** The tags of the notes, in the order in which the notes were written. */
function tagsIn(notes: Notes): readonly (readonly string[])[] {
  return [1, 2]
    .flatMap((number) => notes.marksOf(briefingIdOf(number)).annotations)
    .toSorted((one, other) => Number(one.note) - Number(other.note))
    .map(({ tags }) => tags);
}

describe('the tags', () => {
  it('are listed by name, with the number of their annotations', () => {
    const notes = notesWith(
      ['zoo', 'Énergie'],
      ['énergie/grid'],
      ['zoo', 'zoo'],
      [],
      ['Apple', 'apple'],
    );
    expect(notes.listTags()).toEqual([
      { tag: 'apple', count: 1 },
      { tag: 'Apple', count: 1 },
      { tag: 'Énergie', count: 1 },
      { tag: 'énergie/grid', count: 1 },
      { tag: 'zoo', count: 2 },
    ]);
  });

  it('follow every change', () => {
    const notes = notesWith(['a'], ['a', 'b']);
    valueOf(notes.undo());
    expect(notes.listTags()).toEqual([{ tag: 'a', count: 1 }]);
    valueOf(notes.redo());
    expect(notes.listTags()).toHaveLength(2);
    const [first] = notes.marksOf(briefingIdOf(1)).annotations;
    valueOf(notes.removeAnnotation(first?.id ?? ''));
    expect(notes.listTags()).toEqual([
      { tag: 'a', count: 1 },
      { tag: 'b', count: 1 },
    ]);
  });
});

describe('renaming a tag', () => {
  it('renames those inside of it, and no other', () => {
    const notes = notesWith(['a', 'c'], ['a/b'], ['ab', 'a-b', 'c/a'], ['a/b/c', 'A']);
    expect(valueOf(notes.renameTag('a', 'x/y'))).toEqual({ changed: 3 });
    expect(tagsIn(notes)).toEqual([
      ['x/y', 'c'],
      ['x/y/b'],
      ['ab', 'a-b', 'c/a'],
      ['x/y/b/c', 'A'],
    ]);
  });

  it('into one that is there merges the two', () => {
    const notes = notesWith(['a', 'b'], ['b', 'c', 'a'], ['a']);
    expect(valueOf(notes.renameTag('a', 'b'))).toEqual({ changed: 3 });
    expect(tagsIn(notes)).toEqual([['b'], ['b', 'c'], ['b']]);
    expect(notes.listTags()).toEqual([
      { tag: 'b', count: 3 },
      { tag: 'c', count: 1 },
    ]);
  });

  it.each([
    ['a', 'a/b', [['a/b', 'a/b/b']]],
    ['a/b', 'a', [['a']]],
  ])('%s to %s, one inside of the other', (from, to, tags) => {
    const notes = notesWith(['a', 'a/b']);
    valueOf(notes.renameTag(from, to));
    expect(tagsIn(notes)).toEqual(tags);
  });

  it('is one step of undo, which tells the briefings', () => {
    const notes = notesWith(['a'], ['a/b'], ['c']);
    const before = tagsIn(notes);
    const heard: string[] = [];
    notes.onChanged((ids) => heard.push(...ids));
    valueOf(notes.renameTag('a', 'c'));
    const after = tagsIn(notes);
    expect(heard.toSorted()).toEqual([1, 2].map(briefingIdOf));
    expect(valueOf(notes.undo())).toMatchObject({ description: 'tag “a” renamed' });
    expect(tagsIn(notes)).toEqual(before);
    expect(valueOf(notes.redo())).toMatchObject({ description: 'tag “a” renamed' });
    expect(tagsIn(notes)).toEqual(after);
  });

  it('that nothing has, or to the same, changes nothing', () => {
    const notes = notesWith(['a']);
    valueOf(notes.undo());
    expect(valueOf(notes.renameTag('b', 'c'))).toEqual({ changed: 0 });
    valueOf(notes.redo());
    expect(valueOf(notes.renameTag('a', 'a'))).toEqual({ changed: 0 });
    expect(valueOf(notes.undo())).toMatchObject({ description: 'note added' });
  });

  it('is refused where a tag would become too long to be saved again', () => {
    const notes = notesWith(['a'], [`a/${'b'.repeat(198)}`]);
    const before = tagsIn(notes);
    expect(notes.renameTag('a', 'abc')).toMatchObject({
      ok: false,
      problem: { kind: 'unwritable' },
    });
    expect(tagsIn(notes)).toEqual(before);
  });
});

describe('removing a tag', () => {
  it('takes those inside of it off, too, as one step of undo', () => {
    const notes = notesWith(['a', 'c'], ['a/b'], ['ab'], ['c']);
    const before = tagsIn(notes);
    expect(valueOf(notes.removeTag('a'))).toEqual({ changed: 2 });
    expect(tagsIn(notes)).toEqual([['c'], [], ['ab'], ['c']]);
    expect(valueOf(notes.undo())).toMatchObject({ description: 'tag “a” removed' });
    expect(tagsIn(notes)).toEqual(before);
  });
});
