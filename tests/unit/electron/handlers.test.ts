import { describe, expect, it, vi } from 'vitest';
import { createHandlers, type HandlerSources } from '../../../electron/handlers.ts';
import type { AnnotationSave } from '../../../electron/notes/marks.ts';
import type { Annotation, AnnotationDraft } from '../../../electron/shared/model/annotation.ts';
import type { LibraryFilter } from '../../../electron/shared/model/listing.ts';
import type { NoteQuery, NoteRow } from '../../../electron/shared/model/note-list.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import { defaultSettings } from '../../../electron/shared/model/settings.ts';
import { success } from '../../../electron/shared/result.ts';
import { briefingId, fakeLibrary, fakeNotes, listing, row } from './fakes.ts';
import { unexpectedExchange } from '../../support/unexpected-exchange.ts';

const unexpected = (): never => {
  throw new Error('not expected');
};

function handlersOver(given: Partial<HandlerSources>) {
  return createHandlers({
    library: fakeLibrary({}),
    notes: fakeNotes({}),
    settings: { readSettings: unexpected, changeSettings: unexpected },
    exchange: unexpectedExchange(),
    roots: {
      addRoots: unexpected,
      removeRoot: unexpected,
      changeRoot: unexpected,
      pasteBriefing: unexpected,
    },
    openLink: unexpected,
    confirmFlush: unexpected,
    copyText: unexpected,
    ...given,
  });
}

const markId = '00000000-0000-4000-8000-000000000001';

const draft: AnnotationDraft = {
  id: markId,
  briefingId: briefingId(1),
  target: { kind: 'briefing' },
  color: null,
  tags: [],
  note: 'words',
  editing: markId,
};

function store({ id, briefingId, target, color, tags, note }: AnnotationDraft): Annotation {
  return { id, briefingId, target, color, tags, note, createdAt: 1, modifiedAt: 1 };
}

const filter: LibraryFilter = { view: 'has:note', text: 'sea', order: 'newest' };

describe('the library', () => {
  it('is asked with the filter as the page sent it', async () => {
    const outline = { total: 1, isCapped: false, days: [] };
    const asked = {
      outline: vi.fn(() => Promise.resolve(outline)),
      query: vi.fn(() => Promise.resolve([row(1)])),
      locate: vi.fn(() => Promise.resolve(0)),
    };
    const handlers = handlersOver({ library: fakeLibrary(asked) });
    const page = { filter, offset: 5, limit: 10 };
    await expect(handlers.outlineLibrary(filter)).resolves.toEqual(outline);
    await expect(handlers.queryBriefings(page)).resolves.toEqual([row(1)]);
    await expect(handlers.locateBriefing({ filter, id: briefingId(1) })).resolves.toBe(0);
    expect(asked.outline).toHaveBeenCalledExactlyOnceWith(filter);
    expect(asked.query).toHaveBeenCalledExactlyOnceWith(page);
    expect(asked.locate).toHaveBeenCalledExactlyOnceWith(filter, briefingId(1));
  });

  it('keeps what the reader did with briefings, and is steered', async () => {
    const done: unknown[] = [];
    const doing =
      (name: string) =>
      (...given: readonly unknown[]): Promise<void> => {
        done.push([name, ...given]);
        return Promise.resolve();
      };
    const handlers = handlersOver({
      library: fakeLibrary({
        rescan: doing('rescan'),
        stopScan: doing('stop'),
        setReading: doing('reading'),
        setPinned: doing('pinned'),
        keepVersion: doing('version'),
      }),
    });
    const ids = [1, 2].map(briefingId);
    const answers = [
      await handlers.rescanLibrary({}),
      await handlers.stopScan({}),
      await handlers.setReading({ ids, reading: 'read' }),
      await handlers.setPinned({ ids, isPinned: true }),
      await handlers.keepVersion({ id: briefingId(1) }),
    ];
    expect(answers).toEqual([null, null, null, null, null]);
    expect(done).toEqual([
      ['rescan'],
      ['stop'],
      ['reading', ids, 'read'],
      ['pinned', ids, true],
      ['version', briefingId(1)],
    ]);
  });

  it('counts its views', async () => {
    const counts = {
      all: 9,
      unread: 8,
      pinned: 7,
      changed: 6,
      bookmarked: 5,
      annotated: 4,
      problems: 3,
      sources: [],
      tags: [],
    };
    const library = fakeLibrary({ countViews: () => Promise.resolve(counts) });
    await expect(handlersOver({ library }).countViews({})).resolves.toEqual(counts);
  });
});

