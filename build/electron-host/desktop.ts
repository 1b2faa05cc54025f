import { loud, notProvided } from './loud.ts';

/** What would reach out of the app: a test replaces it, or it fails. */
export const shell = loud('shell', {
  openExternal: () => notProvided('shell.openExternal'),
  openPath: () => notProvided('shell.openPath'),
  showItemInFolder: () => notProvided('shell.showItemInFolder'),
});

type Payload = string | Blob | Promise<string | Blob>;

/** What is on the clipboard in several forms, as Electron's class has it. */
export class ClipboardItem {
  readonly #payloads: ReadonlyMap<string, Payload>;

  constructor(items: Readonly<Record<string, Payload>>) {
    this.#payloads = new Map(Object.entries(items));
  }

  get types(): string[] {
    return [...this.#payloads.keys()];
  }

  async getType(type: string): Promise<Blob> {
    const payload = await this.#payloads.get(type);
    if (payload === undefined) throw new Error(`The clipboard has no ${type}`);
    return typeof payload === 'string' ? new Blob([payload], { type }) : payload;
  }
}

const plainText = 'text/plain';

/** A clipboard of the host's own, asynchronous as in Electron 45; the system's is not touched. */
class HostClipboard {
  #items: readonly ClipboardItem[] = [];

  write(items: readonly ClipboardItem[]): Promise<void> {
    this.#items = items;
    return Promise.resolve();
  }

  read(): Promise<ClipboardItem[]> {
    return Promise.resolve([...this.#items]);
  }

  writeText(text: string): Promise<void> {
    return this.write([new ClipboardItem({ [plainText]: text })]);
  }

  async readText(): Promise<string> {
    const item = this.#items.find(({ types }) => types.includes(plainText));
    return item === undefined ? '' : (await item.getType(plainText)).text();
  }
}

export const clipboard = loud('clipboard', new HostClipboard());
