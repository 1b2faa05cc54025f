import type { Library } from '../library/library.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { Problem } from '../shared/model/problem.ts';
import { type Result, success } from '../shared/result.ts';
import type { AddPaths } from './add-paths.ts';
import type { RootStore } from './root-store.ts';

export interface RootHandlersOptions {
  readonly roots: RootStore;
  readonly library: Pick<Library, 'setRoots'>;
  readonly addPaths: AddPaths;
  /** Asks the reader for folders; none where they do not want any after all. */
  readonly askFolders: () => Promise<readonly string[]>;
}

/** The answers to what the page asks about the folders of the library. */
export function createRootHandlers({
  roots,
  library,
  addPaths,
  askFolders,
}: RootHandlersOptions): Pick<Handlers, 'addRoots' | 'removeRoot' | 'changeRoot'> {
  const useRoots = async (outcome: Result<null, Problem>): Promise<Result<null, Problem>> => {
    if (outcome.ok) await library.setRoots(roots.all());
    return outcome;
  };
  return {
    addRoots: async () => {
      const folders = await askFolders();
      return folders.length === 0 ? success({ added: 0 }) : addPaths(folders);
    },
    removeRoot: ({ id }) => useRoots(roots.remove(id)),
    changeRoot: (change) => useRoots(roots.change(change)),
  };
}
