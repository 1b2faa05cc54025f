import path from 'node:path';

/** What the app was asked for when it was started with a window. */
export interface StartArguments {
  /** `--profile=DIR` or `--profile DIR`: where notes and settings live; absolute. */
  readonly profile: string | null;
  /** `--library=DIR` or `--library DIR`: the folder of briefings; absolute. */
  readonly library: string | null;
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

function readOption(given: readonly string[], name: string): string | null {
  const at = given.findIndex((one) => one === `--${name}` || one.startsWith(`--${name}=`));
  const found = given[at];
  if (found === undefined) return null;
  const value = found.includes('=') ? found.slice(found.indexOf('=') + 1) : given[at + 1];
  return value === undefined || value === '' ? null : value;
}

/**
 * Reads the options of a start with a window. Others are left to Chromium.
 *
 * @param folder what relative paths are relative to.
 */
export function readStartArguments(given: readonly string[], folder: string): StartArguments {
  const readFolder = (name: string): string | null => {
    const value = readOption(given, name);
    return value === null ? null : path.resolve(folder, value);
  };
  return { profile: readFolder('profile'), library: readFolder('library') };
}
