import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, isHost, startFixture } from './fixture.ts';

let running: Fixture;
beforeAll(async () => (running = await startFixture()));
afterAll(() => running.stop());

describe('Menu', () => {
  it('is built from a template, with Electron’s defaults', async () => {
    const seen = await running.application.evaluate(({ Menu }) => {
      const menu = Menu.buildFromTemplate([
        {
          label: 'File',
          submenu: [
            { id: 'open', label: 'Open', accelerator: 'CmdOrCtrl+O' },
            { type: 'separator' },
            { id: 'wrap', label: 'Wrap', type: 'checkbox', checked: true, enabled: false },
            { role: 'quit', label: 'Leave' },
          ],
        },
      ]);
      return menu.items.map(({ label, type, submenu }) => [
        label,
        type,
        submenu?.items.map((item) => ({
          label: item.type === 'separator' ? null : item.label,
          type: item.type,
          enabled: item.enabled,
          visible: item.visible,
          checked: item.checked,
        })),
      ]);
    });
    const item = { type: 'normal', enabled: true, visible: true, checked: false };
    expect(seen).toEqual([
      [
        'File',
        'submenu',
        [
          { ...item, label: 'Open' },
          { ...item, label: null, type: 'separator' },
          { ...item, label: 'Wrap', type: 'checkbox', enabled: false, checked: true },
          { ...item, label: 'Leave' },
        ],
      ],
    ]);
  });

  it('finds items by id at any depth, with their role and accelerator', async () => {
    const seen = await running.application.evaluate(({ Menu }) => {
      const menu = Menu.buildFromTemplate([
        { label: 'Edit', submenu: [{ id: 'copy', role: 'copy', accelerator: 'Ctrl+C' }] },
      ]);
      const item = menu.getMenuItemById('copy');
      return [item?.role, item?.accelerator, menu.getMenuItemById('absent')];
    });
    expect(seen).toEqual(['copy', 'Ctrl+C', null]);
  });

  it('calls what an item does, with the item and the window', async () => {
    const seen = await running.application.evaluate(({ Menu, BrowserWindow }) => {
      const calls: unknown[] = [];
      const menu = Menu.buildFromTemplate([
        {
          id: 'go',
          label: 'Go',
          click: (item, window) => calls.push([item.id, item.label, window?.id]),
        },
      ]);
      const [window] = BrowserWindow.getAllWindows();
      menu.getMenuItemById('go')?.click(undefined, window);
      return [calls, window?.id];
    });
    expect(seen).toEqual([[['go', 'Go', expect.any(Number)]], expect.any(Number)]);
  });

  it('checks a checkbox before it is told', async () => {
    const seen = await running.application.evaluate(({ Menu }) => {
      const states: boolean[] = [];
      const menu = Menu.buildFromTemplate([
        { id: 'on', label: 'On', type: 'checkbox', click: ({ checked }) => states.push(checked) },
      ]);
      const item = menu.getMenuItemById('on');
      item?.click();
      item?.click();
      return states;
    });
    expect(seen).toEqual([true, false]);
  });

  it('changes items while they are there', async () => {
    const seen = await running.application.evaluate(({ Menu }) => {
      const menu = Menu.buildFromTemplate([{ id: 'one', label: 'One' }]);
      const item = menu.getMenuItemById('one');
      if (item === null) return null;
      item.enabled = false;
      item.visible = false;
      const [again] = menu.items;
      return [again?.enabled, again?.visible];
    });
    expect(seen).toEqual([false, false]);
  });

  it('becomes the application’s, or there is none', async () => {
    const seen = await running.application.evaluate(({ Menu }) => {
      const menu = Menu.buildFromTemplate([{ label: 'Help', submenu: [] }]);
      Menu.setApplicationMenu(menu);
      const isSame = Menu.getApplicationMenu() === menu;
      Menu.setApplicationMenu(null);
      return [isSame, Menu.getApplicationMenu()];
    });
    expect(seen).toEqual([true, null]);
  });

  it('refuses an item that is nothing', async () => {
    const refusal = await running.application.evaluate(({ Menu }) => {
      try {
        Menu.buildFromTemplate([{ id: 'nothing' }]);
        return null;
      } catch (error) {
        return String(error);
      }
    });
    expect(refusal).toContain('must have at least one of label, role or type');
  });

  it.runIf(isHost)('knows neither the label nor the deed of a role', async () => {
    const failures = await running.application.evaluate(({ Menu }) => {
      const [item] = Menu.buildFromTemplate([{ role: 'copy' }]).items;
      return [() => item?.label, () => item?.click() as unknown].map((work) => {
        try {
          return `no failure: ${String(work())}`;
        } catch (error) {
          return error instanceof Error ? error.message : '';
        }
      });
    });
    expect(failures).toEqual([
      'electron host: the label of the role copy is not provided',
      'electron host: the menu role copy is not provided',
    ]);
  });
});
