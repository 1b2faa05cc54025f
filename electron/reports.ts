import { dialog, type MessageBoxOptions } from 'electron';
import type { AppWindow } from './window.ts';

/** Says why the app cannot start. */
export function reportFailedStart(message: string): void {
  dialog.showErrorBox('Readout cannot start', message);
}

async function show(window: AppWindow, options: MessageBoxOptions): Promise<void> {
  const parent = window.current();
  if (parent === null) await dialog.showMessageBox(options);
  else await dialog.showMessageBox(parent, options);
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
