import { vi } from 'vitest';
import type { Annotation, Place, Target } from '../../../../electron/shared/model/annotation.ts';
import { NotesStore } from '../../../../renderer/state/notes-store.ts';
import { type FakeDesktop, fakeDesktop } from '../../../support/fake-desktop.ts';
import { briefingId, openedOf } from '../../shared/marks.ts';

/** A part that notes are written on. */
export const dek: Target = { kind: 'part', part: 'dek', quote: 'The storm is over.' };
/** The same part as a place of bookmarks. */
export const dekPlace: Place = { kind: 'part', part: 'dek', quote: 'The storm is over.' };
/** A failure of every change. */
export const fullDisk = { kind: 'unwritable', message: 'The disk is full.' } as const;

/** A store over a desktop that a test steers. */
export interface Opened {
  readonly desktop: FakeDesktop;
  readonly store: NotesStore;
}

/** A store that shows the first of three briefings. */
export async function openStore(annotations: readonly Annotation[] = []): Promise<Opened> {
  const desktop = fakeDesktop([openedOf(1), openedOf(2), openedOf(3)]);
  for (const annotation of annotations) desktop.annotations.set(annotation.id, annotation);
  const store = new NotesStore(desktop.api);
  await store.show(briefingId(1));
  return { desktop, store };
}

/** Lets everything happen that is not waiting for a time. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

/** The notes on the screen. */
export function notesIn({ store }: Opened): readonly string[] {
  return store.state.get().annotations.map(({ note }) => note);
}

/** The notes on the disk. */
export function storedNotes({ desktop }: Opened): readonly string[] {
  return [...desktop.annotations.values()].map(({ note }) => note);
}

/** Starts an annotation; its id. */
export function started(
  store: NotesStore,
  target: Target,
  color: Annotation['color'] = null,
): string {
  const id = store.annotate(target, color);
  if (id === null) throw new Error('No briefing is open.');
  return id;
}
