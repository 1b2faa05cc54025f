import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { AskWhere } from './save-export.ts';

async function askFile(window: BrowserWindow | null, proposedName: string): Promise<string | null> {
  const extension = path.extname(proposedName).slice(1);
  const options = {
    title: 'Export notes',
    defaultPath: path.join(app.getPath('documents'), proposedName),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  };
  const asked =
    window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options);
  const { canceled, filePath } = await asked;
  return canceled || filePath === '' ? null : filePath;
}

async function askFolder(window: BrowserWindow | null): Promise<string | null> {
  const options = {
    title: 'Export notes into a folder',
    buttonLabel: 'Export here',
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory' as const, 'createDirectory' as const],
  };
  const asked =
    window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  const { canceled, filePaths } = await asked;
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks in a dialog on the window; the proposal lies in the reader's documents. */
export function askWhere(
  window: BrowserWindow | null,
  ...[kind, proposedName]: Parameters<AskWhere>
): Promise<string | null> {
  return kind === 'file' ? askFile(window, proposedName) : askFolder(window);
}
