import path from 'node:path';
import type { InlineConfig } from 'vite';
import type { BundleOptions } from './options.ts';

/** The preload as `out/preload/preload.cjs`: a sandboxed preload is one CommonJS file or nothing. */
export function preloadConfig({ root, development, quiet }: BundleOptions): InlineConfig {
  return {
    configFile: false,
    root: path.join(root, 'electron'),
    mode: development ? 'development' : 'production',
    logLevel: quiet ? 'warn' : 'info',
    publicDir: false,
    build: {
      target: 'chrome148',
      outDir: path.join(root, 'out/preload'),
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      modulePreload: false,
      rolldownOptions: {
        input: path.join(root, 'electron/preload.ts'),
        platform: 'browser',
        external: [/^electron$/],
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  };
}
