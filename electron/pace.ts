import { setImmediate } from 'node:timers/promises';

/** Waits where work has held up the process long enough; called between two pieces of it. */
export type Pace = () => Promise<void>;

/** How long work goes on before other events have their turn, in milliseconds. */
const longestStretch = 8;

/** A pace of its own for one piece of work. */
export function createPace(): Pace {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < longestStretch) return;
    await setImmediate();
    begun = performance.now();
  };
}
