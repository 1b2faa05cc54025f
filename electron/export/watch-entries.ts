import type { EntrySource } from './format-writer.ts';
import type { ExportRun } from './export-run.ts';

/** How often progress is told, in milliseconds. */
const interval = 200;

/**
 * The entries, with progress told as they are read; reading them throws once the export is stopped.
 * A writer that goes through them twice tells only of the second time, which is the longer one.
 */
export function watchEntries(entries: EntrySource, total: number, run: ExportRun): EntrySource {
  let toldAt = 0;
  return async function* watched() {
    let done = 0;
    for await (const entry of entries()) {
      run.stop.throwIfAborted();
      yield entry;
      done += 1;
      if (performance.now() - toldAt < interval && done < total) continue;
      toldAt = performance.now();
      run.progress({ done, total });
    }
  };
}
