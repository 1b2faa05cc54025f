import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import type { AnnotationDraft } from '../../../electron/shared/model/annotation.ts';
import {
  bookmarkDraft,
  briefingIdOf,
  highlightDraft,
  noteDraft,
  referenceOf,
} from '../../support/notes/drafts.ts';
import {
  openStore,
  openTemporaryNotes,
  temporaryFile,
  tickingClock,
  valueOf,
} from '../../support/notes/store-folder.ts';

describe('annotations', () => {
  it('are returned as they are stored, and found again after reopening', () => {
    const file = temporaryFile();
    const draft = highlightDraft({ note: 'Ask *when*.', tags: ['sea', 'später'] });
    const first = openStore(file, () => 1_770_000_000_000);
    const saved = valueOf(first.notes.saveAnnotation(draft, referenceOf(1)));
    first.notes.close();
    const { editing, ...content } = draft;
    expect(editing).toBeTruthy();
    expect(saved).toEqual({
      ...content,
      createdAt: 1_770_000_000_000,
      modifiedAt: 1_770_000_000_000,
    });
    const { notes } = openStore(file);
    expect(notes.marksOf(draft.briefingId)).toEqual({ annotations: [saved], bookmarks: [] });
  });

  it('keep their creation time when they change', () => {
    const notes = openTemporaryNotes(tickingClock());
    const draft = noteDraft();
    const first = valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    const second = valueOf(notes.saveAnnotation({ ...draft, note: 'Tomorrow.' }, referenceOf(1)));
    expect(second).toEqual({ ...first, note: 'Tomorrow.', modifiedAt: first.modifiedAt + 1000 });
    expect(notes.marksOf(draft.briefingId).annotations).toEqual([second]);
  });

  it('are listed by creation time, of the asked briefing only', () => {
    const notes = openTemporaryNotes(tickingClock());
    const drafts = [noteDraft(), highlightDraft(), noteDraft()];
    for (const draft of drafts) valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    valueOf(notes.saveAnnotation(noteDraft({ briefingId: briefingIdOf(2) }), referenceOf(2)));
    const ids = notes.marksOf(briefingIdOf(1)).annotations.map(({ id }) => id);
    expect(ids).toEqual(drafts.map(({ id }) => id));
  });

  it.each<[string, Partial<AnnotationDraft>]>([
    ['NUL and controls', { note: 'a\0b\u0007\r\nc\u202Ed' }],
    ['characters beyond the first plane', { note: '𝔽erry 🛳️', tags: ['🛳️'] }],
    ['quotes of SQL', { note: `'); DROP TABLE annotation; --`, tags: [`"'`] }],
    ['a long note', { note: 'ä'.repeat(1_000_000) }],
    [
      'half a surrogate pair in a passage',
      {
        target: {
          kind: 'passage',
          part: 'headline',
          quote: { type: 'TextQuoteSelector', exact: '\uDEF3 x', prefix: '\uD83D', suffix: '' },
          position: { type: 'TextPositionSelector', start: 1, end: 4 },
          fingerprint: null,
          repeated: false,
        },
      },
    ],
    ['a part', { target: { kind: 'part', part: 'figures/0', quote: '__proto__' } }],
  ])('keep %s', (_name, content) => {
    const notes = openTemporaryNotes();
    const draft = noteDraft(content);
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    expect(notes.marksOf(draft.briefingId).annotations[0]).toMatchObject(content);
  });

  it('replace half a surrogate pair in a note, which is no character', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft({ note: 'a\uD83Db' });
    const saved = valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    expect(saved.note).toBe('a\uFFFDb');
    expect(notes.marksOf(draft.briefingId).annotations).toEqual([saved]);
  });

  it('come back when one that was removed is saved again', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft();
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    valueOf(notes.removeAnnotation(draft.id));
    const again = valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    expect(notes.marksOf(draft.briefingId).annotations).toEqual([again]);
  });

  it('stay with their briefing when a draft names another', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft();
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    const moved = { ...draft, briefingId: briefingIdOf(2), note: 'Later.' };
    const saved = valueOf(notes.saveAnnotation(moved, referenceOf(2)));
    expect(saved).toMatchObject({ briefingId: briefingIdOf(1), note: 'Later.' });
    expect(notes.references().map(({ id }) => id)).toEqual([briefingIdOf(1)]);
  });

  it('can be removed twice', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft();
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    expect(notes.removeAnnotation(draft.id)).toEqual({ ok: true, value: null });
    expect(notes.removeAnnotation(draft.id)).toEqual({ ok: true, value: null });
    expect(notes.marksOf(draft.briefingId).annotations).toEqual([]);
  });

  it('are refused as a fault when they could not be read again', () => {
    const notes = openTemporaryNotes();
    expect(() => notes.saveAnnotation(noteDraft({ id: 'no id' }), referenceOf(1))).toThrow();
    const draft = noteDraft();
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    expect(notes.marksOf(draft.briefingId).annotations).toHaveLength(1);
  });
});

