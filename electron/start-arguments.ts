import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the app was asked for when it was started with a window. */
export interface StartArguments {
  /** `--profile=DIR` or `--profile DIR`: where notes and settings live; absolute. */
  readonly profile: string | null;
  /** `--library=DIR` or `--library DIR`: the folder of briefings; absolute. */
  readonly library: string | null;
  /** Files and folders to be opened, absolute: what is no option. */
  readonly places: readonly string[];
}

/**
 * The arguments meant for the app. A packaged program's start after the program; in development
 * Chromium's and Node's switches and the app's folder stand before them.
 */
export function appArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const given = argv.slice(1);
  if (isPackaged) return given;
  const appFolder = given.findIndex((argument) => !argument.startsWith('-'));
  return appFolder === -1 ? [] : given.slice(appFolder + 1);
}

const options: ReadonlySet<string> = new Set(['--profile', '--library']);

/** What is given: values by option, the first one counts, and what is no option and no value. */
interface Given {
  readonly values: ReadonlyMap<string, string>;
  readonly places: readonly string[];
}

function sort(given: readonly string[]): Given {
  const values = new Map<string, string>();
  const places: string[] = [];
  const keep = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '' && !values.has(name)) values.set(name, value);
  };
  const rest = given[Symbol.iterator]();
  for (const argument of rest) {
    const [name = ''] = argument.split('=', 1);
    if (argument === '--') return { values, places: [...places, ...rest] };
    if (!argument.startsWith('-')) places.push(argument);
    else if (options.has(argument)) keep(argument, rest.next().value);
    else if (options.has(name)) keep(name, argument.slice(name.length + 1));
  }
  return { values, places };
}

/** A path, or a file's address as some desktops give it; `null` for what is neither. */
function resolvePlace(given: string, folder: string): string | null {
  if (!given.startsWith('file:')) return given === '' ? null : path.resolve(folder, given);
  try {
    return fileURLToPath(given);
  } catch {
    return null;
  }
}

/**
 * Reads what a start with a window was given. Other options are left to Chromium; behind `--`
 * everything is a file or a folder.
 *
 * @param folder what relative paths are relative to.
 */
export function readStartArguments(given: readonly string[], folder: string): StartArguments {
  const { values, places } = sort(given);
  const readFolder = (name: string): string | null => {
    const value = values.get(name);
    return value === undefined ? null : path.resolve(folder, value);
  };
  return {
    profile: readFolder('--profile'),
    library: readFolder('--library'),
    places: places.flatMap((place) => resolvePlace(place, folder) ?? []),
  };
}
