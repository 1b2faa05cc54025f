import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { daysBetween } from '../../../electron/notes/days.ts';
import type { Notes } from '../../../electron/notes/notes.ts';
import type { AnnotationDraft } from '../../../electron/shared/model/annotation.ts';
import type { NoteQuery } from '../../../electron/shared/model/note-list.ts';
import {
  briefingIdOf,
  highlightDraft,
  listingOf,
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

const page = { offset: 0, limit: 100 };
const headlines = ['', 'Zoo closes', 'Élan of the ferries', 'eagles return'];

function queryOf(changes: Partial<NoteQuery> = {}): NoteQuery {
  return { words: '', colors: [], tags: [], group: 'briefing', ...changes };
}

function add(notes: Notes, number: number, draft: Partial<AnnotationDraft> = {}): string {
  const saved = noteDraft({ note: '', ...draft, briefingId: briefingIdOf(number) });
  const reference = referenceOf(number, { headline: headlines[number] ?? '' });
  return valueOf(notes.saveAnnotation(saved, reference)).note;
}

function notesOf(
  notes: Notes,
  query: NoteQuery,
  missing: readonly string[] = [],
): readonly string[] {
  return notes.query(query, missing, page).map(({ annotation }) => annotation.note);
}

/** Key and count of each group. */
function groupsOf(notes: Notes, query: NoteQuery, missing: readonly string[] = []): object {
  return notes.outline(query, missing).groups.map(({ key, count }) => [key, count]);
}

describe('all annotations by briefing', () => {
  const notesOnThree = (): Notes => {
    const notes = openTemporaryNotes(tickingClock());
    for (const [number, note] of [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [1, 'd'],
    ] as const)
      add(notes, number, { note });
    return notes;
  };

  it('stand by headline, without regard to case and accents, and by creation', () => {
    const notes = notesOnThree();
    expect(notes.outline(queryOf(), [])).toEqual({
      total: 4,
      groups: [
        { key: briefingIdOf(3), label: 'eagles return', count: 1 },
        { key: briefingIdOf(2), label: 'Élan of the ferries', count: 1 },
        { key: briefingIdOf(1), label: 'Zoo closes', count: 2 },
      ],
    });
    expect(notesOf(notes, queryOf())).toEqual(['c', 'b', 'a', 'd']);
  });

  it('stand last, in one group, where the briefing is not in the library', () => {
    const notes = notesOnThree();
    const missing = [3, 2].map(briefingIdOf);
    expect(notes.outline(queryOf(), missing)).toEqual({
      total: 4,
      groups: [
        { key: briefingIdOf(1), label: 'Zoo closes', count: 2 },
        { key: 'missing', label: 'Without a briefing', count: 2 },
      ],
    });
    const rows = notes.query(queryOf(), missing, page);
    expect(rows.map(({ annotation, isMissing }) => [annotation.note, isMissing])).toEqual([
      ['a', false],
      ['d', false],
      ['c', true],
      ['b', true],
    ]);
    expect(rows[3]?.briefing).toEqual(referenceOf(2, { headline: 'Élan of the ferries' }));
  });

  it('follow the headline of the briefing', () => {
    const notes = notesOnThree();
    valueOf(notes.saveAnnotation(noteDraft({ note: 'e' }), referenceOf(1, { headline: 'A zoo' })));
    expect(notesOf(notes, queryOf())).toEqual(['a', 'd', 'e', 'c', 'b']);
    expect(notesOf(notes, queryOf({ words: 'closes' }))).toEqual([]);
  });

  it('go along with a file that was moved', () => {
    const notes = notesOnThree();
    const { fingerprint } = referenceOf(1);
    valueOf(
      notes.relink([
        listingOf(7, { fingerprint, headline: 'Another' }),
        listingOf(2),
        listingOf(3),
      ]),
    );
    expect(groupsOf(notes, queryOf())).toEqual([
      [briefingIdOf(7), 2],
      [briefingIdOf(3), 1],
      [briefingIdOf(2), 1],
    ]);
  });
});

describe('all annotations by tag', () => {
  it('stand under each of their tags, by name, those without one last; newest first', () => {
    const notes = openTemporaryNotes(tickingClock());
    add(notes, 1, { note: 'a', tags: ['zoo', 'Äpfel'] });
    add(notes, 2, { note: 'b', tags: ['zoo', 'zoo'] });
    add(notes, 3, { note: 'c' });
    expect(notes.outline(queryOf({ group: 'tag' }), [])).toEqual({
      total: 4,
      groups: [
        { key: 'Äpfel', label: 'Äpfel', count: 1 },
        { key: 'zoo', label: 'zoo', count: 2 },
        { key: '', label: 'Without a tag', count: 1 },
      ],
    });
    expect(notesOf(notes, queryOf({ group: 'tag' }))).toEqual(['a', 'b', 'a', 'c']);
    expect(notesOf(notes, queryOf({ group: 'tag', tags: ['Äpfel'] }))).toEqual(['a', 'a']);
  });

  it('name the briefings that are missing', () => {
    const notes = openTemporaryNotes(tickingClock());
    add(notes, 1);
    const rows = notes.query(queryOf({ group: 'tag' }), [briefingIdOf(1)], page);
    expect(rows).toMatchObject([{ isMissing: true }]);
  });
});

describe('all annotations by day', () => {
  const zone = process.env['TZ'];
  beforeEach(() => {
    process.env['TZ'] = 'Europe/Berlin';
  });
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('stand under the day of the last change where the reader is, newest first', () => {
    const times = [
      '2026-03-28T22:59:59.999Z',
      '2026-03-28T23:00:00Z',
      '2026-03-29T21:59:59.999Z',
      '2026-03-29T22:00:00Z',
      '2026-10-25T22:59:59.999Z',
      '2026-10-25T23:00:00Z',
    ];
    let time = 0;
    const notes = openTemporaryNotes(() => time);
    for (const text of times) {
      time = Date.parse(text);
      add(notes, 1, { note: text });
    }
    expect(groupsOf(notes, queryOf({ group: 'day' }))).toEqual([
      ['2026-10-26', 1],
      ['2026-10-25', 1],
      ['2026-03-30', 1],
      ['2026-03-29', 2],
      ['2026-03-28', 1],
    ]);
    expect(notesOf(notes, queryOf({ group: 'day' }))).toEqual(times.toReversed());
  });

  it('has no gap between two days, and names each', () => {
    const days = daysBetween(Date.parse('2026-01-01'), Date.parse('2026-12-31'));
    expect(days).toHaveLength(365);
    expect(new Set(days.map(({ day }) => day)).size).toBe(365);
    days.slice(1).forEach(({ start }, index) => expect(start).toBe(days[index]?.end));
  });

  it('is empty where there is nothing', () => {
    const notes = openTemporaryNotes();
    expect(notes.outline(queryOf({ group: 'day' }), [])).toEqual({ total: 0, groups: [] });
    expect(notesOf(notes, queryOf({ group: 'day' }))).toEqual([]);
  });
});

describe('the annotations of a query', () => {
  const notesToFind = (): Notes => {
    const notes = openTemporaryNotes(tickingClock());
    add(notes, 1, { note: 'Grüße aus Łódź', color: 'blue' });
    add(notes, 2, { note: 'with tags', tags: ['Energy/Grid', 'a'] });
    add(notes, 3, { ...highlightDraft(), note: 'passage', tags: ['energy'], color: 'green' });
    add(notes, 1, {
      note: 'part',
      target: { kind: 'part', part: 'dek', quote: 'Storm 50% over_' },
    });
    return notes;
  };

  it.each<[string, Partial<NoteQuery>, readonly string[]]>([
    ['a word of the note, folded', { words: 'GRUSSE lodz' }, ['Grüße aus Łódź']],
    ['a word of a tag', { words: 'grid' }, ['with tags']],
    ['a word of the passage', { words: 'fErry' }, ['passage']],
    ['a word of the part', { words: 'STORM' }, ['part']],
    ['a word of the headline', { words: 'elan' }, ['with tags']],
    ['words of headline and note', { words: 'zoo part' }, ['part']],
    ['characters that mean something elsewhere', { words: '50% over_' }, ['part']],
    ['no such word', { words: 'ferry nowhere' }, []],
    ['words that go from one text into another', { words: 'passageferry' }, []],
    ['one color', { colors: ['blue'] }, ['Grüße aus Łódź']],
    ['one of two colors', { colors: ['blue', 'green'] }, ['passage', 'Grüße aus Łódź']],
    ['a tag', { tags: ['energy'] }, ['passage']],
    ['a tag that another is inside of', { tags: ['Energy'] }, ['with tags']],
    ['every one of two tags', { tags: ['Energy/Grid', 'a'] }, ['with tags']],
    ['two tags that stand apart', { tags: ['energy', 'a'] }, []],
    ['all at once', { words: 'ferry', colors: ['green'], tags: ['energy'] }, ['passage']],
  ])('have %s', (_name, changes, expected) => {
    const notes = notesToFind();
    for (const group of ['briefing', 'day'] as const) {
      const query = queryOf({ ...changes, group });
      expect(notesOf(notes, query).toSorted()).toEqual(expected.toSorted());
      expect(notes.outline(query, []).total).toBe(expected.length);
    }
    const byTag = queryOf({ ...changes, group: 'tag' });
    expect([...new Set(notesOf(notes, byTag))].toSorted()).toEqual(expected.toSorted());
    expect(notes.outline(byTag, []).total).toBe(notesOf(notes, byTag).length);
  });

  it('can have as many words as fit', () => {
    const words = Array.from({ length: 500 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    const notes = openTemporaryNotes();
    add(notes, 1, { note: words.join('') });
    expect(notesOf(notes, queryOf({ words: words.join(' ') }))).toHaveLength(1);
  });

  it('are found by what they are now', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft({ note: 'one', tags: ['sea'] });
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    valueOf(
      notes.saveAnnotation({ ...draft, note: 'two', editing: noteDraft().id }, referenceOf(1)),
    );
    valueOf(notes.renameTag('sea', 'bay'));
    const count = (words: string): number => notes.outline(queryOf({ words }), []).total;
    expect(['one', 'two', 'sea', 'bay'].map(count)).toEqual([0, 1, 0, 1]);
    valueOf(notes.undo());
    valueOf(notes.undo());
    expect(['one', 'two', 'bay'].map(count)).toEqual([1, 0, 0]);
    valueOf(notes.removeAnnotation(draft.id));
    expect(notes.outline(queryOf(), []).total).toBe(0);
  });
});

describe('the pages of a list', () => {
  it.each(['briefing', 'tag', 'day'] as const)('by %s make up the whole', (group) => {
    const notes = openTemporaryNotes(tickingClock());
    for (let index = 0; index < 30; index += 1) {
      const tags = ['a', 'b', 'c'].filter((_, tag) => (index + tag) % 3 > 0);
      add(notes, 1 + (index % 3), { note: String(index), tags });
    }
    const query = queryOf({ group });
    const missing = [briefingIdOf(2)];
    const whole = notes.query(query, missing, page);
    expect(whole).toHaveLength(notes.outline(query, missing).total);
    for (const limit of [1, 7, 10, 25]) {
      for (let offset = 0; offset <= whole.length; offset += 3) {
        const rows = notes.query(query, missing, { offset, limit });
        expect(rows).toEqual(whole.slice(offset, offset + limit));
      }
    }
  });

  it('are of the list as it is, whoever changed it', () => {
    const file = temporaryFile();
    const [first, second] = [openStore(file).notes, openStore(file).notes];
    const query = queryOf({ group: 'tag' });
    add(first, 1, { note: 'a', tags: ['x'] });
    expect(notesOf(first, query)).toEqual(['a']);
    add(second, 1, { note: 'b' });
    expect(notesOf(first, query)).toEqual(['a', 'b']);
    add(first, 1, { note: 'c', tags: ['y'] });
    expect(notesOf(first, query)).toEqual(['a', 'c', 'b']);
    valueOf(first.undo());
    expect(notesOf(first, query)).toEqual(['a', 'b']);
  });

  it('leave out what cannot be read', () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const file = temporaryFile();
    const { notes } = openStore(file);
    add(notes, 1, { note: 'a' });
    add(notes, 1, { note: 'b' });
    const database = new DatabaseSync(file);
    database.exec("UPDATE annotation SET target = '{' WHERE note = 'a'");
    database.close();
    for (const group of ['briefing', 'tag', 'day'] as const) {
      expect(notesOf(notes, queryOf({ group }))).toEqual(['b']);
    }
    log.mockRestore();
  });
});
