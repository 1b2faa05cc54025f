import type { MenuItemConstructorOptions } from 'electron';
import { loud, notProvided } from './loud.ts';

type Click = (...values: readonly unknown[]) => void;

/** An item as its menu keeps it, with Electron's defaults; its submenu is a menu. */
type HostMenuItem = Omit<
  MenuItemConstructorOptions,
  'accelerator' | 'click' | 'id' | 'role' | 'submenu'
> & {
  readonly id: string | undefined;
  readonly accelerator: MenuItemConstructorOptions['accelerator'] | undefined;
  readonly role: MenuItemConstructorOptions['role'] | undefined;
  readonly submenu: HostMenu | undefined;
  readonly click: (event?: unknown, window?: unknown) => void;
};

const defaults = {
  id: undefined,
  label: '',
  accelerator: undefined,
  role: undefined,
  enabled: true,
  visible: true,
  checked: false,
} as const;

function submenuOf(submenu: MenuItemConstructorOptions['submenu']): HostMenu | undefined {
  if (submenu === undefined) return undefined;
  return Array.isArray(submenu)
    ? HostMenu.buildFromTemplate(submenu)
    : notProvided('a ready-made submenu');
}

/** What an item with a role is labelled and does is not known here, so both are refused. */
function withoutRoleDefaults(item: HostMenuItem, template: MenuItemConstructorOptions): void {
  const { role, label } = template;
  if (role === undefined || label !== undefined) return;
  Object.defineProperty(item, 'label', { get: () => notProvided(`the label of the role ${role}`) });
}

function menuItem(template: MenuItemConstructorOptions): HostMenuItem {
  const { submenu, role, type, label } = template;
  if (role === undefined && type === undefined && label === undefined) {
    throw new TypeError(
      'Invalid template for MenuItem: must have at least one of label, role or type',
    );
  }
  const act = template.click as Click | undefined;
  const click = (event?: unknown, window?: unknown): void => {
    if (role !== undefined) notProvided(`the menu role ${role}`);
    if (type === 'checkbox' || type === 'radio') item.checked = item.checked !== true;
    act?.(loudItem, window, event);
  };
  const kind = type ?? (submenu === undefined ? 'normal' : 'submenu');
  const item: HostMenuItem & { checked?: boolean } = Object.assign({}, defaults, template, {
    type: kind,
    click,
    submenu: submenuOf(submenu),
  });
  withoutRoleDefaults(item, template);
  const loudItem = loud('MenuItem', item);
  return loudItem;
}

/** A menu that is kept and never drawn. */
class HostMenu {
  static #applicationMenu: HostMenu | null = null;
  readonly items: readonly HostMenuItem[];

  constructor(items: readonly HostMenuItem[] = []) {
    this.items = items;
    return loud('menu', this);
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): HostMenu {
    return new HostMenu(template.map(menuItem));
  }

  static setApplicationMenu(menu: HostMenu | null): void {
    HostMenu.#applicationMenu = menu;
  }

  static getApplicationMenu(): HostMenu | null {
    return HostMenu.#applicationMenu;
  }

  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  }

  popup(): never {
    return notProvided('Menu.popup');
  }
}

export const Menu = loud('Menu', HostMenu);
