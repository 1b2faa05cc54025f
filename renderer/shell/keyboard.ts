import { tinykeys } from 'tinykeys';
import { type Color, colorSchema } from '../../electron/shared/model/annotation.ts';
import type { CommandRunner } from './command-runner.ts';
import { type Shortcut, shortcuts } from './shortcuts.ts';
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

/** When else than with nothing typed, no dialog open and the keys just pressed a shortcut works. */
type Occasions = Pick<Shortcut, 'whileTyping' | 'repeats'>;

/** Lets a key act only on its occasions. */
function guarded(act: KeyHandler, occasions: Occasions = {}): KeyHandler {
  return (event) => {
    if (event.defaultPrevented || (event.repeat && occasions.repeats !== true)) return;
    if ((isTyping() && occasions.whileTyping !== true) || isDialogOpen(document)) return;
    act(event);
  };
}

/** The arrows belong to whatever has the focus; they enter the text only from nowhere. */
function isArrowOfOthers(keys: string, { reader }: Stores): boolean {
  return (
    keys.startsWith('Arrow') && (document.activeElement !== document.body || reader.id === null)
  );
}

/** Binds every shortcut to the window; returns the function that unbinds them. */
export function bindKeys(
  stores: Stores,
  runner: CommandRunner,
  surface: KeyboardSurface,
): () => void {
  const commands = shortcuts.map(({ keys, command, ...occasions }): [string, KeyHandler] => [
    keys,
    guarded((event) => {
      if (isArrowOfOthers(keys, stores)) return;
      event.preventDefault();
      runner.run(command);
    }, occasions),
  ]);
  const colors = colorSchema.options.map((color, index): [string, KeyHandler] => [
    `${index + 1}`,
    guarded(() => surface.highlightSelection(color)),
  ]);
  const goOn = (event: KeyboardEvent): void => {
    event.preventDefault();
    surface.focusNextPane();
  };
  const bindings = {
    ...Object.fromEntries(commands),
    ...Object.fromEntries(colors),
    c: guarded(() => surface.copySelection()),
    F6: guarded(goOn, { whileTyping: true }),
  };
  // What tinykeys would ignore by itself (keys held down, text fields) is decided above.
  return tinykeys(window, bindings, { ignore: ({ isComposing }) => isComposing });
}
