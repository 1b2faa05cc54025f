import { app, Menu } from 'electron';
import { menuTemplate } from './menu.ts';
import type { AppWindow } from './window.ts';

/** Gives the app its menu and its About panel. */
export function setMenu(window: AppWindow): void {
  app.setAboutPanelOptions({
    applicationName: 'Readout',
    applicationVersion: app.getVersion(),
    copyright: 'The Readout authors. MIT licence.',
  });
  const template = menuTemplate({
    platform: process.platform,
    appName: 'Readout',
    development: !app.isPackaged,
    run: (command) => window.tell('command', command),
    editText: (action) => window.current()?.webContents[action](),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
