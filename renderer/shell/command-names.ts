import { type Command, commandSchema } from '../../electron/shared/model/command.ts';
import type { PaletteCommand } from '../palette/palette-groups.ts';
import { shortcuts } from './shortcuts.ts';

/** What each command is called where it is chosen by name. */
const commandNames: Readonly<Record<Command, string>> = {
  'next-briefing': 'Next briefing',
  'previous-briefing': 'Previous briefing',
  'next-part': 'Next part of the text',
  'previous-part': 'Previous part of the text',
  'toggle-bookmark': 'Bookmark the part or the briefing',
  'write-note': 'Write a note',
  'write-tags': 'Write tags',
  'next-highlight': 'Next highlight',
  'previous-highlight': 'Previous highlight',
  'all-notes': 'All notes',
  trash: 'Trash',
  search: 'Search the briefings',
  find: 'Find in the open briefing',
  'next-hit': 'Next hit of the search',
  'previous-hit': 'Previous hit of the search',
  palette: 'Go to anything',
  'save-search': 'Save the search as a view',
  export: 'Export notes',
  print: 'Print the briefing with its notes',
  'print-text': 'Print the briefing without notes',
  import: 'Import notes',
  templates: 'Export templates',
  backups: 'Backups of the notes',
  undo: 'Undo',
  redo: 'Redo',
  shortcuts: 'Keyboard shortcuts',
  'toggle-library': 'Show or hide the list',
  'toggle-notes': 'Show or hide the notes',
  'larger-text': 'Larger text',
  'smaller-text': 'Smaller text',
  'normal-text': 'Normal text size',
  rescan: 'Look for new files',
  'stop-scan': 'Stop looking for files',
  'add-folders': 'Add folders…',
  folders: 'Folders…',
  'paste-briefing': 'New briefing from clipboard',
  'toggle-read': 'Mark the briefing as read or unread',
  'toggle-pin': 'Pin or unpin the briefing',
};

/** Every command with its keys, for the palette; opening the palette is none of them. */
export const paletteCommands: readonly PaletteCommand[] = commandSchema.options
  .filter((command) => command !== 'palette')
  .map((command) => ({
    command,
    label: commandNames[command],
    shown: shortcuts.find((shortcut) => shortcut.command === command)?.shown ?? [],
  }));
