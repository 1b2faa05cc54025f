/** The entry of the library process: the library behind messages. Its argument: the options as JSON. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ParentPort } from 'electron';
import { createLibrary } from './create-library.ts';
import type { Library, LibraryOptions } from './library.ts';
import type { FromLibrary, LibraryCall, ToLibrary } from './messages.ts';

const options = JSON.parse(process.argv[2] ?? '') as LibraryOptions;
const parentPort: ParentPort = process.parentPort;
const library = createLibrary(options);

function send(message: FromLibrary): void {
  parentPort.postMessage(message);
}

/** Calls a method with the values that came with its name; the client's type pairs the two. */
function callLibrary(call: LibraryCall, values: readonly unknown[]): Promise<unknown> {
  const method = library[call] as (...given: readonly unknown[]) => Promise<unknown>;
  return method(...values);
}

/** What the first briefing has ahead of a scan, in milliseconds: to be opened, and to be painted. */
const patience = { opening: 3000, painting: 500 } as const;

const firstOpening = Promise.withResolvers<undefined>();
let isScanAskedFor = false;

/** What is listed already is shown before the files are looked through for changes. */
async function scanAtStart(): Promise<void> {
  const { briefingCount } = await library.status();
  const painted = firstOpening.promise.then(() => delay(patience.painting));
  if (briefingCount > 0) await Promise.race([painted, delay(patience.opening)]);
  if (!isScanAskedFor) await library.rescan();
}

async function answer(message: ToLibrary): Promise<void> {
  if (message.kind === 'close') {
    await library.close();
    send({ kind: 'closed' });
    return;
  }
  const { number, call, values } = message;
  if (call === 'rescan') isScanAskedFor = true;
  try {
    send({ kind: 'reply', number, value: await callLibrary(call, values) });
    if (call === 'open') firstOpening.resolve(undefined);
  } catch (error) {
    send({
      kind: 'failure',
      number,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

library.onChanged((status: Awaited<ReturnType<Library['status']>>) =>
  send({ kind: 'changed', status }),
);
library.onBriefingsChanged((changes) => send({ kind: 'briefings changed', changes }));
parentPort.on('message', (event) => void answer(event.data as ToLibrary));
scanAtStart().catch((error: unknown) => console.error(String(error)));
