import { lstatSync } from 'node:fs';
import type { CatalogEntry, CatalogWriter } from '../catalog/catalog-writer.ts';
import type { ReadFile } from './reading-pipeline.ts';

/** What storing did to the catalog. */
export interface Stored {
  readonly added: readonly CatalogEntry[];
  readonly changed: readonly CatalogEntry[];
  readonly removed: readonly CatalogEntry[];
}

/** Several outcomes as one. */
export function joinStored(outcomes: readonly Stored[]): Stored {
  return {
    added: outcomes.flatMap(({ added }) => added),
    changed: outcomes.flatMap(({ changed }) => changed),
    removed: outcomes.flatMap(({ removed }) => removed),
  };
}

/** Whether a file went between its being found and its being read. */
function hasGone({ file, reading }: ReadFile): boolean {
  if (reading.files.some(({ contents }) => contents !== null)) return false;
  try {
    // Of a link, too, it is the link itself that is asked for.
    return lstatSync(file, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

/**
 * Stores files that were read, as one change. Those that are gone by now are taken out, if their root
 * (by its id) is still there: what vanished with it did not go.
 */
export function storeFiles(
  writer: CatalogWriter,
  files: readonly (ReadFile & { readonly root: string })[],
  isThere: (root: string) => boolean,
): Stored {
  return writer.batch(() =>
    joinStored(
      files.map((one) => {
        const { file, reading, root } = one;
        if (hasGone(one)) {
          const removed = isThere(root) ? writer.removeFile(file) : [];
          return { added: [], changed: [], removed };
        }
        return writer.put(reading, { root, file });
      }),
    ),
  );
}
