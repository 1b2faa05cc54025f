import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

/** Asks for the file of a backup in a dialog on the window; `null` where none is chosen. */
export async function askBackup(window: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Restore notes from a file',
    buttonLabel: 'Look at it',
    properties: ['openFile'],
    filters: [
      { name: 'Notes of Readout', extensions: ['sqlite'] },
      { name: 'All files', extensions: ['*'] },
    ],
  };
  const asked =
    window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  const { canceled, filePaths } = await asked;
  return canceled ? null : (filePaths[0] ?? null);
}
