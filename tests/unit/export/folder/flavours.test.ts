import { describe, expect, it } from 'vitest';
import { mergeText } from '../../../../electron/export/folder/merge-text.ts';
import { renderEntry } from '../../../../electron/export/templates/render-entry.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { exportEntries } from '../../../support/export/entries.ts';
import { valueOf } from '../../../support/notes/store-folder.ts';

/** Ids of the app are random: already their beginnings differ. */
function withRandomIds(entry: ExportEntry): ExportEntry {
  const id = (kind: string, index: number): string =>
    `${kind}${String(index).padStart(7, '0')}-0000-4000-8000-000000000000`;
  const { annotations, bookmarks } = entry.marks;
  return {
    ...entry,
    marks: {
      annotations: annotations.map((one, index) => ({ ...one, id: id('a', index) })),
      bookmarks: bookmarks.map((one, index) => ({ ...one, id: id('b', index) })),
    },
  };
}

const cases = exportEntries()
  .map(withRandomIds)
  .flatMap((entry, index) =>
    (['markdown', 'obsidian', 'logseq'] as const).flatMap((flavour) =>
      [true, false].map((withText) => ({ entry, index, flavour, withText })),
    ),
  );

describe.each(cases)('briefing $index as $flavour, with text: $withText', (one) => {
  const render = (entry: ExportEntry): string =>
    valueOf(renderEntry(entry, one.flavour, { withText: one.withText, colorNames: {} }));
  const { entry } = one;
  const { annotations } = entry.marks;
  const base = render(entry);
  const changed = (changes: ExportEntry['marks']['annotations']): string =>
    render({ ...entry, marks: { ...entry.marks, annotations: changes } });

  it('takes a changed note and keeps what the reader wrote', () => {
    const theirs = changed(
      annotations.map((annotation) => ({ ...annotation, note: 'Quite another note.' })),
    );
    const { text, hasConflict } = mergeText(base, `${base}\nMine at the end.\n`, theirs);
    expect(hasConflict).toBe(false);
    expect(text.trimEnd().endsWith('Mine at the end.')).toBe(true);
    expect(text.split('Quite another note.')).toHaveLength(
      theirs.split('Quite another note.').length,
    );
    expect(mergeText(theirs, text, theirs).text).toBe(text);
  });

  it('removes annotations that were deleted, and brings them back', () => {
    const theirs = changed([]);
    const mine = base.replace(/^(- )?# .*$/m, (line) => `${line} and mine`);
    const shorter = mergeText(base, mine, theirs);
    expect(shorter.text).toBe(theirs.replace(/^(- )?# .*$/m, (line) => `${line} and mine`));
    expect(mergeText(theirs, shorter.text, base).text).toBe(mine);
  });
});
