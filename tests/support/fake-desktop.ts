import type { DesktopApi, NoticeName, Payload } from '../../electron/shared/ipc.ts';
import type { Annotation, Bookmark } from '../../electron/shared/model/annotation.ts';
import type { Listing, OpenedBriefing, Picture } from '../../electron/shared/model/listing.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import { defaultSettings, type Settings } from '../../electron/shared/model/settings.ts';
import { failure, type Result, success } from '../../electron/shared/result.ts';

/** What a test may look at and steer. */
export interface FakeDesktop {
  readonly api: DesktopApi;
  readonly annotations: Map<string, Annotation>;
  readonly bookmarks: Map<string, Bookmark>;
  /** The requests made so far, by name. */
  readonly calls: string[];
  /** While set, every change of a mark fails with this. */
  problem: Problem | null;
  settings: Settings;
  send<Name extends NoticeName>(name: Name, payload: Payload<Name>): void;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function emptyStep(): Result<{ readonly kind: 'nothing' }, Problem> {
  return success({ kind: 'nothing' });
}

/** The desktop API over a library in memory: the one fake that component tests use. */
export function fakeDesktop(
  library: readonly OpenedBriefing[],
  pictures: Readonly<Record<string, Picture>> = {},
): FakeDesktop {
  const listeners = new Map<NoticeName, Set<(payload: never) => void>>();
  const annotations = new Map<string, Annotation>();
  const bookmarks = new Map<string, Bookmark>();
  const calls: string[] = [];
  const subscribe =
    <Name extends NoticeName>(name: Name) =>
    (listener: (payload: Payload<Name>) => void) => {
      const all = listeners.get(name) ?? new Set();
      all.add(listener);
      listeners.set(name, all);
      return () => void all.delete(listener);
    };

  const marked = (view: string): ReadonlySet<string> =>
    new Set(
      [...(view === 'bookmarked' ? bookmarks : annotations).values()].map(
        (mark) => mark.briefingId,
      ),
    );
  const listed = (filter: { text: string; view: string }): readonly Listing[] =>
    library
      .map(({ listing }) => listing)
      .filter(({ headline }) => fold(headline).includes(fold(filter.text)))
      .filter(({ id }) => filter.view === 'all' || marked(filter.view).has(id))
      .toSorted((one, other) => (other.date?.value ?? '').localeCompare(one.date?.value ?? ''));

  const status = () => ({
    roots: ['/home/reader/Briefings'],
    briefingCount: library.length,
    problemCount: library.filter(({ listing }) => listing.problem !== null).length,
    activity: { kind: 'idle' as const },
  });

  const fake: FakeDesktop = {
    annotations,
    bookmarks,
    calls,
    problem: null,
    settings: defaultSettings,
    send: (name, payload) => {
      for (const listener of listeners.get(name) ?? [])
        (listener as (value: unknown) => void)(payload);
    },
    api: {
      outlineLibrary: (filter) => {
        const days = new Map<string | null, number>();
        for (const { date } of listed(filter)) {
          days.set(date?.value ?? null, (days.get(date?.value ?? null) ?? 0) + 1);
        }
        return Promise.resolve({
          total: listed(filter).length,
          days: [...days].map(([day, count]) => ({ day, count })),
        });
      },
      queryBriefings: ({ filter, offset, limit }) =>
        Promise.resolve(listed(filter).slice(offset, offset + limit)),
      libraryStatus: () => Promise.resolve(status()),
      rescanLibrary: () => Promise.resolve(null),
      openBriefing: ({ id }) => {
        const opened = library.find(({ listing }) => listing.id === id);
        return Promise.resolve(
          opened === undefined || opened.listing.problem !== null
            ? failure({
                kind: 'missing' as const,
                message: opened?.listing.problem ?? 'The file is not there any more.',
              })
            : success(opened),
        );
      },
      readPicture: ({ briefingId, figure }) => {
        const picture = pictures[`${briefingId}/${figure}`];
        return Promise.resolve(
          picture === undefined
            ? failure({ kind: 'missing' as const, message: 'The picture is not there.' })
            : success(picture),
        );
      },
      marksOf: ({ briefingId }) =>
        Promise.resolve({
          annotations: [...annotations.values()].filter((mark) => mark.briefingId === briefingId),
          bookmarks: [...bookmarks.values()].filter((mark) => mark.briefingId === briefingId),
        }),
      countMarks: () =>
        Promise.resolve(
          library
            .map(({ listing: { id } }) => ({
              briefingId: id,
              annotations: [...annotations.values()].filter((mark) => mark.briefingId === id)
                .length,
              bookmarks: [...bookmarks.values()].filter((mark) => mark.briefingId === id).length,
            }))
            .filter((count) => count.annotations + count.bookmarks > 0),
        ),
      saveAnnotation: (draft) => {
        calls.push('saveAnnotation');
        if (fake.problem !== null) return Promise.resolve(failure(fake.problem));
        const now = Date.now();
        const { editing: _editing, ...rest } = draft;
        const saved = {
          createdAt: annotations.get(draft.id)?.createdAt ?? now,
          ...rest,
          modifiedAt: now,
        };
        annotations.set(draft.id, saved);
        fake.send('notesChanged', { briefingIds: [draft.briefingId] });
        return Promise.resolve(success(saved));
      },
      removeAnnotation: ({ id }) => {
        calls.push('removeAnnotation');
        if (fake.problem !== null) return Promise.resolve(failure(fake.problem));
        const removed = annotations.get(id);
        annotations.delete(id);
        if (removed !== undefined) fake.send('notesChanged', { briefingIds: [removed.briefingId] });
        return Promise.resolve(success(null));
      },
      addBookmark: (draft) => {
        calls.push('addBookmark');
        if (fake.problem !== null) return Promise.resolve(failure(fake.problem));
        const added = { ...draft, createdAt: Date.now() };
        bookmarks.set(draft.id, added);
        fake.send('notesChanged', { briefingIds: [draft.briefingId] });
        return Promise.resolve(success(added));
      },
      removeBookmark: ({ id }) => {
        calls.push('removeBookmark');
        const removed = bookmarks.get(id);
        bookmarks.delete(id);
        if (removed !== undefined) fake.send('notesChanged', { briefingIds: [removed.briefingId] });
        return Promise.resolve(success(null));
      },
      undo: () => {
        calls.push('undo');
        return Promise.resolve(emptyStep());
      },
      redo: () => {
        calls.push('redo');
        return Promise.resolve(emptyStep());
      },
      previewExport: ({ scope }) =>
        Promise.resolve(
          success({ text: `# Preview of ${scope.kind}\n`, fileName: 'Notes.md', briefingCount: 1 }),
        ),
      saveExport: () =>
        Promise.resolve(
          success({ kind: 'saved' as const, path: '/home/reader/Notes.md', byteLength: 10 }),
        ),
      readSettings: () => Promise.resolve(fake.settings),
      changeSettings: (change) => {
        fake.settings = { ...fake.settings, ...change };
        return Promise.resolve(fake.settings);
      },
      copyText: ({ text }) => {
        calls.push(`copyText ${text}`);
        return Promise.resolve(null);
      },
      confirmFlush: ({ allSaved }) => {
        calls.push(`confirmFlush ${allSaved}`);
        return Promise.resolve(null);
      },
      onLibraryChanged: subscribe('libraryChanged'),
      onNotesChanged: subscribe('notesChanged'),
      onSettingsChanged: subscribe('settingsChanged'),
      onCommand: subscribe('command'),
      onFlush: subscribe('flush'),
    },
  };
  return fake;
}
