import type { Handlers } from '../../electron/shared/ipc.ts';
import type { LibraryStatus, OpenedBriefing } from '../../electron/shared/model/listing.ts';
import { failure, success } from '../../electron/shared/result.ts';
import type { FakeLibrary, LibraryChange } from './fake-library.ts';

/** What a test steers, and how the page is told. */
interface Steered {
  readonly chosenFolders: readonly string[];
  readonly clipboard: OpenedBriefing | null;
  readonly send: (name: 'libraryChanged', status: LibraryStatus) => void;
}

/** Folders, scans and pasting: what changes which briefings there are. */
export function folderHandlers(
  fake: Steered,
  books: FakeLibrary,
): Pick<
  Handlers,
  'rescanLibrary' | 'stopScan' | 'addRoots' | 'removeRoot' | 'changeRoot' | 'pasteBriefing'
> {
  const changed = (change: LibraryChange = {}): void => {
    books.change(change);
    fake.send('libraryChanged', books.status());
  };
  return {
    rescanLibrary: () => {
      const { activity } = books.status();
      const goesOn = activity.kind === 'stopped';
      changed(goesOn ? { activity: { ...activity, kind: 'scanning', remaining: null } } : {});
      return null;
    },
    stopScan: () => {
      const { activity } = books.status();
      if (activity.kind === 'scanning') {
        const { done, total } = activity;
        changed({ activity: { kind: 'stopped', done, total } });
      }
      return null;
    },
    addRoots: () => {
      const added = books.roots.add(fake.chosenFolders);
      if (added > 0) changed();
      return success({ added });
    },
    removeRoot: ({ id }) => {
      books.roots.remove(id);
      changed();
      return success(null);
    },
    changeRoot: ({ id, include, exclude }) => {
      books.roots.change(id, { include, exclude });
      changed();
      return success(null);
    },
    pasteBriefing: () => {
      const { clipboard } = fake;
      if (clipboard === null) {
        const message = 'There is no text on the clipboard. Copy a story and try again.';
        return failure({ kind: 'missing', message });
      }
      changed({ briefings: [...books.briefings(), clipboard] });
      return success({ id: clipboard.listing.id });
    },
  };
}
