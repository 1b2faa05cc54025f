import type { LibraryStatus } from '../shared/model/listing.ts';
import { type FolderOptions, withLibrary } from './library.ts';
import { type Streams, writeJson } from './streams.ts';

/** Between two lines about the progress, in milliseconds. */
const reportInterval = 1000;

function timeLeft(remaining: number | null): string {
  return remaining === null ? '' : `, about ${Math.max(1, Math.round(remaining / 1000))} s left`;
}

/** Writes a line about the progress now and then. */
function createReport(streams: Streams): (status: LibraryStatus) => void {
  let reportedAt = 0;
  return ({ activity }) => {
    if (activity.kind !== 'scanning' || activity.total === 0) return;
    const now = performance.now();
    if (now - reportedAt < reportInterval) return;
    reportedAt = now;
    const { done, total, remaining } = activity;
    streams.errors.write(`${done} of ${total} files${timeLeft(remaining)}\n`);
  };
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** `readout index`: brings the index of a folder up to date, so that the next search finds it so. */
export async function indexLibrary(
  options: FolderOptions & { readonly json?: true },
  streams: Streams,
): Promise<void> {
  const { briefingCount, problemCount } = await withLibrary(
    options,
    (library) => library.status(),
    createReport(streams),
  );
  if (options.json === true) {
    writeJson(streams, { briefings: briefingCount, problems: problemCount });
    return;
  }
  const briefings = counted(briefingCount, 'briefing is', 'briefings are');
  const problems = counted(problemCount, 'file', 'files');
  const rest = problemCount === 0 ? '' : ` ${problems} could not be read; “readout list” says why.`;
  streams.output.write(`${briefings} in the index.${rest}\n`);
}
