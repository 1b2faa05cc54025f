/** What `electron` is to the app's main process here. Other names do not link. */
import { app } from './app.ts';
import { BrowserWindow, webContents } from './browser-window.ts';
import { clipboard, ClipboardItem, shell } from './desktop.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { loud } from './loud.ts';
import { Menu } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { utilityProcess } from './utility-process.ts';

const { protocol } = session.defaultSession;

export {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
};

/** The module as a whole, for those who import it so. */
const electron: object = loud('electron', {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
});

export default electron;
