/** Runs as a utility process: answers each message, and ends when it is told to. */
import { inspect } from 'node:util';

process.parentPort.on('message', ({ data, ports }) => {
  if (data.end !== undefined) process.exit(data.end);
  process.parentPort.postMessage({
    inspected: inspect(data, { compact: true, breakLength: Infinity }),
    back: data,
    ports: ports.length,
  });
});
process.parentPort.postMessage({
  started: process.argv.slice(2),
  environment: process.env.FIXTURE,
  folder: process.cwd(),
  type: process.type,
});
