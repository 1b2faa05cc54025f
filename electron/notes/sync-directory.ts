import { closeSync, fsyncSync, openSync } from 'node:fs';

/**
 * Makes renames in a folder durable. Windows has no such call and needs none (NTFS logs them).
 *
 * @throws the system's error.
 */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
