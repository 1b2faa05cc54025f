import { dialog, type MessageBoxOptions } from 'electron';
import type { AppWindow } from './window.ts';

/** Says why the app cannot start. */
export function reportFailedStart(message: string): void {
  dialog.showErrorBox('Readout cannot start', message);
}

/** Says where a store that could not be read is now. */
export async function reportSetAside(
  window: AppWindow,
  what: 'notes' | 'settings',
  place: string,
): Promise<void> {
  const options: MessageBoxOptions = {
    type: 'warning',
    message: `The file of ${what} could not be read`,
    detail: `Readout started with new ${what}. Nothing was deleted: the old file is ${place}`,
    buttons: ['OK'],
  };
  const parent = window.current();
  if (parent === null) await dialog.showMessageBox(options);
  else await dialog.showMessageBox(parent, options);
}