describe('notes', () => {
  it('are saved with what the library knows of the briefing', async () => {
    const saveAnnotation = vi.fn((saved: AnnotationDraft) => success(store(saved)));
    const { saveAnnotation: save } = handlersOver({
      library: fakeLibrary({ find: () => Promise.resolve([listing(1)]) }),
      notes: fakeNotes({ saveAnnotation }),
    });
    await expect(save(draft)).resolves.toEqual(success(store(draft)));
    expect(saveAnnotation).toHaveBeenCalledExactlyOnceWith(
      draft,
      expect.objectContaining({ id: briefingId(1), headline: 'Headline 1', path: '/news/1.txt' }),
    );
  });

  it('are refused, as a value, on a briefing that nothing is known of', async () => {
    const { saveAnnotation } = handlersOver({
      library: fakeLibrary({ find: () => Promise.resolve([]) }),
      notes: fakeNotes({ references: () => [] }),
    });
    await expect(saveAnnotation(draft)).resolves.toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    });
  });

  it('are changed in the order of the requests, though saving looks up the file first', async () => {
    const done: string[] = [];
    const { saveAnnotation, removeAnnotation } = handlersOver({
      library: fakeLibrary({
        find: async () => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          return [listing(1)];
        },
      }),
      notes: fakeNotes({
        saveAnnotation: (saved) => {
          done.push('saved');
          return success(store(saved));
        },
        removeAnnotation: () => {
          done.push('removed');
          return success(null);
        },
      }),
    });
    await Promise.all([saveAnnotation(draft), removeAnnotation({ id: markId })]);
    expect(done).toEqual(['saved', 'removed']);
  });
});

describe('several notes', () => {
  const draftOn = (number: number): AnnotationDraft => ({
    ...draft,
    briefingId: briefingId(number),
  });

  it('are saved with what is known of each briefing, asked for once', async () => {
    const find = vi.fn(() => Promise.resolve([listing(1)]));
    const kept = { ...referenceTo(listing(2)), headline: 'Kept' };
    const saveAnnotations = vi.fn((saves: readonly AnnotationSave[]) =>
      success(saves.map((save) => store(save.draft))),
    );
    const handlers = handlersOver({
      library: fakeLibrary({ find }),
      notes: fakeNotes({ saveAnnotations, references: () => [kept] }),
    });
    const drafts = [1, 2, 1].map(draftOn);
    await expect(handlers.saveAnnotations({ drafts })).resolves.toEqual(success(drafts.map(store)));
    expect(find).toHaveBeenCalledExactlyOnceWith([1, 2].map(briefingId));
    const saved = saveAnnotations.mock.calls[0]?.[0];
    expect(saved?.map(({ reference }) => reference.headline)).toEqual([
      'Headline 1',
      'Kept',
      'Headline 1',
    ]);
  });

  it('are all refused where nothing is known of one of the briefings', async () => {
    const handlers = handlersOver({
      library: fakeLibrary({ find: () => Promise.resolve([listing(1)]) }),
      notes: fakeNotes({ references: () => [] }),
    });
    await expect(handlers.saveAnnotations({ drafts: [1, 2].map(draftOn) })).resolves.toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    });
  });

  it('are changed in the order of the requests', async () => {
    const done: string[] = [];
    const doing =
      <Value>(name: string, value: Value) =>
      () => {
        done.push(name);
        return success(value);
      };
    const handlers = handlersOver({
      library: fakeLibrary({
        find: async () => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          return [listing(1)];
        },
      }),
      notes: fakeNotes({
        saveAnnotations: doing('save', []),
        removeAnnotations: doing('remove', null),
        renameTag: doing('rename tag', { changed: 1 }),
        removeTag: doing('remove tag', { changed: 1 }),
        restoreVersion: doing('restore version', store(draft)),
        restoreAnnotations: doing('restore', null),
      }),
    });
    await Promise.all([
      handlers.saveAnnotations({ drafts: [draft] }),
      handlers.removeAnnotations({ ids: [markId] }),
      handlers.renameTag({ from: 'a', to: 'b' }),
      handlers.removeTag({ tag: 'b' }),
      handlers.restoreVersion({ id: markId, sequence: 1 }),
      handlers.restoreAnnotations({ ids: [markId] }),
    ]);
    expect(done).toEqual([
      'save',
      'remove',
      'rename tag',
      'remove tag',
      'restore version',
      'restore',
    ]);
  });
});

