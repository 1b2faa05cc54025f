import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { ForkOptions } from 'electron';
import { loud, notProvided } from './loud.ts';

const preparation = path.join(import.meta.dirname, 'utility-parent-port.ts');
const ownArguments = ['--disable-warning=ExperimentalWarning', '--import', preparation];

/** A utility process is a Node process whose messages are structured clones. */
class HostUtilityProcess extends EventEmitter {
  readonly #child;

  constructor(modulePath: string, values: readonly string[], options: ForkOptions) {
    super();
    if ((options.stdio ?? 'inherit') !== 'inherit') {
      notProvided(`utilityProcess.fork with stdio ${String(options.stdio)}`);
    }
    this.#child = fork(modulePath, [...values], {
      serialization: 'advanced',
      execArgv: [...ownArguments, ...(options.execArgv ?? [])],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...(options.env ?? process.env) },
    });
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
    process.on('exit', () => this.#child.kill('SIGKILL'));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = loud('utilityProcess', {
  fork: (modulePath: string, values: readonly string[] = [], options: ForkOptions = {}) =>
    loud('UtilityProcess', new HostUtilityProcess(modulePath, values, options)),
});
