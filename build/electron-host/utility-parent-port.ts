/** Runs first in a utility process: gives it Electron's `process.parentPort`. */
import { EventEmitter } from 'node:events';

class HostParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(message);
  }
}

const parentPort = new HostParentPort();
process.on('message', (data) => parentPort.emit('message', { data, ports: [] }));
// A utility process ends with its parent, however that ends.
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: parentPort });
Object.defineProperty(process, 'type', { value: 'utility' });
