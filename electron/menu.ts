import type { MenuItemConstructorOptions } from 'electron';
import type { Command } from './shared/model/command.ts';

/** What the menu depends on. */
export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  /** With the developer tools. */
  readonly development: boolean;
  readonly run: (command: Command) => void;
  /** Undoes or redoes in the text field that has the focus. */
  readonly editText: (action: 'undo' | 'redo') => void;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** Turns a command into a menu item whose id is the command's name. */
type CommandItem = (command: Command, label: string, accelerator?: string, rest?: Item) => Item;

function appMenu(appName: string): Item {
  return {
    label: appName,
    submenu: [
      { role: 'about' },
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function fileMenu(item: CommandItem, isMac: boolean): Item {
  return {
    label: '&File',
    submenu: [
      item('add-folders', 'Add Folders…', 'CommandOrControl+O'),
      item('folders', 'Folders…'),
      // In text fields these keys paste without format; elsewhere the page's shortcut does it.
      item('paste-briefing', 'New Briefing from Clipboard', 'CommandOrControl+Shift+V', {
        registerAccelerator: false,
      }),
      separator,
      item('rescan', 'Look for New Files', 'F5'),
      item('stop-scan', 'Stop the Scan'),
      separator,
      item('export', 'Export Notes… (E)', 'CommandOrControl+Shift+E'),
      item('templates', 'Export Templates…'),
      item('import', 'Import Notes…'),
      item('backups', 'Backups of the Notes…'),
      item('print', 'Print with Notes…', 'CommandOrControl+P'),
      item('print-text', 'Print without Notes…'),
      separator,
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  };
}

/**
 * Undo and redo do not register their keys: text fields keep their own undo, and the page's
 * shortcut does the rest. macOS knows no unregistered keys; there the key reaches the menu when the
 * page left it alone, which it does while one types, so it is for the text field.
 */
function undoItem(item: CommandItem, action: 'undo' | 'redo', options: MenuOptions): Item {
  const { platform, editText, run } = options;
  const redoKey = platform === 'win32' ? 'Control+Y' : 'CommandOrControl+Shift+Z';
  const isMac = platform === 'darwin';
  return item(
    action,
    action === 'undo' ? 'Undo' : 'Redo',
    action === 'undo' ? 'CommandOrControl+Z' : redoKey,
    {
      registerAccelerator: false,
      click: (_item, _window, { triggeredByAccelerator }) => {
        if (isMac && triggeredByAccelerator === true) editText(action);
        else run(action);
      },
    },
  );
}

function editMenu(item: CommandItem, options: MenuOptions): Item {
  const isMac = options.platform === 'darwin';
  return {
    label: '&Edit',
    submenu: [
      undoItem(item, 'undo', options),
      undoItem(item, 'redo', options),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      item('find', 'Find in Briefing…', 'CommandOrControl+F'),
      item('next-hit', 'Find Next', isMac ? 'Command+G' : 'F3'),
      item('previous-hit', 'Find Previous', isMac ? 'Command+Shift+G' : 'Shift+F3'),
      separator,
      item('search', 'Search the Library (/)', 'CommandOrControl+Shift+F'),
      item('save-search', 'Save the Search…'),
    ],
  };
}

function viewMenu(item: CommandItem, development: boolean): Item {
  const hidden: Item = { id: 'larger-text-unshifted', visible: false };
  return {
    label: '&View',
    submenu: [
      item('palette', 'Command Palette…', 'CommandOrControl+K'),
      separator,
      item('toggle-library', 'Library', 'CommandOrControl+Shift+L'),
      item('toggle-notes', 'Notes', 'CommandOrControl+Shift+K'),
      separator,
      item('larger-text', 'Larger Text', 'CommandOrControl+Plus'),
      // The same key without shift, as most keyboards have it.
      item('larger-text', 'Larger Text', 'CommandOrControl+=', hidden),
      item('smaller-text', 'Smaller Text', 'CommandOrControl+-'),
      item('normal-text', 'Normal Text Size', 'CommandOrControl+0'),
      separator,
      { role: 'togglefullscreen' },
      ...(development ? [separator, { role: 'toggleDevTools' } as const] : []),
    ],
  };
}

function goMenu(item: CommandItem): Item {
  return {
    label: '&Go',
    submenu: [
      item('next-briefing', 'Next Briefing (J)'),
      item('previous-briefing', 'Previous Briefing (K)'),
      separator,
      item('next-part', 'Next Part'),
      item('previous-part', 'Previous Part'),
      separator,
      item('all-notes', 'All Notes (A)', 'CommandOrControl+Shift+A'),
      item('trash', 'Trash'),
    ],
  };
}

function briefingMenu(item: CommandItem): Item {
  return {
    label: '&Briefing',
    submenu: [
      item('toggle-read', 'Mark as Read or Unread (M)'),
      item('toggle-pin', 'Pin or Unpin (P)'),
    ],
  };
}

function notesMenu(item: CommandItem): Item {
  return {
    label: '&Notes',
    submenu: [
      item('toggle-bookmark', 'Bookmark (B)', 'CommandOrControl+D'),
      item('write-note', 'Write a Note (N)', 'CommandOrControl+N'),
      item('write-tags', 'Tag… (T)', 'CommandOrControl+Shift+T'),
      separator,
      item('next-highlight', 'Next Highlight (H)'),
      item('previous-highlight', 'Previous Highlight (Shift+H)'),
    ],
  };
}

function helpMenu(item: CommandItem, isMac: boolean): Item {
  return {
    role: 'help',
    submenu: [
      item('shortcuts', 'Keyboard Shortcuts (?)', 'F1'),
      ...(isMac ? [] : [separator, { role: 'about' } as const]),
    ],
  };
}

/**
 * The app's native menu. Keys without a modifier are named in the labels only: registered, they
 * would fire while one types.
 */
export function menuTemplate(options: MenuOptions): Item[] {
  const { platform, appName, development, run } = options;
  const isMac = platform === 'darwin';
  const item: CommandItem = (command, label, accelerator, rest) => ({
    id: command,
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => run(command),
    ...rest,
  });
  return [
    ...(isMac ? [appMenu(appName)] : []),
    fileMenu(item, isMac),
    editMenu(item, options),
    viewMenu(item, development),
    goMenu(item),
    briefingMenu(item),
    notesMenu(item),
    { role: 'windowMenu' },
    helpMenu(item, isMac),
  ];
}
