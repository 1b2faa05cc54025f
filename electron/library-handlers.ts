import type { Library } from './library/library.ts';
import type { References } from './references.ts';
import type { Handlers } from './shared/ipc.ts';

/** What the library alone answers. */
type LibraryRequest =
  | 'outlineLibrary'
  | 'queryBriefings'
  | 'locateBriefing'
  | 'libraryStatus'
  | 'countViews'
  | 'rescanLibrary'
  | 'stopScan'
  | 'setReading'
  | 'setPinned'
  | 'keepVersion'
  | 'openBriefing'
  | 'readPicture';

/** The answers to what the page asks about briefings. What was opened is remembered for its notes. */
export function createLibraryHandlers(
  library: Library,
  references: Pick<References, 'remember'>,
): Pick<Handlers, LibraryRequest> {
  const done = async (work: Promise<void>): Promise<null> => {
    await work;
    return null;
  };
  return {
    outlineLibrary: (filter) => library.outline(filter),
    queryBriefings: (query) => library.query(query),
    locateBriefing: ({ filter, id }) => library.locate(filter, id),
    libraryStatus: () => library.status(),
    countViews: () => library.countViews(),
    rescanLibrary: () => done(library.rescan()),
    stopScan: () => done(library.stopScan()),
    setReading: ({ ids, reading }) => done(library.setReading(ids, reading)),
    setPinned: ({ ids, isPinned }) => done(library.setPinned(ids, isPinned)),
    keepVersion: ({ id }) => done(library.keepVersion(id)),
    openBriefing: async ({ id }) => {
      const opened = await library.open(id);
      if (opened.ok) references.remember(opened.value.listing);
      return opened;
    },
    readPicture: ({ briefingId, figure }) => library.picture(briefingId, figure),
  };
}
