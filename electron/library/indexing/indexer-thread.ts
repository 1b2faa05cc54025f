/** The entry of the indexer thread: the indexer behind messages. */
import { parentPort, workerData } from 'node:worker_threads';
import { CatalogWriter } from '../catalog/catalog-writer.ts';
import { isDamage, openCatalog } from '../catalog/open-catalog.ts';
import { createFileParser } from '../parsing/create-file-parser.ts';
import { Indexer } from './indexer.ts';
import type { FromIndexer, IndexerCalls, IndexerSetup, ToIndexer } from './indexer-messages.ts';

type Answers = {
  readonly [Name in keyof IndexerCalls]: (input: Parameters<IndexerCalls[Name]>[0]) => unknown;
};

function send(message: FromIndexer): void {
  parentPort?.postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const { catalogFile, roots } = workerData as IndexerSetup;
const { database } = openCatalog(catalogFile);
send({ kind: 'ready' });

const indexer = new Indexer({
  writer: new CatalogWriter(database),
  parser: createFileParser(),
  roots,
  tell: send,
});

const answers: Answers = {
  rescan: () => indexer.rescan(),
  stopScan: () => indexer.stopScan(),
  setRoots: (given) => indexer.setRoots(given),
  putMarks: (update) => indexer.putMarks(update),
  marksRevision: () => indexer.marksRevision(),
  look: (places) => indexer.look(places),
  readNow: (file) => indexer.readNow(file),
  close: () => indexer.close(),
};

async function answer({ number, call, input }: ToIndexer): Promise<void> {
  try {
    // The connection's types pair each call with its input.
    const value = await (answers[call] as (given: unknown) => unknown)(input);
    send({ kind: 'answer', number, value: typeof value === 'string' ? value : null });
    if (call === 'close') parentPort?.close();
  } catch (error) {
    if (isDamage(error)) send({ kind: 'broken', message: messageOf(error) });
    send({ kind: 'failure', number, message: messageOf(error) });
  }
}

parentPort?.on('message', (message: ToIndexer) => void answer(message));
