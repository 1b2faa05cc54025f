import * as z from 'zod/mini';
import type { Immutable } from '../shared/immutable.ts';
import { rootSchema } from '../shared/model/listing.ts';
import { firstExclusions } from './folder-rules.ts';

/** A folder of the library as the settings file keeps it. */
export const keptRootSchema = z.object({
  /** Absolute; `null` for the briefings shipped with the app, which stand wherever it is installed. */
  path: z.nullable(z.string()),
  include: rootSchema.shape.include,
  exclude: rootSchema.shape.exclude,
});

export type KeptRoot = Immutable<z.infer<typeof keptRootSchema>>;

/** The library of a first start: the shipped briefings, until the reader takes them off. */
export const firstRoots: readonly KeptRoot[] = [{ path: null, include: [], exclude: [] }];

/** Where the folders of the library are kept. */
export interface RootKeeper {
  /** `null` where none were ever kept. */
  readRoots(): readonly KeptRoot[] | null;
  keepRoots(roots: readonly KeptRoot[]): void;
}

/**
 * Keeps folders as long as the app runs, beginning with the one that was given on the command line.
 * What was asked for by name is not refused.
 *
 * @param profile the folder of the app's own files.
 */
export function keepRootsInMemory(folder: string, profile: string): RootKeeper {
  const exclusions = firstExclusions(folder, profile);
  const exclude = exclusions.ok ? exclusions.value : [];
  let kept: readonly KeptRoot[] = [{ path: folder, include: [], exclude }];
  return {
    readRoots: () => kept,
    keepRoots: (roots) => {
      kept = roots;
    },
  };
}

/**
 * The folders that the settings file names; those that are none are left out. `null` where it names
 * none at all.
 */
export function readKeptRoots(field: unknown): readonly KeptRoot[] | null {
  if (!Array.isArray(field)) return null;
  return field.flatMap((entry: unknown) => {
    const checked = keptRootSchema.safeParse(entry);
    return checked.success ? [checked.data] : [];
  });
}
