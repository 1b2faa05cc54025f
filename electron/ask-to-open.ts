import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';

/** What is worth knowing of an address before it is opened, behind the address itself. */
function remark({ protocol, hostname }: URL): string {
  if (protocol === 'mailto:') return 'Your mail program begins a letter with it.';
  const isForeign = hostname.split('.').some((label) => label.startsWith('xn--'));
  const name = `It leads to ${hostname}.`;
  return isForeign ? `${name} “xn--” stands before a name with letters other than a to z.` : name;
}

/** Shows an address in full, and asks whether to open it; not opening is the safe answer. */
export async function askToOpen(window: BrowserWindow | null, address: URL): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'question',
    message: 'Open this address outside of Readout?',
    detail: `${address.href}\n\n${remark(address)}`,
    buttons: ['Cancel', 'Open'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const asked =
    window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options);
  const { response } = await asked;
  return response === 1;
}
