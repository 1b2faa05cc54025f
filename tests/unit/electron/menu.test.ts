import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { type MenuOptions, menuTemplate } from '../../../electron/menu.ts';
import { commandSchema } from '../../../electron/shared/model/command.ts';

type Item = MenuItemConstructorOptions;
type Platform = 'darwin' | 'linux' | 'win32';

const platforms: readonly Platform[] = ['darwin', 'linux', 'win32'];

function flatten(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? flatten(item.submenu) : []),
  ]);
}

function optionsOn(platform: Platform): MenuOptions {
  const nothing = (): void => undefined;
  return { platform, appName: 'Readout', development: false, run: nothing, editText: nothing };
}

function itemsOn(platform: Platform, more: Partial<MenuOptions> = {}): readonly Item[] {
  return flatten(menuTemplate({ ...optionsOn(platform), ...more }));
}

/** Chooses an item with the mouse, or presses its key. */
function choose(item: Item | undefined, triggeredByAccelerator = false): void {
  if (item?.click === undefined) throw new Error('there is no such item');
  item.click(item as never, undefined, { triggeredByAccelerator });
}

describe.each(platforms)('the menu on %s', (platform) => {
  it('has an item for every command, and the item runs it', () => {
    const ran: string[] = [];
    const items = itemsOn(platform, { run: (command) => ran.push(command) });
    for (const command of commandSchema.options) {
      choose(items.find(({ id }) => id === command));
    }
    expect(ran).toEqual(commandSchema.options);
  });

  it('gives every id and every accelerator once', () => {
    const items = itemsOn(platform);
    const ids = items.flatMap(({ id }) => id ?? []);
    const accelerators = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });

  it('registers no key that types something', () => {
    const bare = itemsOn(platform)
      .map(({ accelerator }) => accelerator ?? '')
      .filter((accelerator) => /^(?:Shift\+)?.$/.test(accelerator));
    expect(bare).toEqual([]);
  });

  it('finds in the briefing and in the library by different keys', () => {
    const keys = ['find', 'search', 'palette', 'toggle-notes'].map(
      (name) => itemsOn(platform).find(({ id }) => id === name)?.accelerator,
    );
    expect(keys).toEqual([
      'CommandOrControl+F',
      'CommandOrControl+Shift+F',
      'CommandOrControl+K',
      'CommandOrControl+Shift+K',
    ]);
  });

  it('leaves the key that pastes without format to text fields', () => {
    const item = itemsOn(platform).find(({ id }) => id === 'paste-briefing');
    expect(item?.registerAccelerator).toBe(false);
  });

  it('leaves the keys of undo and redo to text fields and the page', () => {
    const items = itemsOn(platform);
    for (const name of ['undo', 'redo']) {
      const item = items.find(({ id }) => id === name);
      expect(item?.role).toBeUndefined();
      expect(item?.registerAccelerator).toBe(false);
    }
  });

  it('has the roles of editing, the About panel and a way to quit', () => {
    const roles = itemsOn(platform).map(({ role }) => role);
    expect(roles).toEqual(
      expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'about', 'quit', 'windowMenu']),
    );
  });

  it('goes to highlights and tags from the menu of notes', () => {
    const menu = menuTemplate(optionsOn(platform));
    const notes = menu.find(({ label }) => label === '&Notes')?.submenu;
    const labels = Array.isArray(notes) ? notes.map(({ label }) => label) : [];
    expect(labels).toEqual([
      'Bookmark (B)',
      'Write a Note (N)',
      'Tag… (T)',
      undefined,
      'Next Highlight (H)',
      'Previous Highlight (Shift+H)',
    ]);
  });

  it('shows developer tools in development only', () => {
    const inDevelopment = itemsOn(platform, { development: true });
    expect(itemsOn(platform).map(({ role }) => role)).not.toContain('toggleDevTools');
    expect(inDevelopment.map(({ role }) => role)).toContain('toggleDevTools');
  });
});

describe('what differs between platforms', () => {
  it('begins with the app menu on macOS only', () => {
    const first = platforms.map((platform) => menuTemplate(optionsOn(platform))[0]?.label);
    expect(first).toEqual(['Readout', '&File', '&File']);
  });

  it('uses the key for redo that readers know from the platform', () => {
    const redo = platforms.map(
      (platform) => itemsOn(platform).find(({ id }) => id === 'redo')?.accelerator,
    );
    expect(redo).toEqual(['CommandOrControl+Shift+Z', 'CommandOrControl+Shift+Z', 'Control+Y']);
  });

  it('gives the keys of undo and redo on macOS to the text field', () => {
    const done: string[] = [];
    const items = itemsOn('darwin', {
      run: (command) => done.push(`command ${command}`),
      editText: (action) => done.push(`text ${action}`),
    });
    for (const name of ['undo', 'redo']) {
      const item = items.find(({ id }) => id === name);
      choose(item, true);
      choose(item, false);
    }
    expect(done).toEqual(['text undo', 'command undo', 'text redo', 'command redo']);
  });
});
