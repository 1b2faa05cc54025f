import path from 'node:path';

/** The files of a profile; the settings' own name comes with the settings. */
export interface ProfileFiles {
  readonly notes: string;
  readonly catalog: string;
  /** How far the reader is, and the versions that were read. */
  readonly reading: string;
  /** A folder with the indexes of other libraries, which the command line keeps. */
  readonly indexes: string;
  /** A folder with the briefings that the reader pasted. */
  readonly inbox: string;
  /** A folder with what was exported to folders last. */
  readonly exports: string;
  /** A folder with the reader's templates. */
  readonly templates: string;
  /** A folder with copies of the notes. */
  readonly backups: string;
}

/**
 * Where the system keeps an app's data: `~/.config/Readout` (or under `$XDG_CONFIG_HOME`),
 * `~/Library/Application Support/Readout`, `%APPDATA%\Readout`.
 */
export function defaultProfileDirectory(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  homeDirectory: string,
): string {
  const system = platform === 'win32' ? path.win32 : path.posix;
  if (platform === 'darwin')
    return system.join(homeDirectory, 'Library', 'Application Support', 'Readout');
  if (platform === 'win32') {
    return system.join(
      environment['APPDATA'] ?? system.join(homeDirectory, 'AppData', 'Roaming'),
      'Readout',
    );
  }
  const configured = environment['XDG_CONFIG_HOME'];
  const isUsable = configured !== undefined && path.posix.isAbsolute(configured);
  return system.join(isUsable ? configured : system.join(homeDirectory, '.config'), 'Readout');
}

/** Where a profile keeps what. */
export function profileFiles(directory: string): ProfileFiles {
  return {
    notes: path.join(directory, 'notes.sqlite'),
    catalog: path.join(directory, 'catalog.sqlite'),
    reading: path.join(directory, 'reading.sqlite'),
    indexes: path.join(directory, 'indexes'),
    inbox: path.join(directory, 'inbox'),
    exports: path.join(directory, 'exports'),
    templates: path.join(directory, 'templates'),
    backups: path.join(directory, 'backups'),
  };
}