describe('the list of all notes', () => {
  const queryBy = (group: NoteQuery['group']): NoteQuery => {
    return { words: '', colors: [], tags: [], group };
  };
  const rowOn = (number: number): NoteRow => ({
    annotation: store({ ...draft, briefingId: briefingId(number) }),
    briefing: referenceTo(listing(number)),
    isMissing: false,
  });
  const nothing = { total: 0, groups: [] };

  it('by briefing is made with the briefings that are not in the library', async () => {
    const find = vi.fn(() => Promise.resolve([listing(2)]));
    const [outline, query] = [vi.fn(() => nothing), vi.fn(() => [])];
    const annotatedBriefings = () => [1, 2, 3].map(briefingId);
    const handlers = handlersOver({
      library: fakeLibrary({ find }),
      notes: fakeNotes({ outline, query, annotatedBriefings }),
    });
    const byBriefing = queryBy('briefing');
    await expect(handlers.outlineNotes(byBriefing)).resolves.toEqual(nothing);
    await handlers.queryNotes({ query: byBriefing, offset: 5, limit: 10 });
    const missing = [1, 3].map(briefingId);
    expect(find).toHaveBeenCalledWith([1, 2, 3].map(briefingId));
    expect(outline).toHaveBeenCalledExactlyOnceWith(byBriefing, missing);
    expect(query).toHaveBeenCalledExactlyOnceWith(byBriefing, missing, { offset: 5, limit: 10 });
  });

  it.each(['tag', 'day'] as const)('by %s asks for the briefings of the page', async (group) => {
    const find = vi.fn(() => Promise.resolve([listing(2)]));
    const handlers = handlersOver({
      library: fakeLibrary({ find }),
      notes: fakeNotes({ outline: () => nothing, query: () => [1, 2, 1].map(rowOn) }),
    });
    await expect(handlers.outlineNotes(queryBy(group))).resolves.toEqual(nothing);
    expect(find).not.toHaveBeenCalled();
    const rows = await handlers.queryNotes({ query: queryBy(group), offset: 0, limit: 3 });
    expect(rows.map(({ isMissing }) => isMissing)).toEqual([true, false, true]);
    expect(find).toHaveBeenCalledExactlyOnceWith([1, 2].map(briefingId));
  });

  it('misses no briefing while the library does not answer', async () => {
    const handlers = handlersOver({
      library: fakeLibrary({ find: () => Promise.reject(new Error('ended')) }),
      notes: fakeNotes({ query: () => [rowOn(1)] }),
    });
    const rows = await handlers.queryNotes({ query: queryBy('day'), offset: 0, limit: 3 });
    expect(rows).toEqual([rowOn(1)]);
  });

  it('does not ask the library about no briefing', async () => {
    const handlers = handlersOver({
      notes: fakeNotes({ outline: () => nothing, annotatedBriefings: () => [] }),
    });
    await expect(handlers.outlineNotes(queryBy('briefing'))).resolves.toEqual(nothing);
  });
});

describe('tags, history and trash', () => {
  it('are read from the notes', () => {
    const version = { sequence: 1, time: 1, description: 'note added', annotation: store(draft) };
    const handlers = handlersOver({
      notes: fakeNotes({
        listTags: () => [{ tag: 'sea', count: 2 }],
        historyOf: (id) => (id === markId ? [version] : []),
        trash: ({ offset, limit }) => ({ total: offset + limit, items: [] }),
      }),
    });
    expect(handlers.listTags({})).toEqual([{ tag: 'sea', count: 2 }]);
    expect(handlers.historyOf({ id: markId })).toEqual([version]);
    expect(handlers.listTrash({ offset: 2, limit: 3 })).toEqual({ total: 5, items: [] });
  });
});

describe('the rest', () => {
  it('passes on the answer to the flush', () => {
    const confirmFlush = vi.fn();
    expect(handlersOver({ confirmFlush }).confirmFlush({ allSaved: true })).toBeNull();
    expect(confirmFlush).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('opens an address of a document', async () => {
    const openLink = vi.fn(() => Promise.resolve(success({ opened: true })));
    const target = 'https://example.test/';
    const answer = await handlersOver({ openLink }).openLink({ target });
    expect(answer).toEqual(success({ opened: true }));
    expect(openLink).toHaveBeenCalledExactlyOnceWith(target);
  });

  it('copies text', async () => {
    const copyText = vi.fn(() => Promise.resolve());
    expect(await handlersOver({ copyText }).copyText({ text: 'a passage' })).toBeNull();
    expect(copyText).toHaveBeenCalledExactlyOnceWith('a passage');
  });

  it('reads and changes settings', () => {
    const changeSettings = vi.fn(() => ({ ...defaultSettings, textSize: 150 }));
    const handlers = handlersOver({
      settings: { readSettings: () => defaultSettings, changeSettings },
    });
    expect(handlers.readSettings({})).toEqual(defaultSettings);
    expect(handlers.changeSettings({ textSize: 150 })).toMatchObject({ textSize: 150 });
    expect(changeSettings).toHaveBeenCalledExactlyOnceWith({ textSize: 150 });
  });
});
