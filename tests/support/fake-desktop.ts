import {
  type DesktopApi,
  type Handlers,
  type In,
  type NoticeName,
  notices,
  type Payload,
  type RequestName,
  requests,
  type Requests,
  type Subscriptions,
} from '../../electron/shared/ipc.ts';
import type {
  Annotation,
  Bookmark,
  BriefingReference,
} from '../../electron/shared/model/annotation.ts';
import type { OpenedBriefing, Picture } from '../../electron/shared/model/listing.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import { defaultSettings, type Settings } from '../../electron/shared/model/settings.ts';
import { referenceTo } from '../../electron/shared/model/reference-to.ts';
import { success } from '../../electron/shared/result.ts';
import { exchangeHandlers, type FakeExchange, firstExchange } from './fake-exchange.ts';
import { fakeLibrary, type LibraryChange } from './fake-library.ts';
import { folderHandlers } from './fake-folders.ts';
import { fakeMarks } from './fake-marks.ts';

/** What a test may look at and steer. */
export interface FakeDesktop extends FakeExchange {
  readonly api: DesktopApi;
  readonly annotations: Map<string, Annotation>;
  readonly bookmarks: Map<string, Bookmark>;
  /** The requests that changed something, by name, in order; `copyText` with its text. */
  readonly calls: string[];
  /** While set, every change of a mark fails with this, undo and redo included. */
  problem: Problem | null;
  /** The folders that the reader chooses when asked for some. */
  chosenFolders: readonly string[];
  /** What a text on the clipboard becomes when it is pasted; `null` for no text. */
  clipboard: OpenedBriefing | null;
  /** The files that were dropped on the window, by their names. */
  readonly dropped: string[];
  settings: Settings;
  /** What was asked under a name, in order. */
  inputsOf<Name extends RequestName>(name: Name): readonly In<Name>[];
  /** Changes the library and sends the notice `libraryChanged`. */
  changeLibrary(change: LibraryChange): void;
  /** Lets requests of a name wait until the returned function is called. */
  hold(name: RequestName): () => void;
  send<Name extends NoticeName>(name: Name, payload: Payload<Name>): void;
}

type Listener = (payload: unknown) => void;

interface Sender {
  readonly subscriptions: Subscriptions;
  readonly send: FakeDesktop['send'];
}

function createSender(): Sender {
  const listeners = new Map<NoticeName, Set<Listener>>();
  const subscribe =
    <Name extends NoticeName>(name: Name) =>
    (listener: (payload: Payload<Name>) => void) => {
      const all = listeners.get(name) ?? new Set();
      listeners.set(name, all.add(listener as Listener));
      return () => void all.delete(listener as Listener);
    };
  return {
    subscriptions: {
      onLibraryChanged: subscribe('libraryChanged'),
      onBriefingsChanged: subscribe('briefingsChanged'),
      onOpenRequested: subscribe('openRequested'),
      onNotesChanged: subscribe('notesChanged'),
      onExportProgress: subscribe('exportProgress'),
      onSettingsChanged: subscribe('settingsChanged'),
      onCommand: subscribe('command'),
      onFlush: subscribe('flush'),
    },
    send: (name, payload) => {
      const checked = notices[name].payload.parse(payload);
      for (const listener of listeners.get(name) ?? []) listener(checked);
    },
  };
}

interface Front {
  readonly api: Requests;
  readonly inputsOf: FakeDesktop['inputsOf'];
  readonly hold: FakeDesktop['hold'];
}

/** What stands before the handlers: input and output are checked, as on the way to the app's own. */
function createFront(handlers: Handlers): Front {
  const asked: { readonly name: RequestName; readonly input: unknown }[] = [];
  const gates = new Map<RequestName, Promise<void>>();
  const ask = async <Name extends RequestName>(name: Name, input: In<Name>): Promise<unknown> => {
    const checked = requests[name].input.parse(input) as In<Name>;
    asked.push({ name, input: checked });
    await gates.get(name);
    return requests[name].output.parse(await handlers[name](checked));
  };
  const names = Object.keys(requests) as RequestName[];
  const api = Object.fromEntries(
    names.map((name) => [name, (input: In<typeof name>) => ask(name, input)]),
  );
  return {
    // The handlers are of the type that the requests are derived from, name by name.
    api: api as unknown as Requests,
    inputsOf: <Name extends RequestName>(name: Name) =>
      asked.filter((one) => one.name === name).map(({ input }) => input as In<Name>),
    hold: (name) => {
      const gate = Promise.withResolvers<undefined>();
      gates.set(name, gate.promise);
      return () => {
        gates.delete(name);
        gate.resolve(undefined);
      };
    },
  };
}

