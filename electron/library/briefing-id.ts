import { hash } from 'node:crypto';

/**
 * The id of the briefing at an absolute, real path: the first 32 hexadecimal digits of the SHA-256
 * of the path in NFC with forward slashes. The catalog can be rebuilt without changing any id.
 */
export function briefingIdOf(path: string): string {
  const normal = path.replaceAll('\\', '/').normalize('NFC');
  return hash('sha256', normal).slice(0, 32);
}
