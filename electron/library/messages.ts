import type { BriefingChanges, LibraryStatus } from '../shared/model/listing.ts';
import type { Library } from './library.ts';

/** The calls of a library that travel to its process. */
export const libraryCalls = [
  'outline',
  'query',
  'locate',
  'find',
  'page',
  'status',
  'countViews',
  'rescan',
  'stopScan',
  'readNow',
  'setRoots',
  'read',
  'open',
  'picture',
  'setReading',
  'setPinned',
  'keepVersion',
  'indexMarks',
  'marksRevision',
] as const;

export type LibraryCall = (typeof libraryCalls)[number];

/** Main process → library process. */
export type ToLibrary =
  | {
      readonly kind: 'call';
      readonly number: number;
      readonly call: LibraryCall;
      readonly values: Parameters<Library[LibraryCall]>;
    }
  | { readonly kind: 'close' };

/** Library process → main process. */
export type FromLibrary =
  | { readonly kind: 'reply'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly number: number; readonly message: string }
  | { readonly kind: 'changed'; readonly status: LibraryStatus }
  | { readonly kind: 'briefings changed'; readonly changes: BriefingChanges }
  | { readonly kind: 'closed' };
