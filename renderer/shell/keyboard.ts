import { tinykeys } from 'tinykeys';
import { type Color, colorSchema } from '../../electron/shared/model/annotation.ts';
import type { CommandRunner } from './command-runner.ts';
import { shortcuts } from './shortcuts.ts';
import type { Stores } from './stores.ts';
import { isDialogOpen, isTyping } from './typing.ts';

/** What keys do to the selected passage and between panes. */
export interface KeyboardSurface {
  /** Each answers whether a passage was selected. */
  highlightSelection(color: Color): boolean;
  copySelection(): boolean;
  focusNextPane(): void;
}

type KeyHandler = (event: KeyboardEvent) => void;

/** Binds every shortcut to the window; returns the function that unbinds them. */
export function bindKeys(
  { reader }: Stores,
  runner: CommandRunner,
  surface: KeyboardSurface,
): () => void {
  const guarded =
    (act: KeyHandler, whileTyping = false): KeyHandler =>
    (event) => {
      if (event.defaultPrevented || (isTyping() && !whileTyping) || isDialogOpen(document)) return;
      act(event);
    };
  const commands = shortcuts.map(({ keys, command, whileTyping }): [string, KeyHandler] => [
    keys,
    guarded((event) => {
      // The arrows belong to whatever has the focus; they enter the text only from nowhere.
      if (
        keys.startsWith('Arrow') &&
        (document.activeElement !== document.body || reader.id === null)
      )
        return;
      event.preventDefault();
      runner.run(command);
    }, whileTyping),
  ]);
  const colors = colorSchema.options.map((color, index): [string, KeyHandler] => [
    `${index + 1}`,
    guarded(() => surface.highlightSelection(color)),
  ]);
  return tinykeys(window, {
    ...Object.fromEntries(commands),
    ...Object.fromEntries(colors),
    c: guarded(() => surface.copySelection()),
    F6: guarded((event) => {
      event.preventDefault();
      surface.focusNextPane();
    }, true),
  });
}
