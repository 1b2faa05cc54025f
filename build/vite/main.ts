import { builtinModules } from 'node:module';
import path from 'node:path';
import type { InlineConfig } from 'vite';
import type { BundleOptions } from './options.ts';

/**
 * Everything that runs in Node, as ES modules in `out/main/`: the main process, the library process
 * and the command line. Packages are bundled, so that the installed app ships no `node_modules`;
 * only Electron's own module, Node's and the
 * watcher, which is native, stay imports. Shared chunks lie beside the entries, so that
 * `import.meta.dirname` is `out/main` wherever a module ends up.
 */
export function mainConfig({ root, development, quiet }: BundleOptions): InlineConfig {
  return {
    configFile: false,
    root: path.join(root, 'electron'),
    mode: development ? 'development' : 'production',
    logLevel: quiet ? 'warn' : 'info',
    publicDir: false,
    ssr: { target: 'node', noExternal: true, external: ['electron', '@parcel/watcher'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: path.join(root, 'out/main'),
      emptyOutDir: true,
      minify: false,
      sourcemap: development,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          main: path.join(root, 'electron/main.ts'),
          'indexer-thread': path.join(root, 'electron/library/indexing/indexer-thread.ts'),
          'parser-thread': path.join(root, 'electron/library/parsing/parser-thread.ts'),
          'library-process': path.join(root, 'electron/library/process.ts'),
          'command-line': path.join(root, 'electron/command-line/entry.ts'),
        },
        external: [/^electron$/, /^@parcel\/watcher$/, /^node:/, ...builtinModules],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  };
}
