import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { ForkOptions } from 'electron';
import { loud } from './loud.ts';

const preparation = path.join(import.meta.dirname, 'utility-parent-port.ts');

/** A utility process is a Node process whose messages are structured clones. */
class HostUtilityProcess extends EventEmitter {
  readonly #child;

  constructor(modulePath: string, values: readonly string[], options: ForkOptions) {
    super();
    this.#child = fork(modulePath, [...values], {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', preparation],
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
