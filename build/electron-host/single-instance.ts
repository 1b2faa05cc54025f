import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** What a second instance hands to the first. */
export interface Handover {
  readonly argv: string[];
  readonly workingDirectory: string;
  /** JSON, as the second instance gave it. */
  readonly additionalData?: unknown;
}

/** Connects synchronously, as `requestSingleInstanceLock` has to answer at once. */
const knockScript = `
  const socket = require('node:net').connect(process.argv[1]);
  socket.on('connect', () => socket.end(process.argv[2]));
  socket.on('close', () => process.exit(0));
  socket.on('error', () => process.exit(3));
`;

/**
 * The lock of a profile: a socket in the kernel's abstract namespace, which is free as soon as its
 * process is gone, even by kill -9.
 */
export class SingleInstance {
  readonly #address: string;
  #server: Server | undefined;

  constructor(profile: string) {
    const name = createHash('sha256').update(profile).digest('hex').slice(0, 32);
    this.#address = `\0electron-host-${name}`;
  }

  /** Takes the lock, or hands over to whoever has it and answers `false`. */
  request(handover: Handover, onSecond: (handover: Handover) => void): boolean {
    if (this.#server !== undefined) return true;
    const message = JSON.stringify(handover);
    const script = knockScript.replace('process.argv[1]', JSON.stringify(this.#address));
    const knock = spawnSync(
      process.execPath,
      ['-e', script.replace('process.argv[2]', 'process.argv[1]'), message],
      {
        env: { PATH: process.env['PATH'] ?? '' },
      },
    );
    if (knock.status === 0) return false;
    this.#server = createServer((socket) => {
      const chunks: Buffer[] = [];
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.on('error', () => undefined);
      socket.on('end', () => onSecond(JSON.parse(Buffer.concat(chunks).toString()) as Handover));
    });
    this.#server.listen(this.#address).unref();
    return true;
  }

  release(): void {
    this.#server?.close();
    this.#server = undefined;
  }
}
