import { describe, expect, it } from 'vitest';
import { bibtexWriter } from '../../../../electron/export/bibliography/bibtex.ts';
import { cslWriter } from '../../../../electron/export/bibliography/csl.ts';
import type { EntrySource } from '../../../../electron/export/format-writer.ts';
import { csvWriter } from '../../../../electron/export/tables/csv.ts';
import { readwiseWriter } from '../../../../electron/export/tables/readwise.ts';
import { textWriter } from '../../../../electron/export/text/plain-text.ts';
import { exportEntries } from '../../../support/export/entries.ts';
import { writingOptions } from '../../../support/export/written.ts';

/** 5,000 entries, and how many of them were asked for. */
function countedEntries(): { readonly source: EntrySource; readonly asked: () => number } {
  const [first] = exportEntries();
  if (first === undefined) throw new Error('There are no entries.');
  let asked = 0;
  const source: EntrySource = async function* iterate() {
    for (asked = 1; asked <= 5000; asked += 1) {
      const id = asked.toString(16).padEnd(32, '0');
      yield await Promise.resolve({ ...first, reference: { ...first.reference, id } });
    }
  };
  return { source, asked: () => asked };
}

describe('writers of tables, references and text', () => {
  it.each([
    ['csv', csvWriter],
    ['readwise', readwiseWriter],
    ['bibtex', bibtexWriter],
    ['csl', cslWriter],
    ['txt', textWriter],
  ])('%s: writes each briefing before it asks for the next', async (_, writer) => {
    const { source, asked } = countedEntries();
    const ahead: number[] = [];
    for await (const piece of writer(source, writingOptions())) {
      expect(piece.length).toBeGreaterThan(0);
      ahead.push(asked());
    }
    expect(ahead.length).toBeGreaterThanOrEqual(5000);
    for (const [index, count] of ahead.entries()) expect(count).toBeLessThanOrEqual(index + 1);
  });
});
