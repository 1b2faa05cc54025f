import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../support/library/briefing-folder.ts';
import { idOf, marksOn, newest, openedCatalog, root } from './opened-catalog.ts';

const body = 'The harbour of Valmar opens again after a closure of forty-four days.';

describe('copies of a story', () => {
  it('have one row, with their number, until only one is left', () => {
    const { put, writer, headlines, reader } = openedCatalog();
    put('a.txt', { headline: 'Harbour opens', day: '2025-11-19', text: body });
    put('b.md', { headline: 'Harbour  OPENS', day: '2025-11-20', text: body });
    put('c.txt', { headline: 'Another', day: '2025-11-19', text: body });
    expect(headlines()).toEqual(['Harbour  OPENS', 'Another']);
    expect(reader.query({ filter: newest(), offset: 0, limit: 1 })[0]?.copyCount).toBe(1);
    expect(reader.copiesOf(idOf('b.md'))).toEqual([{ id: idOf('a.txt'), path: '/news/a.txt' }]);
    expect(headlines(newest('is:copy '))).toEqual(['Harbour opens']);
    expect(reader.counts().briefings).toBe(2);
    writer.batch(() => writer.removeFile('/news/b.md'));
    expect(headlines()).toEqual(['Another', 'Harbour opens']);
  });

  it('are found by the marks on them', () => {
    const { put, mark, headlines } = openedCatalog();
    put('a.txt', { headline: 'Older', day: '2025-11-19', text: body });
    put('b.txt', { headline: 'Older', day: '2025-11-20', text: body });
    mark(marksOn('a.txt', { notes: ['Ask Ómar'], bookmarkCount: 1, tags: ['Sea/Trade'] }));
    for (const query of ['has:note ', 'is:bookmarked ', 'tag:sea ', 'note:omar ']) {
      expect([query, headlines(newest(query))]).toEqual([query, ['Older']]);
    }
  });
});

describe('a file with several briefings', () => {
  it('replaces those that it held before', () => {
    const { put, headlines } = openedCatalog();
    const first = put('a.zip', { headline: 'One' }, { headline: 'Two' }, { headline: 'Three' });
    expect(first.added).toHaveLength(3);
    const second = put(
      'a.zip',
      { headline: 'One' },
      { headline: 'Two!', fingerprint: 'b'.repeat(64) },
    );
    expect(second.added).toEqual([]);
    expect(second.changed.map(({ id }) => id)).toEqual([idOf('a.zip/1')]);
    expect(second.removed.map(({ id }) => id)).toEqual([idOf('a.zip/2')]);
    expect(headlines()).toEqual(['Two!', 'One']);
  });
});

describe('what cannot be read', () => {
  it('is listed by its name with the reason, and counted', () => {
    const { putProblem, put, reader, headlines } = openedCatalog();
    putProblem('broken.pdf', '/news/broken.pdf cannot be read. It is encrypted.');
    put('a', { headline: 'Sound' });
    const [row] = reader.query({ filter: newest('is:problem '), offset: 0, limit: 10 });
    expect(row?.headline).toBe('broken.pdf');
    expect(row?.problem).toContain('encrypted');
    expect(headlines(newest('broken '))).toEqual(['broken.pdf']);
    expect(reader.counts()).toEqual({ briefings: 2, problems: 1 });
    expect(reader.briefingOf(idOf('broken.pdf'))).toBeNull();
  });
});

describe('marks', () => {
  it('make notes searchable, and are forgotten where a complete update does not name them', () => {
    const { put, mark, writer, reader, headlines } = openedCatalog();
    put('a', { headline: 'One', day: '2025-11-19', text: 'Ferries run.' });
    put('b', { headline: 'Two', day: '2025-11-18', text: 'Ferries stop.' });
    mark(
      marksOn('a', { notes: ['Ask the ministry.\nToday'], tags: ['Energy'], colors: ['blue'] }),
      marksOn('b', { bookmarkCount: 2, annotationCount: 0 }),
    );
    expect(headlines(newest('ministry '))).toEqual(['One']);
    expect(headlines(newest('note:n '))).toEqual([]);
    expect(headlines(newest('ferries color:blue '))).toEqual(['One']);
    expect(headlines(newest('is:bookmarked '))).toEqual(['Two']);
    const [row] = reader.query({ filter: newest('ministry '), offset: 0, limit: 1 });
    expect(row?.excerpts).toEqual([
      { part: null, text: 'Ask the ministry.\nToday', hits: [{ start: 8, end: 16 }] },
    ]);
    expect(writer.marksRevision()).toBe('1');
    writer.batch(() => writer.putMarks({ isComplete: true, marks: [], revision: '2' }));
    expect(headlines(newest('ministry '))).toEqual([]);
    expect(headlines(newest('ferries '))).toEqual(['One', 'Two']);
    expect(writer.marksRevision()).toBe('2');
  });

  it('are found on a briefing that is stored after them, and again', () => {
    const { put, mark, headlines } = openedCatalog();
    mark(marksOn('a', { notes: ['Ask the ministry.'] }));
    put('a', { headline: 'One' });
    expect(headlines(newest('ministry '))).toEqual(['One']);
    put('a', { headline: 'One, corrected' });
    expect(headlines(newest('ministry '))).toEqual(['One, corrected']);
  });
});

