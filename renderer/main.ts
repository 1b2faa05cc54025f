import { desktopApi } from './desktop-api.ts';
import { LibraryStore } from './state/library-store.ts';
import { MessageStore } from './state/message-store.ts';
import { NotesStore } from './state/notes-store.ts';
import { ReaderStore } from './state/reader-store.ts';
import { SettingsStore } from './state/settings-store.ts';
import { controlStyles } from './styles/controls.ts';
import './styles/all.css';
import './app-shell.ts';

const sheet = controlStyles.styleSheet;
if (sheet !== undefined) document.adoptedStyleSheets.push(sheet);

const desktop = desktopApi();
const settings = new SettingsStore(desktop);
await settings.load();

const shell = document.createElement('readout-app-shell');
shell.stores = {
  desktop,
  library: new LibraryStore(desktop),
  messages: new MessageStore(),
  notes: new NotesStore(desktop),
  reader: new ReaderStore(desktop),
  settings,
};
document.body.append(shell);
