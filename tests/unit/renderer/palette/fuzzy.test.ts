import { describe, expect, it } from 'vitest';
import { fuzzyFilter } from '../../../../renderer/palette/fuzzy.ts';

const labels = [
  'Add folders…',
  'Larger text',
  'All notes',
  'New briefing from clipboard',
  'Überblick',
];

function found(typed: string): readonly string[] {
  return fuzzyFilter(labels, typed, (label) => label);
}

describe('names that answer to what is typed', () => {
  it.each([
    ['notes', 'All notes'],
    ['an', 'All notes'],
    ['nbfc', 'New briefing from clipboard'],
    ['LT', 'Larger text'],
    ['uber', 'Überblick'],
    ['text', 'Larger text'],
  ])('%s: first %s', (typed, label) => {
    expect(found(typed)[0]).toBe(label);
  });

  it('are all of them, in their order, where nothing is typed', () => {
    expect(found('  ')).toEqual(labels);
  });

  it('are none where a letter is missing', () => {
    expect(found('notez')).toEqual([]);
  });
});
