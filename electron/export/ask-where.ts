import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';

/** Asks in a save dialog on the window; the proposal lies in the reader's documents. */
export async function askWhere(
  window: BrowserWindow | null,
  proposedName: string,
): Promise<string | null> {
  const options = {
    title: 'Export notes',
    defaultPath: path.join(app.getPath('documents'), proposedName),
    filters: [{ name: 'Markdown', extensions: ['md'] }],
  };
  const asked =
    window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options);
  const { canceled, filePath } = await asked;
  return canceled || filePath === '' ? null : filePath;
}
