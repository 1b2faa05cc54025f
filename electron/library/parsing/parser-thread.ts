/**
 * The entry of a parser thread: reads and parses files for the thread that started it. It answers
 * jobs one after the other.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { FileReading } from './parsed-file.ts';
import { readPicture } from './picture.ts';
import { ProgressBoard } from './progress-board.ts';
import { type FileRequest, openBriefing, readForCatalog } from './read-for-catalog.ts';
import type { FromThread, ThreadAnswer, ThreadJob, ThreadSetup } from './thread-messages.ts';

/** Readings are sent before they have more characters and bytes than this, so that none pile up. */
const largestReply = 4 * 1024 * 1024;

const { board: memory, largestOutput } = workerData as ThreadSetup;
const board = new ProgressBoard(memory);

function send(number: number, answer: ThreadAnswer): void {
  const reply: FromThread = { number, answer };
  parentPort?.postMessage(reply);
}

function sizeOf({ files }: FileReading): number {
  return files.reduce((size, { contents }) => {
    if (contents === null) return size;
    return size + contents.briefing.length + contents.words.text.length;
  }, 0);
}

async function readFiles(number: number, files: readonly FileRequest[]): Promise<void> {
  let readings: FileReading[] = [];
  let size = 0;
  for (const [index, file] of files.entries()) {
    board.beginFile(number, index);
    const reading = await readForCatalog(file, largestOutput, (entry) => board.beginEntry(entry));
    readings.push(reading);
    size += sizeOf(reading);
    if (size < largestReply) continue;
    send(number, { kind: 'read', readings });
    readings = [];
    size = 0;
  }
  send(number, { kind: 'read', readings });
}

async function work({ number, work: given }: ThreadJob): Promise<void> {
  if (given.kind === 'read') return readFiles(number, given.files);
  board.beginFile(number, 0);
  if (given.kind === 'open') {
    send(number, { kind: 'open', result: await openBriefing(given.path, largestOutput) });
  } else {
    const result = await readPicture(given.path, given.reference);
    send(number, { kind: 'picture', result });
  }
}

let last = Promise.resolve();
parentPort?.on('message', (job: ThreadJob) => {
  // A fault ends the thread, and the board then still says which file it was at.
  last = last.then(() => work(job)).then(() => board.rest());
});
parentPort?.postMessage('started' satisfies FromThread);
