/** Where a command writes. */
export interface Streams {
  readonly output: { write(text: string | Uint8Array): unknown };
  readonly errors: { write(text: string): unknown };
}

/** A value as JSON for people and programs. */
export function writeJson(streams: Streams, value: unknown): void {
  streams.output.write(`${JSON.stringify(value, null, 2)}\n`);
}
