/** What the fixture's preload exposes to its page; see `fixture-app/preload.cjs`. */
type Listener = (...values: readonly unknown[]) => void;

/** Resolves to the message of the error, or to `null` where there was none. */
type Failure = Promise<string | null>;

export interface FixtureOfPage {
  readonly text: string;
  readonly nested: {
    readonly list: readonly [number, { readonly two: number }];
    readonly add: (one: number, other: number) => number;
  };
  readonly date: Date;
  readonly bytes: Uint8Array;
  readonly map: Map<string, number>;
  readonly worlds: () => Readonly<Record<string, unknown>>;
  readonly later: (value: unknown) => Promise<unknown>;
  readonly throwNow: (message: string) => never;
  readonly throwLater: (message: string) => Promise<never>;
  readonly callBack: (callback: (value: unknown) => unknown, value: unknown) => unknown;
  readonly callBackLater: (
    callback: (value: unknown) => unknown,
    value: unknown,
  ) => Promise<unknown>;
  readonly kindOf: (value: unknown) => string;
  readonly change: (value: object) => boolean;
  readonly give: (name: string) => unknown;
  readonly makeAdder: (one: number) => (other: number) => number;
  readonly exposeAgain: () => Failure;
  readonly exposeOther: (name: string) => Failure;
  readonly pushOf: () => readonly string[];
  readonly requireFailure: (name: string) => Failure;
  readonly pathFailure: (file: File) => Failure;
  readonly unprovided: () => Failure;
  readonly ipc: {
    readonly invoke: (channel: string, ...values: readonly unknown[]) => Promise<unknown>;
    readonly send: (channel: string, ...values: readonly unknown[]) => void;
    readonly failure: (channel: string, ...values: readonly unknown[]) => Failure;
    readonly inspectEcho: (name: string) => Promise<string>;
    readonly echoError: () => Promise<unknown>;
    readonly refusal: (name: string) => Failure;
    readonly sendRefusal: (name: string) => Failure;
    readonly on: (channel: string, listener: Listener) => () => void;
    readonly once: (channel: string, listener: Listener) => void;
  };
}

declare global {
  interface Window {
    readonly fixture: FixtureOfPage;
  }
}