const recorded: ReadonlySet<string> = new Set<RequestName>([
  'saveAnnotation',
  'removeAnnotation',
  'saveAnnotations',
  'removeAnnotations',
  'renameTag',
  'removeTag',
  'restoreVersion',
  'restoreAnnotations',
  'addBookmark',
  'removeBookmark',
  'undo',
  'redo',
]);

/** Writes the names of the changing requests down. */
function recording(handlers: Handlers, calls: string[]): Handlers {
  const entries = Object.entries(handlers).map(([name, handle]: [string, unknown]) => [
    name,
    (input: unknown) => {
      if (recorded.has(name)) calls.push(name);
      return (handle as (given: unknown) => unknown)(input);
    },
  ]);
  return Object.fromEntries(entries) as Handlers;
}

function settingsHandlers(
  fake: Pick<FakeDesktop, 'settings' | 'send'>,
): Pick<Handlers, 'readSettings' | 'changeSettings'> {
  return {
    readSettings: () => fake.settings,
    changeSettings: (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      fake.settings = { ...fake.settings, ...Object.fromEntries(given) };
      fake.send('settingsChanged', fake.settings);
      return fake.settings;
    },
  };
}

/** What is known of every briefing that ever was in the library. */
class ReferencesInMemory {
  readonly #known = new Map<string, BriefingReference>();

  constructor(library: readonly OpenedBriefing[]) {
    this.remember(library);
  }

  remember(library: readonly OpenedBriefing[]): void {
    for (const { listing } of library) this.#known.set(listing.id, referenceTo(listing));
  }

  readonly referenceTo = (id: string): BriefingReference => {
    const unknown = { path: `/home/reader/${id}.txt`, fileName: `${id}.txt`, headline: id };
    return this.#known.get(id) ?? { ...unknown, id, fingerprint: null, source: null, date: null };
  };
}

/**
 * The desktop API over a library and marks in memory: the one fake that component tests use.
 *
 * @param pictures the local pictures by `<briefing id>/<figure's zero-based index>`.
 */
export function fakeDesktop(
  library: readonly OpenedBriefing[],
  pictures: Readonly<Record<string, Picture>> = {},
): FakeDesktop {
  const { subscriptions, send } = createSender();
  const calls: string[] = [];
  const references = new ReferencesInMemory(library);
  const marks = fakeMarks({
    problem: () => fake.problem,
    has: (id) => books.has(id),
    referenceTo: references.referenceTo,
    changed: (briefingIds) => send('notesChanged', { briefingIds }),
  });
  const { annotations, bookmarks } = marks;
  const books = fakeLibrary(library, pictures, marks);
  const state = {
    problem: null as Problem | null,
    ...firstExchange(),
    chosenFolders: [] as readonly string[],
    clipboard: null as OpenedBriefing | null,
    dropped: [] as string[],
    settings: defaultSettings,
    send,
  };
  const handlers: Handlers = {
    ...books.handlers,
    ...marks.handlers,
    ...settingsHandlers(state),
    ...exchangeHandlers(state),
    ...folderHandlers(state, books),
    openLink: ({ target }) => {
      calls.push(`openLink ${target}`);
      return success({ opened: true });
    },
    copyText: ({ text }) => {
      calls.push(`copyText ${text}`);
      return null;
    },
    confirmFlush: ({ allSaved }) => {
      calls.push(`confirmFlush ${allSaved}`);
      return null;
    },
  };
  const { api, inputsOf, hold } = createFront(recording(handlers, calls));
  const fake: FakeDesktop = Object.assign(state, {
    annotations,
    bookmarks,
    calls,
    inputsOf,
    hold,
    api: {
      ...api,
      ...subscriptions,
      addDropped: (files: Parameters<DesktopApi['addDropped']>[0]) => {
        state.dropped.push(...files.map(({ name }) => name));
        return Promise.resolve(success({ added: files.length }));
      },
    },
    changeLibrary: (change: LibraryChange): void => {
      books.change(change);
      references.remember(change.briefings ?? []);
      send('libraryChanged', books.status());
    },
  });
  return fake;
}
