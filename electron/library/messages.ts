import type { LibraryStatus } from '../shared/model/listing.ts';
import type { Library } from './library.ts';

/** The calls of a library that travel to its process. */
export const libraryCalls = [
  'outline',
  'query',
  'locate',
  'find',
  'status',
  'rescan',
  'open',
  'picture',
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
  | { readonly kind: 'closed' };
