import type { LibraryStore } from '../state/library-store.ts';
import type { ReaderState } from '../state/reader-state.ts';
import type { ReaderStore } from '../state/reader-store.ts';
import type { Stores } from './stores.ts';

/** Loads what the window shows first, and then how many briefings each view has. */
export async function start(stores: Stores): Promise<void> {
  try {
    await showFirst(stores);
  } finally {
    stores.viewCounts.begin();
  }
}

/** Whether a briefing is shown or on its way. */
function isAskedFor({ kind }: ReaderState): boolean {
  return kind === 'open' || kind === 'loading';
}

/** Loads the list, and the briefing that was open last. What is asked for meanwhile stays. */
async function showFirst({ library, notes, reader, settings }: Stores): Promise<void> {
  await Promise.all([library.refresh(), notes.refreshCounts()]);
  if (reader.id !== null) return;
  const { lastBriefing } = settings.state.get();
  if (lastBriefing !== null) await reader.open(lastBriefing);
  if (isAskedFor(reader.state.get())) return;
  const first = await library.rowAt(0);
  if (isAskedFor(reader.state.get())) return;
  if (first !== undefined) await reader.open(first.id);
  else {
    reader.close();
    openFirstWhenFound(library, reader);
  }
}

/** Opens the first briefing once a scan has found one, unless the reader opens one. */
function openFirstWhenFound(library: LibraryStore, reader: ReaderStore): void {
  const stop = library.state.listen(({ outline }) => {
    if (outline === null || (outline.total === 0 && reader.id === null)) return;
    stop();
    void library.rowAt(0).then((first) => {
      if (first !== undefined && reader.id === null) void reader.open(first.id);
    });
  });
}

/** Whether the reader asked for a briefing; what becomes of the open one's file is not asked for. */
function isNewlyAskedFor(state: ReaderState, before: ReaderState | undefined): boolean {
  if (state.kind !== 'open') return state.kind === 'loading';
  return before?.kind !== 'open' || before.visit !== state.visit;
}

/**
 * Keeps the other stores in step with the open briefing: what the reader asks for stands in the
 * middle, its marks are shown, it is remembered as the last one, and `reveal` is told to bring it
 * into view in the list. Returns the unsubscribe.
 */
export function followReader(
  { notes, reader, screen, settings }: Stores,
  reveal: () => void,
): () => void {
  let shown: string | null = null;
  return reader.state.listen((state, before) => {
    if (isNewlyAskedFor(state, before)) screen.show('reading');
    if (state.kind !== 'open' || state.id === shown) return;
    shown = state.id;
    void notes.show(state.id);
    if (settings.state.get().lastBriefing !== state.id)
      void settings.change({ lastBriefing: state.id });
    reveal();
  });
}

/** Opens the briefing `step` rows further down in the list (further up, if negative). */
export async function moveInList({ library, reader }: Stores, step: number): Promise<void> {
  const listing = await library.rowNear(reader.id, step);
  if (listing !== undefined && listing.id !== reader.id) await reader.open(listing.id);
}

/**
 * Sends off what was typed when the page goes, as by a reload; closing and quitting wait for it. At
 * `pagehide` it would be too late: the frame that a message has to come from is gone by then.
 */
export function flushOnLeaving({ notes }: Stores): () => void {
  const handleLeaving = (): void => void notes.flush();
  window.addEventListener('beforeunload', handleLeaving);
  return () => window.removeEventListener('beforeunload', handleLeaving);
}
