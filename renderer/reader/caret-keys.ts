/** How the caret moves. Left and right are as one sees them, whichever way the text runs. */
export interface CaretStep {
  readonly unit: 'character' | 'word' | 'line' | 'lineboundary' | 'sentence';
  readonly direction: 'left' | 'right' | 'backward' | 'forward';
  /** Selects on the way. */
  readonly extends: boolean;
}

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** Whether a key is pressed together with another that makes something else of it. */
export function hasModifier({ shiftKey, altKey, ctrlKey, metaKey }: Keys): boolean {
  return shiftKey || altKey || ctrlKey || metaKey;
}

type Movement = Pick<CaretStep, 'unit' | 'direction'>;

const plain: ReadonlyMap<string, Movement> = new Map([
  ['ArrowLeft', { unit: 'character', direction: 'left' }],
  ['ArrowRight', { unit: 'character', direction: 'right' }],
  ['ArrowUp', { unit: 'line', direction: 'backward' }],
  ['ArrowDown', { unit: 'line', direction: 'forward' }],
  ['Home', { unit: 'lineboundary', direction: 'backward' }],
  ['End', { unit: 'lineboundary', direction: 'forward' }],
]);

const byWord: ReadonlyMap<string, Movement> = new Map([
  ['ArrowLeft', { unit: 'word', direction: 'left' }],
  ['ArrowRight', { unit: 'word', direction: 'right' }],
]);

const bySentence: ReadonlyMap<string, Movement> = new Map([
  ['ArrowUp', { unit: 'sentence', direction: 'backward' }],
  ['ArrowDown', { unit: 'sentence', direction: 'forward' }],
]);

function movementFor(
  { key, altKey, ctrlKey, metaKey }: Keys,
  isMac: boolean,
): Movement | undefined {
  if (metaKey || (altKey && ctrlKey)) return undefined;
  if (!altKey && !ctrlKey) return plain.get(key);
  const sentence = altKey ? bySentence.get(key) : undefined;
  return sentence ?? (altKey === isMac ? byWord.get(key) : undefined);
}

/** What keys do to the caret; `null` for all others. With Shift they select. */
export function caretStepFor(keys: Keys, isMac: boolean): CaretStep | null {
  const movement = movementFor(keys, isMac);
  return movement === undefined ? null : { ...movement, extends: keys.shiftKey };
}
