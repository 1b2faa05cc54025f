import { describe, expect, it, vi } from 'vitest';
import { catalogFilter, createHandlers, type HandlerSources } from '../../../electron/handlers.ts';
import type { Annotation, AnnotationDraft } from '../../../electron/shared/model/annotation.ts';
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
