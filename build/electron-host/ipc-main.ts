import { EventEmitter } from 'node:events';
import { loud } from './loud.ts';

type Handler = (event: unknown, ...values: unknown[]) => unknown;

class HostIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (...values) => {
      this.removeHandler(channel);
      return handler(...values);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Runs the handler of a channel; rejects with Electron's own words. */
  async invoke(channel: string, event: unknown, values: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    const prefix = `Error invoking remote method '${channel}': `;
    if (handler === undefined)
      throw new Error(`${prefix}Error: No handler registered for '${channel}'`);
    try {
      return structuredClone(await handler(event, ...values));
    } catch (error) {
      const isUncloneable = error instanceof DOMException && error.name === 'DataCloneError';
      const reason = isUncloneable ? 'Error: An object could not be cloned.' : String(error);
      throw new Error(prefix + reason, { cause: error });
    }
  }
}

export const hostIpcMain = new HostIpcMain();

export const ipcMain = loud('ipcMain', hostIpcMain);
