import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../../electron/command-line.ts';

/** Where commands keep indexes and look for notes when no profile is given: nothing of a person's. */
const configuration = mkdtempSync(path.join(tmpdir(), 'readout-configuration-'));
process.env['XDG_CONFIG_HOME'] = configuration;
process.on('exit', () => rmSync(configuration, { recursive: true, force: true }));

/** What a command answered. */
export interface Answer {
  /** The exit code. */
  readonly code: number;
  /** Standard output. */
  readonly output: string;
  /** Standard error. */
  readonly errors: string;
}

/** The absolute path of the project’s folder, with its slash. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** The absolute path of the seed that every field of is known. */
export const seed = `${projectRoot}seeds/000_55588bc237036906.txt`;

/** Runs a command in this process. */
export async function run(...args: readonly string[]): Promise<Answer> {
  let output = '';
  let errors = '';
  const code = await runCommandLine(args, {
    output: { write: (text) => void (output += Buffer.from(text).toString()) },
    errors: { write: (text: string) => void (errors += text) },
  });
  return { code, output, errors };
}

/**
 * Runs the program itself in a process that has no display and no other environment than what is
 * given.
 */
export function runProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const program = `${projectRoot}electron/command-line/entry.ts`;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, ...args],
      { env: { XDG_CONFIG_HOME: configuration, ...environment }, maxBuffer: 64 * 1024 * 1024 },
      (error, output, errors) => {
        const code = error === null ? 0 : Number(error.code ?? -1);
        resolve({ code, output, errors });
      },
    );
  });
}