describe('a batch that fails', () => {
  it('changes nothing, and the next one goes on', () => {
    const { put, writer, reader, headlines } = openedCatalog();
    put('a', { headline: 'One', day: '2025-11-19' });
    const fail = () =>
      writer.batch(() => {
        writer.removeFile('/news/a');
        writer.keepFact('scan', '1');
        throw new Error('The disk is gone.');
      });
    expect(fail).toThrow('The disk is gone.');
    expect([headlines(), headlines(newest('one ')), writer.factOf('scan')]).toEqual([
      ['One'],
      ['One'],
      null,
    ]);
    put('b', { headline: 'Two', day: '2025-11-19' });
    expect(headlines()).toEqual(['Two', 'One']);
    expect(reader.locate(newest(), idOf('b'))).toBe(0);
  });
});

describe('the counts of views', () => {
  it('are those of their lists', () => {
    const { put, putProblem, mark, reader, states } = openedCatalog();
    put('a', { headline: 'One', source: 'Reuters', day: '2025-11-19' });
    put('b', { headline: 'Two', source: 'REUTERS', day: '2025-11-18' });
    put('c', { headline: 'Three', source: 'Harbour Post' });
    putProblem('d.pdf', 'It is encrypted.');
    mark(
      marksOn('a', { notes: ['x'], tags: ['Energy', 'energy/grid'] }),
      marksOn('b', { colors: ['blue'], bookmarkCount: 1, tags: ['energy'] }),
      marksOn('gone', { notes: ['x'], tags: ['Old'] }),
    );
    states.set([idOf('a')], 'read');
    states.setPinned([idOf('b')], true);
    states.keepVersion(idOf('c'), {
      fingerprint: 'c'.repeat(64),
      briefing: new Uint8Array(),
      readAt: 5,
    });
    expect(reader.countViews()).toEqual({
      all: 4,
      unread: 2,
      pinned: 1,
      changed: 1,
      bookmarked: 1,
      annotated: 2,
      problems: 1,
      sources: [
        { source: 'Reuters', count: 2 },
        { source: 'Harbour Post', count: 1 },
      ],
      tags: [
        { tag: 'Energy', count: 2 },
        { tag: 'energy/grid', count: 1 },
      ],
    });
    expect(reader.countsByRoot()).toEqual(new Map([[root, 4]]));
  });
});

describe('a row', () => {
  it('shows what the reader did with the briefing', () => {
    const { put, reader, states } = openedCatalog();
    put('a', { headline: 'One', fingerprint: 'b'.repeat(64) });
    const row = () => reader.query({ filter: newest(), offset: 0, limit: 1 })[0];
    expect(row()).toMatchObject({ reading: 'unread', isPinned: false, isChanged: false });
    const version = { fingerprint: 'b'.repeat(64), briefing: new Uint8Array([1]), readAt: 7 };
    states.opened(idOf('a'), version);
    states.setPinned([idOf('a')], true);
    expect(row()).toMatchObject({ reading: 'reading', isPinned: true, isChanged: false });
    put('a', { headline: 'One', fingerprint: 'c'.repeat(64) });
    expect(row()).toMatchObject({ isChanged: true });
    states.opened(idOf('a'), { ...version, fingerprint: 'c'.repeat(64) });
    expect(states.lastRead(idOf('a'))).toEqual(version);
  });

  it('can be marked as read while a scan stores what it finds', () => {
    const { put, writer, reader, states } = openedCatalog();
    put('a', { headline: 'One' });
    writer.batch(() => {
      writer.keepFact('scan', '1');
      states.set([idOf('a')], 'read');
      states.opened(idOf('a'), { fingerprint: 'b', briefing: new Uint8Array([1]), readAt: 7 });
    });
    const [row] = reader.query({ filter: newest(), offset: 0, limit: 1 });
    expect(row?.reading).toBe('read');
  });
});

describe('a catalog that cannot be used', () => {
  it.each<[string, (file: string) => void]>([
    ['no database', (file) => writeFileSync(file, 'Not a database at all. '.repeat(500))],
    ['empty', (file) => writeFileSync(file, '')],
    [
      'of an older version',
      (file) => {
        const database = new DatabaseSync(file);
        database.exec('CREATE TABLE briefing (id TEXT); PRAGMA user_version = 1;');
        database.close();
      },
    ],
  ])('because it is %s is begun anew', (_, make) => {
    const folder = temporaryFolder();
    make(path.join(folder, 'catalog.sqlite'));
    const { isNew, put, headlines, writer } = openedCatalog({}, folder);
    expect(isNew).toBe(true);
    put('a', { headline: 'One' });
    expect(headlines()).toEqual(['One']);
    expect(writer.marksRevision()).toBeNull();
  });

  it('is kept where it is sound', () => {
    const folder = temporaryFolder();
    const first = openedCatalog({}, folder);
    first.put('a', { headline: 'One' });
    first.states.set([idOf('a')], 'read');
    first.close();
    const { isNew, headlines, states } = openedCatalog({}, folder);
    expect([isNew, headlines()]).toEqual([false, ['One']]);
    expect(states.of(idOf('a')).reading).toBe('read');
  });
});
