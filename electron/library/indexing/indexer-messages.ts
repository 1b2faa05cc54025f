import type { BriefingChanges, LibraryStatus, Root } from '../../shared/model/listing.ts';
import type { MarkUpdate } from '../library.ts';
import type { RootState } from './root-state.ts';

/** What the indexer thread is started with. */
export interface IndexerSetup {
  readonly catalogFile: string;
  readonly roots: readonly Root[];
}

/** What can be asked of the indexer, with what it answers. */
export interface IndexerCalls {
  readonly rescan: (input: null) => null;
  readonly stopScan: (input: null) => null;
  readonly setRoots: (input: readonly Root[]) => null;
  readonly putMarks: (input: MarkUpdate) => null;
  readonly marksRevision: (input: null) => string | null;
  /** Looks at files and folders again, by their absolute paths. */
  readonly look: (input: readonly string[]) => null;
  /** Reads one file; its briefing's id, or `null` where it belongs to no root. */
  readonly readNow: (input: string) => string | null;
  readonly close: (input: null) => null;
}

export type IndexerCall = keyof IndexerCalls;

/** Front → indexer thread. */
export interface ToIndexer {
  readonly number: number;
  readonly call: IndexerCall;
  readonly input: Parameters<IndexerCalls[IndexerCall]>[0];
}

/** What a root is at the moment, by its id. */
export type RootStates = Readonly<Record<string, RootState>>;

/** What the indexer tells by itself. */
export type IndexerNews =
  /** The catalog can be opened for reading. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'activity'; readonly activity: LibraryStatus['activity'] }
  | { readonly kind: 'roots'; readonly states: RootStates }
  /** Rows came, changed or went. */
  | { readonly kind: 'stored' }
  | { readonly kind: 'changes'; readonly changes: BriefingChanges }
  /** The catalog is damaged and cannot be worked with. */
  | { readonly kind: 'broken'; readonly message: string };

/** Indexer thread → front. */
export type FromIndexer =
  | IndexerNews
  | { readonly kind: 'answer'; readonly number: number; readonly value: string | null }
  | { readonly kind: 'failure'; readonly number: number; readonly message: string };