describe('bookmarks', () => {
  const part = { kind: 'part', part: 'sections/0/items/0', quote: 'Ships wait.' } as const;

  it('are stored and removed', () => {
    const notes = openTemporaryNotes(tickingClock());
    const whole = valueOf(notes.addBookmark(bookmarkDraft(), referenceOf(1)));
    const ofPart = valueOf(notes.addBookmark(bookmarkDraft({ place: part }), referenceOf(1)));
    expect(notes.marksOf(whole.briefingId).bookmarks).toEqual([whole, ofPart]);
    valueOf(notes.removeBookmark(whole.id));
    expect(notes.removeBookmark(whole.id)).toEqual({ ok: true, value: null });
    expect(notes.marksOf(whole.briefingId).bookmarks).toEqual([ofPart]);
  });

  it.each([
    ['its id', { place: { kind: 'briefing' } as const }, true],
    ['its place', { place: part }, false],
    ['its part, whose text has changed', { place: { ...part, quote: 'Ships sail.' } }, false],
  ])('are there once: the existing one is found by %s', (_name, changes, keepId) => {
    const notes = openTemporaryNotes(tickingClock());
    const draft = bookmarkDraft({ place: part });
    const first = valueOf(notes.addBookmark(draft, referenceOf(1)));
    const id = keepId ? draft.id : randomUUID();
    const second = valueOf(notes.addBookmark({ ...draft, ...changes, id }, referenceOf(1)));
    expect(second).toEqual(first);
    expect(notes.marksOf(draft.briefingId).bookmarks).toEqual([first]);
  });

  it('of the same part of another briefing are others', () => {
    const notes = openTemporaryNotes();
    valueOf(notes.addBookmark(bookmarkDraft(), referenceOf(1)));
    valueOf(notes.addBookmark(bookmarkDraft({ briefingId: briefingIdOf(2) }), referenceOf(2)));
    expect(notes.countMarks().map(({ bookmarks }) => bookmarks)).toEqual([1, 1]);
  });
});

describe('what is kept of the briefings', () => {
  it('is listed by headline, with the counts of marks, while there are any', () => {
    const notes = openTemporaryNotes();
    const early = referenceOf(2, { headline: 'A bridge opens' });
    const late = referenceOf(1, { headline: 'Zoo closes', date: null, source: null });
    const draft = noteDraft();
    valueOf(notes.saveAnnotation(draft, late));
    valueOf(notes.saveAnnotation(highlightDraft(), late));
    const bookmark = bookmarkDraft({ briefingId: briefingIdOf(2) });
    valueOf(notes.addBookmark(bookmark, early));
    expect(notes.references()).toEqual([early, late]);
    expect(notes.countMarks()).toEqual([
      { briefingId: briefingIdOf(1), annotations: 2, bookmarks: 0 },
      { briefingId: briefingIdOf(2), annotations: 0, bookmarks: 1 },
    ]);
    valueOf(notes.removeBookmark(bookmark.id));
    expect(notes.references()).toEqual([late]);
    expect(notes.countMarks()).toHaveLength(1);
    valueOf(notes.undo());
    expect(notes.references()).toEqual([early, late]);
  });

  it('follows the file as it is at the newest change, unless that cannot be read', () => {
    const notes = openTemporaryNotes();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const renamed = referenceOf(1, { headline: 'A new headline' });
    valueOf(notes.saveAnnotation(noteDraft(), renamed));
    expect(notes.references()).toEqual([renamed]);
    const unreadable = referenceOf(1, { headline: 'ferries-1.txt', fingerprint: null });
    valueOf(notes.saveAnnotation(noteDraft(), unreadable));
    expect(notes.references()).toEqual([renamed]);
  });
});

