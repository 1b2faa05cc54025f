import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './store-folder.ts';

/** `false` where this user or system may not mount. */
function mount(folder: string, kibibytes: number): boolean {
  try {
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

/** `true` where small disks can be made: on Linux, as root, outside of most containers. */
export function canMountDisks(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = path.join(import.meta.dirname, `../../../out/mount-check-${process.pid}`);
  mkdirSync(path.dirname(folder), { recursive: true });
  const isMounted = mount(folder, 64);
  if (isMounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return isMounted;
}

/** Mounts a disk in memory of this size; it goes with the test. Returns its folder. */
export function mountSmallDisk(kibibytes: number): string {
  const folder = path.join(temporaryFolder(), 'disk');
  if (!mount(folder, kibibytes)) throw new Error('The disk could not be mounted.');
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  return folder;
}
