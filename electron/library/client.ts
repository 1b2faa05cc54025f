import path from 'node:path';
import { utilityProcess } from 'electron';
import type { LibraryOptions } from './create-library.ts';
import type { Library } from './library.ts';
import { connectLibrary, type LibraryProcess } from './connect-library.ts';

const entry = path.join(import.meta.dirname, 'library-process.js');

/** Starts the library in a process of its own, so that no file can stall or bring down the window. */
export function startLibraryClient({ roots, catalogFile }: LibraryOptions): Library {
  const start = (): LibraryProcess =>
    utilityProcess.fork(entry, [catalogFile, ...roots], { serviceName: 'Readout library' });
  return connectLibrary(start);
}
