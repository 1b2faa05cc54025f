import { loud, notProvided } from './loud.ts';

/** What would reach out of the app: a test replaces it, or it fails. */
export const shell = loud('shell', {
  openExternal: () => notProvided('shell.openExternal'),
  openPath: () => notProvided('shell.openPath'),
  showItemInFolder: () => notProvided('shell.showItemInFolder'),
});

/** A clipboard of the host's own, asynchronous as in Electron 45; the system's is not touched. */
class HostClipboard {
  #text = '';

  writeText(text: string): Promise<void> {
    this.#text = text;
    return Promise.resolve();
  }

  readText(): Promise<string> {
    return Promise.resolve(this.#text);
  }
}

export const clipboard = loud('clipboard', new HostClipboard());
