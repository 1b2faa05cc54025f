import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

/** Asks for folders in a dialog on the window; none where the reader does not want any after all. */
export async function askFolders(window: BrowserWindow | null): Promise<readonly string[]> {
  const options: OpenDialogOptions = {
    title: 'Add folders of briefings',
    buttonLabel: 'Add',
    properties: ['openDirectory', 'multiSelections'],
  };
  const asked =
    window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  const { canceled, filePaths } = await asked;
  return canceled ? [] : filePaths;
}
