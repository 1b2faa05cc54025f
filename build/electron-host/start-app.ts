/** Loads the app's main module with `electron` being the host, and Electron's `process.argv`. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import './register.ts';

function mainModuleOf(app: string): string {
  if (!statSync(app).isDirectory()) return app;
  const manifest = JSON.parse(readFileSync(path.join(app, 'package.json'), 'utf8')) as {
    readonly main?: string;
  };
  return path.join(app, manifest.main ?? 'index.js');
}

const given = process.argv.slice(2);
const index = given.findIndex((argument) => !argument.startsWith('--'));
const app = given[index];
if (app === undefined) {
  process.stderr.write('electron host: usage: electron-host [switches] app [arguments]\n');
  process.exit(2);
}
const place = path.resolve(app);
process.env['ELECTRON_HOST_APP'] = statSync(place).isDirectory() ? place : path.dirname(place);
process.argv = [process.execPath, ...given];
await import(pathToFileURL(mainModuleOf(place)).href);
const { hostApp } = await import('./app.ts');
hostApp.becomeReady();
