import type { Stores } from './stores.ts';

/** Loads what the window shows first: the list, and the briefing that was open last. */
export async function start({ library, notes, reader, settings }: Stores): Promise<void> {
  await Promise.all([library.refresh(), notes.refreshCounts()]);
  if (reader.id !== null) return;
  const { lastBriefing } = settings.state.get();
  if (lastBriefing !== null) await reader.open(lastBriefing);
  if (reader.state.get().kind === 'open') return;
  const first = await library.rowAt(0);
  if (first === undefined) reader.close();
  else await reader.open(first.id);
}

/**
 * Keeps the other stores in step with the open briefing: it is what stands in the middle, its marks
 * are shown, it is remembered as the last one, and `reveal` is told to bring it into view in the list. Returns the unsubscribe.
 */
export function followReader(
  { notes, reader, screen, settings }: Stores,
  reveal: () => void,
): () => void {
  let shown: string | null = null;
  return reader.state.listen((state) => {
    screen.show('reading');
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
