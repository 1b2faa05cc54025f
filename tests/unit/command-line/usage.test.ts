import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { isCommandLine } from '../../../electron/command-line.ts';
import { run, runProgram, seed } from './run.ts';

describe('the program', () => {
  it('parses without a display, a browser or a home', async () => {
    const { code, output, errors } = await runProgram(['parse', seed, '--json']);
    expect([code, errors]).toEqual([0, '']);
    expect(JSON.parse(output)).toMatchObject({ source: 'Particle.news' });
  });

  it('writes all of a long output, also into a pipe', async () => {
    const files = Array.from({ length: 100 }, () => seed);
    const { code, output } = await runProgram(['parse', '--json', ...files]);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toHaveLength(100);
  });

  it.each([
    [1, ['parse', '/gone.txt']],
    [2, ['parse']],
    [0, ['--version']],
  ])('ends with %d after %j', async (code, args) =>
    expect((await runProgram(args)).code).toBe(code),
  );
});

describe('help and version', () => {
  it.each([['--help'], ['-h'], ['help']])('%s names every command', async (argument) => {
    const { code, output, errors } = await run(argument);
    expect([code, errors]).toEqual([0, '']);
    const commands = [...output.matchAll(/^ {2}([a-z]+) /gm)].map(([, command = '']) => command);
    expect(commands).toEqual([
      'parse',
      'anchor',
      'index',
      'search',
      'list',
      'notes',
      'export',
      'import',
      'backup',
      'restore',
      'help',
    ]);
    for (const command of commands) expect(isCommandLine([command])).toBe(true);
  });

  it.each([
    ['parse', '--json'],
    ['list', '--library'],
    ['notes', '--profile'],
    ['export', '--out'],
  ])('%s --help names %s', async (command, option) => {
    const { code, output, errors } = await run(command, '--help');
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain(option);
  });

  it('--version gives the version alone', async () =>
    expect(await run('--version')).toEqual({
      code: 0,
      output: `${manifest.version}\n`,
      errors: '',
    }));
});

describe('wrong usage', () => {
  it.each<[string, readonly string[], string]>([
    ['no command', [], 'No command is named.'],
    ['an unknown command', ['pasre', seed], "'pasre'"],
    ['no file', ['parse'], 'file'],
    ['an unknown option', ['parse', '--yaml', seed], '--yaml'],
    ['no library', ['list'], '--library'],
    ['no value of an option', ['list', '--library'], '--library'],
    ['more than a command takes', ['notes', '--library', '.', 'more'], 'notes'],
    ['no format', ['export', '--library', '.', '--out', '-'], '--format'],
    ['no place to export to', ['export', '--library', '.', '--format', 'markdown'], '--out'],
    ['options of another command', ['list', '--library', '.', '--out', 'x'], '--out'],
  ])('such as %s is said in one line, with exit code 2', async (_, args, named) => {
    const { code, output, errors } = await run(...args);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(/^readout: [^\n]+ Try “readout --help”\.\n$/);
    expect(errors).toContain(named);
  });
});

describe('isCommandLine', () => {
  it.each([
    ['parse'],
    ['list'],
    ['notes'],
    ['export'],
    ['help'],
    ['--help'],
    ['-h'],
    ['--version'],
  ])('is so for %s', (first) => expect(isCommandLine([first, 'x'])).toBe(true));

  it.each([[], ['--library=/briefings'], ['--profile', 'parse'], ['/briefings/parse.txt'], ['']])(
    'is not so for a start with a window: %j',
    (...args: readonly string[]) => expect(isCommandLine(args)).toBe(false),
  );
});
