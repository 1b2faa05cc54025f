import { tinykeys } from 'tinykeys';
import { type Color, colorSchema } from '../../electron/shared/model/annotation.ts';
import { type CommandRunner, isAboutText } from './command-runner.ts';
import { isMac, type Shortcut, shortcuts } from './shortcuts.ts';
import type { Stores } from './stores.ts';
import { isDialogOpen, isTyping } from './typing.ts';

/** What keys do to the active highlight. `start` and `end` go to a word further on, or back. */
export type HighlightAction =
  | { readonly kind: 'remove' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'resize'; readonly edge: 'start' | 'end'; readonly step: 1 | -1 };

/** What keys do to passages and between panes. */
export interface KeyboardSurface {
  /** Colours the selection, or else the active highlight, or else the focused part. */
  highlight(color: Color): void;
  /** Answers whether a passage was selected. */
  copySelection(): boolean;
  actOnHighlight(action: HighlightAction): void;
  focusNextPane(): void;
}

/**
 * The keys of the active highlight. The characters count, not where a keyboard has them: some type
 * them with Shift, some without.
 */
const highlightKeys: readonly (readonly [keys: string, action: HighlightAction])[] = [
  ['[Shift]+,', { kind: 'resize', edge: 'end', step: -1 }],
  ['[Shift]+.', { kind: 'resize', edge: 'end', step: 1 }],
  ['[Shift]+<', { kind: 'resize', edge: 'start', step: -1 }],
  ['[Shift]+>', { kind: 'resize', edge: 'start', step: 1 }],
  [isMac ? 'Backspace' : 'Delete', { kind: 'remove' }],
  ['Escape', { kind: 'leave' }],
];

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
      const isHidden = stores.screen.state.get().screen !== 'reading';
      if (isArrowOfOthers(keys, stores) || (isHidden && isAboutText(command))) return;
      event.preventDefault();
      runner.run(command);
    }, occasions),
  ]);
  const colors = colorSchema.options.map((color, index): [string, KeyHandler] => [
    `${index + 1}`,
    guarded(() => surface.highlight(color)),
  ]);
  const highlights = highlightKeys.map(([keys, action]): [string, KeyHandler] => [
    keys,
    guarded(
      () => surface.actOnHighlight(action),
      action.kind === 'resize' ? { repeats: true } : {},
    ),
  ]);
  const goOn = (event: KeyboardEvent): void => {
    event.preventDefault();
    surface.focusNextPane();
  };
  const bindings = {
    ...Object.fromEntries(commands),
    ...Object.fromEntries(colors),
    ...Object.fromEntries(highlights),
    c: guarded(() => surface.copySelection()),
    F6: guarded(goOn, { whileTyping: true }),
  };
  // What tinykeys would ignore by itself (keys held down, text fields) is decided above.
  return tinykeys(window, bindings, { ignore: ({ isComposing }) => isComposing });
}
