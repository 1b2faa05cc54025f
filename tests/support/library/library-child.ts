import { onTestFinished } from 'vitest';
import type { LibraryOptions } from '../../../electron/library/library.ts';
import { LibraryChildProcess } from './library-child-process.ts';

/** The library's process entry in a Node process, which goes with the test. */
export class LibraryChild extends LibraryChildProcess {
  constructor(options: LibraryOptions) {
    super(options);
    onTestFinished(() => this.crash());
  }
}
