import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { LibraryProcess } from '../../../electron/library/connect-library.ts';
import type { LibraryOptions } from '../../../electron/library/library.ts';
import type { FromLibrary } from '../../../electron/library/messages.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const entry = path.join(project, 'electron/library/process.ts');
/** Gives a Node process the port that Electron gives a utility process. */
const preparation = path.join(project, 'build/electron-host/utility-parent-port.ts');

/** The library's process entry in a Node process. */
export class LibraryChildProcess implements LibraryProcess {
  readonly #child: ChildProcess;
  readonly ended: Promise<void>;

  constructor(options: LibraryOptions) {
    this.#child = fork(entry, [JSON.stringify(options)], {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', preparation],
    });
    this.ended = new Promise((resolve) => this.#child.once('exit', () => resolve()));
  }

  postMessage(message: object): void {
    if (this.#child.connected) this.#child.send(message);
  }

  on(_event: 'message', listener: (message: FromLibrary) => void): void {
    this.#child.on('message', (message) => listener(message as FromLibrary));
  }

  once(_event: 'exit', listener: (code: number) => void): void {
    this.#child.once('exit', (code) => listener(code ?? 1));
  }

  kill(): boolean {
    return this.#child.kill();
  }

  /** Ends it as a crash would. */
  crash(): Promise<void> {
    this.#child.kill('SIGKILL');
    return this.ended;
  }
}
