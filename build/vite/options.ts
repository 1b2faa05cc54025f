import { fileURLToPath } from 'node:url';

/** How a bundle is made. */
export interface BundleOptions {
  /** The project's folder, absolute. */
  readonly root: string;
  /** With source maps and readable code, for `npm run dev`. */
  readonly development: boolean;
  /** Says nothing but warnings and errors. */
  readonly quiet: boolean;
}

/** The project's folder, absolute. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
