import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';

/** The folder for what the reader pastes. It is made when it is first needed. */
export interface Inbox {
  /** Absolute. */
  readonly folder: string;
  readonly isThere: () => boolean;
  /** Makes the folder, for its owner only, where there is none. @throws the system's error. */
  readonly make: () => Promise<void>;
}

/** @param folder absolute. */
export function createInbox(folder: string): Inbox {
  return {
    folder,
    isThere: () => existsSync(folder),
    make: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    },
  };
}
