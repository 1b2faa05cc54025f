import type { Command } from '../../electron/shared/model/command.ts';
import { counted } from '../ui/count.ts';
import type { DialogName } from './app-dialogs.ts';
import type { Stores } from './stores.ts';

type LibraryCommand = Extract<
  Command,
  'rescan' | 'stop-scan' | 'add-folders' | 'folders' | 'paste-briefing' | 'save-search'
>;

async function addFolders({ library, messages }: Stores): Promise<void> {
  const result = await library.addRoots();
  if (!result.ok) messages.show(result.problem.message);
  else if (result.value.added > 0) {
    messages.show(`Added ${counted(result.value.added, 'folder')}; reading the files`);
  }
}

async function pasteBriefing({ desktop, messages, reader }: Stores): Promise<void> {
  const result = await desktop.pasteBriefing({});
  if (result.ok) await reader.open(result.value.id);
  else messages.show(result.problem.message);
}

/** Adds what was dropped on the window; a file that is one opens by itself. */
export async function addDropped(
  { desktop, messages }: Stores,
  files: readonly File[],
): Promise<void> {
  const result = await desktop.addDropped(files);
  if (!result.ok) messages.show(result.problem.message);
  else if (result.value.added === 0) {
    messages.show('Nothing of what was dropped is a file or folder of this computer.');
  }
}

/** What the commands do that are about the library as a whole. */
export function libraryActions(
  stores: Stores,
  showDialog: (name: DialogName) => void,
): Readonly<Record<LibraryCommand, () => unknown>> {
  return {
    rescan: () => stores.library.rescan(),
    'stop-scan': () => stores.library.stopScan(),
    'add-folders': () => addFolders(stores),
    folders: () => showDialog('folders'),
    'paste-briefing': () => pasteBriefing(stores),
    'save-search': () => showDialog('save-search'),
  };
}
