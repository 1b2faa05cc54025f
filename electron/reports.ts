import { dialog, type MessageBoxOptions } from 'electron';
import type { Backup } from './shared/model/backup.ts';
import type { AppWindow } from './window.ts';

/** Says why the app cannot start. */
export function reportFailedStart(message: string): void {
  dialog.showErrorBox('Readout cannot start', message);
}

/** Shows a message; resolves with the number of the button that was pressed. */
async function show(window: AppWindow, options: MessageBoxOptions): Promise<number> {
  const parent = window.current();
  const shown =
    parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options);
  const { response } = await shown;
  return response;
}

/** Says why files or folders that were given from outside could not be opened. */
export async function reportNotOpened(window: AppWindow, message: string): Promise<void> {
  await show(window, {
    type: 'warning',
    message: 'Not everything could be opened',
    detail: message,
    buttons: ['OK'],
  });
}

/** Says where a store that could not be read is now. */
export async function reportSetAside(
  window: AppWindow,
  what: 'notes' | 'settings',
  place: string,
): Promise<void> {
  await show(window, {
    type: 'warning',
    message: `The file of ${what} could not be read`,
    detail: `Readout started with new ${what}. Nothing was deleted: the old file is ${place}`,
    buttons: ['OK'],
  });
}

/**
 * Says that the notes could not be read, or are not there, and asks whether the reader wants the newest
 * backup instead.
 *
 * @param place where the old file is now; `null` where there was none.
 */
export async function askToRestore(
  window: AppWindow,
  place: string | null,
  { madeAt, annotations, bookmarks }: Backup,
): Promise<boolean> {
  const made = new Date(madeAt).toLocaleString();
  const response = await show(window, {
    type: 'warning',
    message:
      place === null ? 'The file of notes is not there' : 'The file of notes could not be read',
    detail: `${place === null ? '' : `Nothing was deleted: the old file is ${place}\n\n`}The newest backup is of ${made} and has ${String(annotations)} notes and ${String(bookmarks)} bookmarks. You can restore others later, in Backups of the Notes.`,
    buttons: ['Restore the backup', 'Start without notes'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Says why the backup could not be made or restored. */
export async function reportBackup(window: AppWindow, message: string): Promise<void> {
  await show(window, { type: 'warning', message: 'Backup of the notes', detail: message });
}
