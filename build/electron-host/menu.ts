import type { MenuItemConstructorOptions } from 'electron';
import { loud, notProvided } from './loud.ts';

/** An item as the template gave it; its submenu is a menu. */
type HostMenuItem = Omit<MenuItemConstructorOptions, 'submenu'> & { readonly submenu?: HostMenu };

/** A menu that is kept and never drawn. */
class HostMenu {
  static #applicationMenu: HostMenu | null = null;
  readonly items: readonly HostMenuItem[];

  constructor(items: readonly HostMenuItem[] = []) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): HostMenu {
    const items = template.map(({ submenu, ...item }): HostMenuItem => {
      if (submenu === undefined) return item;
      return {
        ...item,
        submenu: Array.isArray(submenu)
          ? HostMenu.buildFromTemplate(submenu)
          : notProvided('a ready-made submenu'),
      };
    });
    return new HostMenu(items);
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