describe('notices', () => {
  it('name the briefing of each change, and end with the subscription', () => {
    const notes = openTemporaryNotes();
    const heard: string[][] = [];
    const unsubscribe = notes.onChanged((ids) => heard.push([...ids]));
    const draft = noteDraft();
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    valueOf(notes.addBookmark(bookmarkDraft({ briefingId: briefingIdOf(2) }), referenceOf(2)));
    valueOf(notes.undo());
    valueOf(notes.redo());
    valueOf(notes.removeAnnotation(draft.id));
    unsubscribe();
    valueOf(notes.undo());
    expect(heard).toEqual([1, 2, 2, 2, 1].map((number) => [briefingIdOf(number)]));
  });

  it('are not given where nothing changed', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft();
    const bookmark = bookmarkDraft();
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    valueOf(notes.addBookmark(bookmark, referenceOf(1)));
    const listener = vi.fn();
    notes.onChanged(listener);
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    valueOf(notes.addBookmark(bookmark, referenceOf(1)));
    valueOf(notes.removeAnnotation(randomUUID()));
    valueOf(notes.redo());
    valueOf(notes.relink([]));
    expect(listener).not.toHaveBeenCalled();
  });

  it('whose listener fails do not fail the change', () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const notes = openTemporaryNotes();
    const listener = vi.fn();
    notes.onChanged(() => {
      throw new Error('broken listener');
    });
    notes.onChanged(listener);
    expect(notes.saveAnnotation(noteDraft(), referenceOf(1)).ok).toBe(true);
    expect(listener).toHaveBeenCalledOnce();
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

describe('a broken row', () => {
  it.each([
    ['a target that is no JSON', "UPDATE annotation SET target = '{' WHERE id = ?"],
    ['a target of no kind', `UPDATE annotation SET target = '{"kind":"x"}' WHERE id = ?`],
    ['tags that are no list', `UPDATE annotation SET tags = '{"__proto__":[]}' WHERE id = ?`],
    ['an unknown color', "UPDATE annotation SET color = 'red' WHERE id = ?"],
  ])('with %s is left out and left alone', (_name, sql) => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const file = temporaryFile();
    const { notes } = openStore(file);
    const broken = noteDraft();
    const sound = noteDraft();
    valueOf(notes.saveAnnotation(broken, referenceOf(1)));
    valueOf(notes.saveAnnotation(sound, referenceOf(1)));
    const database = new DatabaseSync(file);
    database.prepare(sql).run(broken.id);
    expect(notes.marksOf(sound.briefingId).annotations.map(({ id }) => id)).toEqual([sound.id]);
    expect(notes.marksOf(sound.briefingId).annotations).toHaveLength(1);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    expect(database.prepare('SELECT note FROM annotation WHERE id = ?').get(broken.id)).toEqual({
      note: broken.note,
    });
    database.close();
    expect(notes.saveAnnotation(broken, referenceOf(1)).ok).toBe(true);
    expect(notes.marksOf(sound.briefingId).annotations).toHaveLength(2);
  });

  it('of a bookmark or a briefing does not hide the others', () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const file = temporaryFile();
    const { notes } = openStore(file);
    const broken = bookmarkDraft();
    const sound = bookmarkDraft({ briefingId: briefingIdOf(2) });
    valueOf(notes.addBookmark(broken, referenceOf(1)));
    valueOf(notes.addBookmark(sound, referenceOf(2)));
    const database = new DatabaseSync(file);
    database.prepare("UPDATE bookmark SET place = '[]' WHERE id = ?").run(broken.id);
    database.prepare("UPDATE briefing SET date = 'soon' WHERE id = ?").run(briefingIdOf(1));
    database.close();
    expect(notes.marksOf(briefingIdOf(1)).bookmarks).toEqual([]);
    expect(notes.marksOf(briefingIdOf(2)).bookmarks).toHaveLength(1);
    expect(notes.references()).toEqual([referenceOf(2)]);
    expect(log).toHaveBeenCalledTimes(2);
    log.mockRestore();
  });
});
