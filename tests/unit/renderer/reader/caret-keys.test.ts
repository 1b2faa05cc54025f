import { describe, expect, it } from 'vitest';
import { caretStepFor } from '../../../../renderer/reader/caret-keys.ts';

const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

/** `word left`, and `+` where it selects. */
function stepFor(key: string, modifiers: Partial<typeof none>, isMac = false): string | null {
  const step = caretStepFor({ key, ...none, ...modifiers }, isMac);
  return step === null ? null : `${step.unit} ${step.direction}${step.extends ? ' +' : ''}`;
}

describe('caretStepFor', () => {
  it.each([
    ['ArrowLeft', 'character left'],
    ['ArrowRight', 'character right'],
    ['ArrowUp', 'line backward'],
    ['ArrowDown', 'line forward'],
    ['Home', 'lineboundary backward'],
    ['End', 'lineboundary forward'],
  ])('%s is %s, and selects with Shift', (key, expected) => {
    expect(stepFor(key, {})).toBe(expected);
    expect(stepFor(key, { shiftKey: true })).toBe(`${expected} +`);
  });

  it('goes by words with Ctrl, and with Alt on a Mac', () => {
    expect(stepFor('ArrowLeft', { ctrlKey: true })).toBe('word left');
    expect(stepFor('ArrowRight', { altKey: true }, true)).toBe('word right');
    expect(stepFor('ArrowRight', { altKey: true })).toBeNull();
    expect(stepFor('ArrowLeft', { ctrlKey: true }, true)).toBeNull();
  });

  it.each([false, true])('goes by sentences with Alt (on a Mac: %s)', (isMac) => {
    expect(stepFor('ArrowDown', { altKey: true }, isMac)).toBe('sentence forward');
    expect(stepFor('ArrowUp', { altKey: true, shiftKey: true }, isMac)).toBe('sentence backward +');
  });

  it('leaves every other key alone', () => {
    expect(stepFor('a', {})).toBeNull();
    expect(stepFor('PageDown', {})).toBeNull();
    expect(stepFor('ArrowDown', { ctrlKey: true })).toBeNull();
    expect(stepFor('ArrowDown', { metaKey: true })).toBeNull();
    expect(stepFor('ArrowLeft', { ctrlKey: true, altKey: true })).toBeNull();
  });
});
