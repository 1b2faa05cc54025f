import { type FSWatcher, watch } from 'node:fs';

/** How long the bundle has to be quiet before it is loaded, in milliseconds. */
const quietTime = 200;

/**
 * Calls `onRebuilt` after the bundled page in `directory` was written anew. For `npm run dev`; the
 * page's policy and the network lock are the same as in the installed app.
 */
export function watchPages(directory: string, onRebuilt: () => Promise<void>): FSWatcher {
  let timer: NodeJS.Timeout | null = null;
  const load = (): void => {
    // In the middle of a build the folder may be empty; the next write calls again.
    onRebuilt().catch((error: unknown) => console.error(`Not reloaded: ${String(error)}`));
  };
  return watch(directory, () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(load, quietTime);
  });
}
