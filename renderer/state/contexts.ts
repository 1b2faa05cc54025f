import { createContext } from '@lit/context';
import type { DesktopApi } from '../desktop-api.ts';
import type { LibraryStore } from './library-store.ts';
import type { MessageStore } from './message-store.ts';
import type { NotesStore } from './notes-store.ts';
import type { PassageStore } from './passage-store.ts';
import type { ReaderStore } from './reader-store.ts';
import type { SettingsStore } from './settings-store.ts';

export const desktopContext = createContext<DesktopApi>(Symbol('desktop'));
export const libraryContext = createContext<LibraryStore>(Symbol('library'));
export const messageContext = createContext<MessageStore>(Symbol('messages'));
export const notesContext = createContext<NotesStore>(Symbol('notes'));
export const passageContext = createContext<PassageStore>(Symbol('passages'));
export const readerContext = createContext<ReaderStore>(Symbol('reader'));
export const settingsContext = createContext<SettingsStore>(Symbol('settings'));
