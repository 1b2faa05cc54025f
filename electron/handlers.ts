import { createOrder } from './in-order.ts';
import { createLibraryHandlers } from './library-handlers.ts';
import type { Library } from './library/library.ts';
import type { AnnotationSave } from './notes/marks.ts';
import type { Notes } from './notes/notes.ts';
import { createReferences, type References } from './references.ts';
import type { SettingsStore } from './settings.ts';
import type { ExchangeRequest, Handlers } from './shared/ipc.ts';
import type { AnnotationDraft, BriefingReference } from './shared/model/annotation.ts';
import type { Problem } from './shared/model/problem.ts';
import { failure, type Result } from './shared/result.ts';

/** What the handlers answer from. */
export interface HandlerSources {
  readonly library: Library;
  readonly notes: Notes;
  readonly settings: Pick<SettingsStore, 'readSettings' | 'changeSettings'>;
  /** The answers about exports, imports and backups. */
  readonly exchange: Pick<Handlers, ExchangeRequest>;
  /** The answers that change which files are in the library. */
  readonly roots: Pick<Handlers, 'addRoots' | 'removeRoot' | 'changeRoot' | 'pasteBriefing'>;
  readonly openLink: (target: string) => ReturnType<Handlers['openLink']>;
  readonly confirmFlush: (allSaved: boolean) => void;
  readonly copyText: (text: string) => Promise<void>;
}

type NotesReading =
  'marksOf' | 'countMarks' | 'listTags' | 'outlineNotes' | 'queryNotes' | 'historyOf' | 'listTrash';

type NotesChanging =
  | 'saveAnnotation'
  | 'removeAnnotation'
  | 'saveAnnotations'
  | 'removeAnnotations'
  | 'renameTag'
  | 'removeTag'
  | 'restoreVersion'
  | 'restoreAnnotations'
  | 'addBookmark'
  | 'removeBookmark'
  | 'undo'
  | 'redo';

const unknownBriefing: Problem = {
  kind: 'missing',
  message: 'The briefing is not in the library any more, so nothing could be saved on it.',
};

function notesReading(notes: Notes, references: References): Pick<Handlers, NotesReading> {
  const findMissing = (): Promise<readonly string[]> =>
    references.findMissing(notes.annotatedBriefings());
  return {
    marksOf: ({ briefingId }) => notes.marksOf(briefingId),
    countMarks: () => notes.countMarks(),
    listTags: () => notes.listTags(),
    outlineNotes: async (query) =>
      notes.outline(query, query.group === 'briefing' ? await findMissing() : []),
    queryNotes: async ({ query, offset, limit }) => {
      const page = { offset, limit };
      if (query.group === 'briefing') return notes.query(query, await findMissing(), page);
      // Where the order does not depend on it, only the briefings of the page are looked up.
      const rows = notes.query(query, [], page);
      const ids = new Set(rows.map(({ briefing }) => briefing.id));
      const missing = new Set(await references.findMissing([...ids]));
      return rows.map((row) => ({ ...row, isMissing: missing.has(row.briefing.id) }));
    },
    historyOf: ({ id }) => notes.historyOf(id),
    listTrash: (page) => notes.trash(page),
  };
}

/** `null` where nothing is known of one of the briefings: then none of the drafts is stored. */
async function addReferences(
  drafts: readonly AnnotationDraft[],
  references: References,
): Promise<readonly AnnotationSave[] | null> {
  const found = await references.findAll([...new Set(drafts.map(({ briefingId }) => briefingId))]);
  const saves = drafts.flatMap((draft) => {
    const reference = found.get(draft.briefingId);
    return reference === undefined ? [] : { draft, reference };
  });
  return saves.length === drafts.length ? saves : null;
}

/** Changes of marks run in the order the page asked for them, also where one has to look up a file. */
function notesChanging(notes: Notes, references: References): Pick<Handlers, NotesChanging> {
  const inOrder = createOrder();
  const withReference = <Value>(
    briefingId: string,
    store: (reference: BriefingReference) => Result<Value, Problem>,
  ): Promise<Result<Value, Problem>> =>
    inOrder(async () => {
      const reference = await references.find(briefingId);
      return reference === null ? failure(unknownBriefing) : store(reference);
    });
  return {
    saveAnnotation: (draft) =>
      withReference(draft.briefingId, (reference) => notes.saveAnnotation(draft, reference)),
    removeAnnotation: ({ id }) => inOrder(() => notes.removeAnnotation(id)),
    saveAnnotations: ({ drafts }) =>
      inOrder(async () => {
        const saves = await addReferences(drafts, references);
        return saves === null ? failure(unknownBriefing) : notes.saveAnnotations(saves);
      }),
    removeAnnotations: ({ ids }) => inOrder(() => notes.removeAnnotations(ids)),
    renameTag: ({ from, to }) => inOrder(() => notes.renameTag(from, to)),
    removeTag: ({ tag }) => inOrder(() => notes.removeTag(tag)),
    restoreVersion: ({ id, sequence }) => inOrder(() => notes.restoreVersion(id, sequence)),
    restoreAnnotations: ({ ids }) => inOrder(() => notes.restoreAnnotations(ids)),
    addBookmark: (draft) =>
      withReference(draft.briefingId, (reference) => notes.addBookmark(draft, reference)),
    removeBookmark: ({ id }) => inOrder(() => notes.removeBookmark(id)),
    undo: () => inOrder(() => notes.undo()),
    redo: () => inOrder(() => notes.redo()),
  };
}

/** The main process's answers to every request of the contract. */
export function createHandlers(sources: HandlerSources): Handlers {
  const { library, notes, settings, exchange, roots, openLink } = sources;
  const { confirmFlush, copyText } = sources;
  const references = createReferences(library, notes);
  return {
    ...createLibraryHandlers(library, references),
    ...roots,
    ...notesReading(notes, references),
    ...notesChanging(notes, references),
    ...exchange,
    readSettings: () => settings.readSettings(),
    changeSettings: (change) => settings.changeSettings(change),
    openLink: ({ target }) => openLink(target),
    copyText: async ({ text }) => {
      await copyText(text);
      return null;
    },
    confirmFlush: ({ allSaved }) => {
      confirmFlush(allSaved);
      return null;
    },
  };
}
