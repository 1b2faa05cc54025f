/**
 * Runs every check and every test, and ends with one line that counts them. Sets up the browser
 * that it needs by itself. A check (types, lint and so on) counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ensureBrowser } from '../runtime/ensure-browser.ts';
import { selectRuntime } from '../runtime/select-runtime.ts';
import { projectRoot } from '../vite/options.ts';
import { bundle } from './bundle.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<Count>;
}

const resultsFolder = path.join(projectRoot, 'out/test-results');

/** Runs a package's command; resolves with its exit code. */
function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(path.join(projectRoot, 'node_modules/.bin', command), args, {
      cwd: projectRoot,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** One check that passes or fails as a whole. */
function check(name: string, command: string, ...args: readonly string[]): Step {
  return {
    name,
    run: async () =>
      (await run(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
  };
}

async function readResults(file: string): Promise<unknown> {
  return readFile(file, 'utf8').then(JSON.parse, () => null);
}

function numberAt(value: unknown, ...keys: readonly string[]): number {
  let current = value;
  for (const key of keys) {
    current =
      typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined;
  }
  return typeof current === 'number' ? current : 0;
}

/** A run without results, or a non-zero exit with no failed test, is a failure of its own. */
function judge(count: Count, exitCode: number): Count {
  const isSound = count.passed + count.failed > 0 && (exitCode === 0) === (count.failed === 0);
  return isSound ? count : { ...count, failed: count.failed + 1 };
}

/** The tests of one project of build/vitest.config.ts. */
function vitest(project: string, environment: Readonly<Record<string, string>>): Step {
  return {
    name: `${project} tests`,
    run: async () => {
      const file = path.join(resultsFolder, `${project}.json`);
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const args = [
        'run',
        '--config',
        'build/vitest.config.ts',
        '--project',
        project,
        ...reporters,
      ];
      const exitCode = await run('vitest', args, environment);
      const results = await readResults(file);
      return judge(
        {
          passed: numberAt(results, 'numPassedTests'),
          failed: numberAt(results, 'numFailedTests'),
        },
        exitCode,
      );
    },
  };
}

/** The end-to-end tests over the bundled app. */
function playwright(environment: Readonly<Record<string, string>>): Step {
  return {
    name: 'end-to-end tests',
    run: async () => {
      await bundle({ quiet: true, onlyIfStale: true });
      const file = path.join(resultsFolder, 'e2e.json');
      const exitCode = await run(
        'playwright',
        ['test', '--config', 'build/playwright.config.ts'],
        environment,
      );
      const results = await readResults(file);
      return judge(
        {
          passed: numberAt(results, 'stats', 'expected'),
          failed: numberAt(results, 'stats', 'unexpected') + numberAt(results, 'stats', 'flaky'),
        },
        exitCode,
      );
    },
  };
}

async function steps(): Promise<readonly Step[]> {
  const runtime = await selectRuntime({ allowDownload: true });
  console.log(runtime.line);
  const environment = { READOUT_HOST_CHROMIUM: ensureBrowser() };
  return [
    check('types', 'tsc', '--build'),
    check('lint', 'eslint', '--max-warnings', '0', '.'),
    check(
      'layers and cycles',
      'depcruise',
      '--config',
      'build/dependency-cruiser.config.cjs',
      'electron',
      'renderer',
      'build',
      'tests',
    ),
    check('unused code', 'knip', '--config', 'build/knip.json'),
    check('format', 'prettier', '--check', '.'),
    vitest('unit', environment),
    vitest('component', environment),
    vitest('host', environment),
    playwright(environment),
  ];
}

async function main(): Promise<void> {
  await rm(resultsFolder, { recursive: true, force: true });
  await mkdir(resultsFolder, { recursive: true });
  const only = process.argv.slice(2);
  const total = { passed: 0, failed: 0 };
  const failures: string[] = [];
  for (const { name, run: runStep } of await steps()) {
    if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
    console.log(`\n── ${name}`);
    const started = performance.now();
    const { passed, failed } = await runStep();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`── ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) failures.push(name);
  }
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

await main();
