import type { Command } from '../../electron/shared/model/command.ts';

/** One shortcut: the keys as tinykeys writes them, and as a person reads them. */
export interface Shortcut {
  readonly keys: string;
  readonly shown: readonly string[];
  readonly command: Command;
  readonly description: string;
  /** Works while typing too, because its keys type nothing. */
  readonly whileTyping?: true;
  /** Holding the keys down goes on doing it. */
  readonly repeats?: true;
}

/** Whether the keyboard is a Mac’s. */
export const isMac = navigator.platform.startsWith('Mac');
const modifier = isMac ? '⌘' : 'Ctrl';

/** Every shortcut of the app; the sheet of shortcuts shows this very table. */
export const shortcuts: readonly Shortcut[] = [
  {
    keys: 'j',
    shown: ['j'],
    command: 'next-briefing',
    description: 'Next briefing',
    repeats: true,
  },
  {
    keys: 'k',
    shown: ['k'],
    command: 'previous-briefing',
    description: 'Previous briefing',
    repeats: true,
  },
  {
    keys: 'ArrowDown',
    shown: ['↓'],
    command: 'next-part',
    description: 'Next part of the text',
    repeats: true,
  },
  {
    keys: 'ArrowUp',
    shown: ['↑'],
    command: 'previous-part',
    description: 'Previous part of the text',
    repeats: true,
  },
  {
    keys: 'b',
    shown: ['b'],
    command: 'toggle-bookmark',
    description: 'Bookmark the part or the briefing',
  },
  {
    keys: 'n',
    shown: ['n'],
    command: 'write-note',
    description: 'Note on the selection, the part or the briefing',
  },
  {
    keys: 't',
    shown: ['t'],
    command: 'write-tags',
    description: 'Tag the selection, the part or the briefing',
  },
  {
    keys: 'h',
    shown: ['h'],
    command: 'next-highlight',
    description: 'Next highlight, which is active then',
    repeats: true,
  },
  {
    keys: 'Shift+h',
    shown: ['Shift', 'H'],
    command: 'previous-highlight',
    description: 'Previous highlight',
    repeats: true,
  },
  { keys: 'a', shown: ['a'], command: 'all-notes', description: 'All notes, of every briefing' },
  {
    keys: 'm',
    shown: ['m'],
    command: 'toggle-read',
    description: 'Mark the briefing as read, or as unread',
  },
  { keys: 'p', shown: ['p'], command: 'toggle-pin', description: 'Pin the briefing, or unpin it' },
  { keys: '/', shown: ['/'], command: 'search', description: 'Search the briefings' },
  {
    keys: '$mod+k',
    shown: [modifier, 'K'],
    command: 'palette',
    description: 'Go to any command, view or briefing',
    whileTyping: true,
  },
  {
    keys: '$mod+f',
    shown: [modifier, 'F'],
    command: 'find',
    description: 'Find in the open briefing',
    whileTyping: true,
  },
  {
    keys: 'F3',
    shown: ['F3'],
    command: 'next-hit',
    description: 'Next hit of the search',
    repeats: true,
    whileTyping: true,
  },
  {
    keys: 'Shift+F3',
    shown: ['Shift', 'F3'],
    command: 'previous-hit',
    description: 'Previous hit of the search',
    repeats: true,
    whileTyping: true,
  },
  {
    keys: '$mod+Shift+v',
    shown: [modifier, 'Shift', 'V'],
    command: 'paste-briefing',
    description: 'New briefing from the clipboard',
  },
  { keys: 'e', shown: ['e'], command: 'export', description: 'Export notes' },
  {
    keys: '$mod+p',
    shown: [modifier, 'P'],
    command: 'print',
    description: 'Print the briefing with its notes',
    whileTyping: true,
  },
  {
    keys: '$mod+z',
    shown: [modifier, 'Z'],
    command: 'undo',
    description: 'Undo the last change of a note or bookmark',
    repeats: true,
  },
  {
    keys: '$mod+Shift+z',
    shown: [modifier, 'Shift', 'Z'],
    command: 'redo',
    description: 'Redo',
    repeats: true,
  },
  { keys: '[', shown: ['['], command: 'toggle-library', description: 'Show or hide the list' },
  { keys: ']', shown: [']'], command: 'toggle-notes', description: 'Show or hide the notes' },
  {
    // Where the plus is typed with Shift, and where it is not, and without either.
    keys: '$mod+[Shift]+([=+])',
    shown: [modifier, '+'],
    command: 'larger-text',
    description: 'Larger text',
    repeats: true,
    whileTyping: true,
  },
  {
    keys: '$mod+-',
    shown: [modifier, '−'],
    command: 'smaller-text',
    description: 'Smaller text',
    repeats: true,
    whileTyping: true,
  },
  {
    keys: '$mod+0',
    shown: [modifier, '0'],
    command: 'normal-text',
    description: 'Normal text size',
    whileTyping: true,
  },
  { keys: 'Shift+?', shown: ['?'], command: 'shortcuts', description: 'This sheet' },
];

const byWord = isMac ? '⌥' : 'Ctrl';
const alt = isMac ? '⌥' : 'Alt';

/** What else the keys do, where a part, a passage or a highlight is concerned. */
export const furtherKeys: readonly {
  readonly shown: readonly string[];
  readonly description: string;
}[] = [
  { shown: ['1', '–', '5'], description: 'Colour the selection, the active highlight or the part' },
  { shown: ['c'], description: 'Copy the selected passage' },
  { shown: [',', '.'], description: 'End the active highlight a word earlier, or later' },
  { shown: ['<', '>'], description: 'Begin the active highlight a word earlier, or later' },
  { shown: [isMac ? '⌫' : 'Delete'], description: 'Delete the active highlight' },
  { shown: ['Enter'], description: 'Caret in the focused part, to select without the mouse' },
  { shown: ['Shift', '←', '→'], description: 'Select with the caret; ↑ and ↓ go by line' },
  { shown: [byWord, '←', '→'], description: 'Caret by word; with Shift, select' },
  { shown: [alt, '↑', '↓'], description: 'Caret by sentence; with Shift, select' },
  { shown: ['Home', 'End'], description: 'Caret to the start or the end of its line' },
  { shown: ['x'], description: 'Select the note that is focused' },
  {
    shown: ['Esc'],
    description: 'Leave the caret, the selection, the highlight, the part, the note',
  },
  { shown: [modifier, 'Enter'], description: 'Finish the note' },
  { shown: ['F6'], description: 'From list to text to notes' },
];
