/**
 * How many rows a key moves the reader in a list, which is a screenful for the page keys;
 * `undefined` for keys that do not move, and for those that are held with another one.
 */
export function rowStep(event: KeyboardEvent, rowsPerScreen: number): number | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const page = Math.max(1, Math.floor(rowsPerScreen) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity,
  };
  return steps[event.key];
}

/** Where a step leads; from nowhere to the first row, or to the last for the key of the end. */
export function movedBy(position: number | null, step: number): number {
  if (position !== null) return position + step;
  return step === Infinity ? Infinity : 0;
}
