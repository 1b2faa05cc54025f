/** Who may import whom. The tsconfigs of the layers enforce the same for globals. */
const only = (name, from, path) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: path, dependencyTypesNot: ['npm', 'npm-dev', 'core'] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('shared-is-alone', '^electron/shared/', '^electron/shared/'),
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^electron/shared/' },
      to: { path: '^(electron|lit|node:|@lit)', dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    only('electron-imports-electron', '^electron/', '^(electron/|package\\.json$)'),
    only('preload-imports-contract', '^electron/preload\\.ts$', '^electron/shared/ipc\\.ts$'),
    only('renderer-imports-shared', '^renderer/', '^(renderer|electron/shared)/'),
    {
      name: 'feature-imports-no-feature',
      severity: 'error',
      from: {
        path: '^renderer/(library|reader|notes|all-notes|palette|search|export|import|templates|backup)/',
      },
      to: {
        path: '^renderer/(library|reader|notes|all-notes|palette|search|export|import|templates|backup|app-shell)',
        pathNot: '^renderer/$1/',
      },
    },
    only(
      'state-imports-api',
      '^renderer/state/',
      '^(renderer/(state/|desktop-api\\.ts)|electron/shared/)',
    ),
    only('tags-are-no-feature', '^renderer/tags/', '^(renderer/(tags|ui|styles)|electron/shared)/'),
    only('ui-imports-styles', '^renderer/ui/', '^renderer/(ui|styles)/'),
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'app-knows-no-build',
      severity: 'error',
      from: { path: '^(electron|renderer)/' },
      to: { path: '^build/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'build/tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.cjs', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
