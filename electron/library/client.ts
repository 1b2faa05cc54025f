import path from 'node:path';
import { utilityProcess } from 'electron';
import type { Root } from '../shared/model/listing.ts';
import type { Library, LibraryOptions } from './library.ts';
import { connectLibrary, type LibraryProcess } from './connect-library.ts';

const entry = path.join(import.meta.dirname, 'library-process.js');

/**
 * Each thread has a heap of its own; what is young in it gets little space, in megabytes, or it would
 * hold on to many times what it needs.
 */
const smallHeap = ['--max-semi-space-size=2'];

/** Starts the library in a process of its own, so that no file can stall or bring down the window. */
export function startLibraryClient(options: LibraryOptions): Library {
  const start = (roots: readonly Root[]): LibraryProcess =>
    utilityProcess.fork(entry, [JSON.stringify({ ...options, roots })], {
      serviceName: 'Readout library',
      execArgv: smallHeap,
    });
  return connectLibrary(options.roots, start);
}
