import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  briefingIdOf,
  fingerprintOf,
  listingOf,
  noteDraft,
  referenceOf,
} from '../../support/notes/drafts.ts';
import { openTemporaryNotes, tickingClock, valueOf } from '../../support/notes/store-folder.ts';

/** A note that was written, edited and deleted. */
function notesWithHistory() {
  const notes = openTemporaryNotes(tickingClock());
  const draft = noteDraft({ note: 'T' });
  const save = (note: string, editing = draft.editing) =>
    valueOf(notes.saveAnnotation({ ...draft, note, editing }, referenceOf(1)));
  for (const note of ['T', 'Th', 'The.']) save(note);
  save('The ferry.', randomUUID());
  valueOf(notes.removeAnnotation(draft.id));
  const { id } = draft;
  return { notes, id, save };
}

describe('the history of an annotation', () => {
  it('has its states, the newest first; a stretch of typing is one', () => {
    const { notes, id } = notesWithHistory();
    const versions = notes.historyOf(id);
    expect(versions.map(({ description, annotation }) => [description, annotation?.note])).toEqual([
      ['note deleted', undefined],
      ['note edited', 'The ferry.'],
      ['note added', 'The.'],
    ]);
    const sequences = versions.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.toSorted((one, other) => other - one));
    const times = versions.map(({ time }) => time);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(versions[1]?.time).toBe(versions[1]?.annotation?.modifiedAt);
  });

  it('keeps what was undone', () => {
    const { notes, id, save } = notesWithHistory();
    valueOf(notes.undo());
    valueOf(notes.undo());
    save('Another way.', randomUUID());
    expect(notes.historyOf(id).map(({ annotation }) => annotation?.note)).toEqual([
      'Another way.',
      undefined,
      'The ferry.',
      'The.',
    ]);
  });

  it('has no other annotation, and nothing of one that never was', () => {
    const { notes, id } = notesWithHistory();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    expect(notes.historyOf(id)).toHaveLength(3);
    expect(notes.historyOf(randomUUID())).toEqual([]);
  });

  it('names what happened to the annotation, not to all that changed with it', () => {
    const notes = openTemporaryNotes();
    const drafts = [noteDraft({ tags: ['a'] }), noteDraft({ tags: ['a'] })];
    const ids = drafts.map(({ id }) => id);
    valueOf(notes.saveAnnotations(drafts.map((draft) => ({ draft, reference: referenceOf(1) }))));
    valueOf(notes.renameTag('a', 'b'));
    valueOf(notes.removeAnnotations(ids));
    valueOf(notes.restoreAnnotations(ids));
    expect(notes.historyOf(ids[0] ?? '').map(({ description }) => description)).toEqual([
      'note restored',
      'note deleted',
      'tags changed',
      'note added',
    ]);
  });

  it('goes along with a file that was moved', () => {
    const { notes, id } = notesWithHistory();
    valueOf(notes.relink([listingOf(2, { fingerprint: fingerprintOf(1) })]));
    const ids = notes.historyOf(id).map(({ annotation }) => annotation?.briefingId);
    expect(ids).toEqual([undefined, briefingIdOf(2), briefingIdOf(2)]);
  });
});

describe('restoring a version', () => {
  it('brings a deleted annotation back, as a change that can be undone', () => {
    const { notes, id } = notesWithHistory();
    const [, , first] = notes.historyOf(id);
    const restored = valueOf(notes.restoreVersion(id, first?.sequence ?? 0));
    expect(restored).toMatchObject({ ...first?.annotation, modifiedAt: restored.modifiedAt });
    expect(restored.modifiedAt).toBeGreaterThan(first?.time ?? 0);
    expect(notes.marksOf(briefingIdOf(1)).annotations).toEqual([restored]);
    expect(notes.historyOf(id)[0]?.annotation).toEqual(restored);
    expect(valueOf(notes.undo())).toMatchObject({ description: 'earlier version restored' });
    expect(notes.marksOf(briefingIdOf(1)).annotations).toEqual([]);
  });

  it('changes one that is there, and tells its briefing', () => {
    const { notes, id } = notesWithHistory();
    valueOf(notes.undo());
    const heard: string[] = [];
    notes.onChanged((ids) => heard.push(...ids));
    const oldest = notes.historyOf(id).at(-1);
    expect(valueOf(notes.restoreVersion(id, oldest?.sequence ?? 0)).note).toBe('The.');
    expect(heard).toEqual([briefingIdOf(1)]);
    valueOf(notes.undo());
    expect(notes.marksOf(briefingIdOf(1)).annotations[0]?.note).toBe('The ferry.');
  });

  it('that is the present one changes nothing', () => {
    const { notes, id } = notesWithHistory();
    valueOf(notes.undo());
    const [, present] = notes.historyOf(id);
    expect(valueOf(notes.restoreVersion(id, present?.sequence ?? 0))).toEqual(present?.annotation);
    expect(valueOf(notes.redo())).toMatchObject({ description: 'note deleted' });
  });

  it.each<[string, (sequence: number) => readonly [id: string | null, sequence: number]]>([
    ['a deletion', (sequence) => [null, sequence]],
    ['a version of another annotation', (sequence) => [randomUUID(), sequence - 1]],
    ['a version that never was', (sequence) => [null, sequence + 10]],
  ])('refuses %s', (_name, choose) => {
    const { notes, id } = notesWithHistory();
    const [given, sequence] = choose(notes.historyOf(id)[0]?.sequence ?? 0);
    const outcome = notes.restoreVersion(given ?? id, sequence);
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'missing' } });
    expect(notes.countMarks()).toEqual([]);
  });
});
