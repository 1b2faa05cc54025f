import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

/** Asks for files with notes in a dialog on the window; none where none is chosen. */
export async function askFilesToImport(window: BrowserWindow | null): Promise<readonly string[]> {
  const options: OpenDialogOptions = {
    title: 'Import notes',
    buttonLabel: 'Look at them',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Notes', extensions: ['json', 'csv', 'md'] },
      { name: 'All files', extensions: ['*'] },
    ],
  };
  const asked =
    window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  const { canceled, filePaths } = await asked;
  return canceled ? [] : filePaths;
}
