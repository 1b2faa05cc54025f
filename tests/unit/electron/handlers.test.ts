import { describe, expect, it, vi } from 'vitest';
import { catalogFilter, createHandlers, type HandlerSources } from '../../../electron/handlers.ts';
import type { AnnotationSave } from '../../../electron/notes/marks.ts';
import type { Annotation, AnnotationDraft } from '../../../electron/shared/model/annotation.ts';
import type { NoteQuery, NoteRow } from '../../../electron/shared/model/note-list.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import { defaultSettings } from '../../../electron/shared/model/settings.ts';
import { success } from '../../../electron/shared/result.ts';
import { briefingId, fakeLibrary, fakeNotes, listing } from './fakes.ts';

const unexpected = (): never => {
  throw new Error('not expected');
};

function handlersOver(given: Partial<HandlerSources>) {
  return createHandlers({
    library: fakeLibrary({}),
    notes: fakeNotes({}),
    settings: { readSettings: unexpected, changeSettings: unexpected },
    exporting: { previewExport: unexpected, saveExport: unexpected },
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

describe('catalogFilter', () => {
  const notes = fakeNotes({
    countMarks: () => [
      { briefingId: briefingId(1), annotations: 2, bookmarks: 0 },
      { briefingId: briefingId(2), annotations: 0, bookmarks: 1 },
      { briefingId: briefingId(3), annotations: 1, bookmarks: 1 },
    ],
  });

  it.each([
    ['all', null],
    ['annotated', [briefingId(1), briefingId(3)]],
    ['bookmarked', [briefingId(2), briefingId(3)]],
  ] as const)('turns the view %s into ids', (view, ids) => {
    expect(catalogFilter({ text: 'sea', view }, notes)).toEqual({ text: 'sea', ids });
  });
});

describe('the library', () => {
  it('is asked with the ids of marked briefings', async () => {
    const query = vi.fn(() => Promise.resolve([listing(1)]));
    const notes = fakeNotes({
      countMarks: () => [{ briefingId: briefingId(1), annotations: 1, bookmarks: 0 }],
    });
    const { queryBriefings } = handlersOver({ library: fakeLibrary({ query }), notes });
    const filter = { text: '', view: 'annotated' } as const;
    await expect(queryBriefings({ filter, offset: 5, limit: 10 })).resolves.toEqual([listing(1)]);
    expect(query).toHaveBeenCalledExactlyOnceWith({
      filter: { text: '', ids: [briefingId(1)] },
      offset: 5,
      limit: 10,
    });
  });
});

describe('a briefing of the list', () => {
  it('is located among the marked ones of a view', async () => {
    const locate = vi.fn(() => Promise.resolve(0));
    const notes = fakeNotes({
      countMarks: () => [{ briefingId: briefingId(1), annotations: 0, bookmarks: 2 }],
    });
    const { locateBriefing } = handlersOver({ library: fakeLibrary({ locate }), notes });
    const filter = { text: 'sea', view: 'bookmarked' } as const;
    await expect(locateBriefing({ filter, id: briefingId(1) })).resolves.toBe(0);
    expect(locate).toHaveBeenCalledExactlyOnceWith(
      { text: 'sea', ids: [briefingId(1)] },
      briefingId(1),
    );
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
