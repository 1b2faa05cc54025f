import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a killed process had been told is stored. */
export interface Written {
  /** The newest acknowledged version of each note, by its id. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** What it wrote to standard error: empty unless it failed by itself. */
  readonly errors: string;
}

/** A process that saves notes as fast as it can. */
export interface Writer {
  /** Settles when this many saves were acknowledged, or the process has ended. */
  wrote(count: number): Promise<void>;
  /** Ends the process with SIGKILL, and reads everything it had said. */
  kill(): Promise<Written>;
  /** Settles when the process has ended by itself. */
  ended(): Promise<Written>;
}

function readAcknowledged(output: string): ReadonlyMap<string, number> {
  // The last line may be cut.
  const lines = output.split('\n').slice(0, -1);
  return new Map(
    lines.map((line): [string, number] => [line.slice(0, 36), Number(line.slice(37))]),
  );
}

/** Starts a process that writes notes into `file`. */
export function startWriting(file: string): Writer {
  const script = path.join(import.meta.dirname, 'writing-process.ts');
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  const waiting: { readonly count: number; readonly settle: () => void }[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    const count = output.split('\n').length - 1;
    for (const wait of waiting) if (count >= wait.count) wait.settle();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const end = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  const ended = async (): Promise<Written> => {
    await end;
    return { acknowledged: readAcknowledged(output), errors };
  };
  return {
    wrote: (count) =>
      Promise.race([end, new Promise<void>((settle) => waiting.push({ count, settle }))]),
    kill: () => {
      child.kill('SIGKILL');
      return ended();
    },
    ended,
  };
}
