import path from 'node:path';
import type { InlineConfig } from 'vite';
import type { BundleOptions } from './options.ts';

/**
 * The page, in `out/renderer/`. Its policy allows scripts, styles and fonts from `app://bundle`
 * only, so nothing is inlined: no data URLs for fonts, no polyfill, no inline script.
 */
export function rendererConfig({ root, development, quiet }: BundleOptions): InlineConfig {
  return {
    configFile: false,
    root: path.join(root, 'renderer'),
    base: '/',
    mode: development ? 'development' : 'production',
    logLevel: quiet ? 'warn' : 'info',
    publicDir: false,
    build: {
      target: 'chrome148',
      outDir: path.join(root, 'out/renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      minify: !development,
      sourcemap: development,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 3000,
    },
  };
}
