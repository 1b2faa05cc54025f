import type { ImportedMark, ImportedTarget } from '../../../../electron/import/imported-mark.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import type { Target } from '../../../../electron/shared/model/annotation.ts';

function targetOf(target: Target): ImportedTarget {
  if (target.kind !== 'passage') return target;
  const { part, quote, position, fingerprint, repeated } = target;
  const { exact, prefix, suffix } = quote;
  const { start, end } = position;
  return {
    kind: 'passage',
    exact,
    prefix,
    suffix,
    part,
    position: { start, end },
    fingerprint,
    repeated,
  };
}

/** What entries are once they were written and read without a loss. */
export function importedEntries(entries: readonly ExportEntry[]): readonly ImportedMark[] {
  return entries.flatMap(({ reference, marks }) => {
    const { id, fingerprint, headline, source: publication, date, fileName } = reference;
    const source = {
      briefingId: id,
      fingerprint,
      headline,
      source: publication,
      date,
      address: fileName,
    };
    return [
      ...marks.annotations.map(
        ({ id: markId, target, color, tags, note, createdAt, modifiedAt }) => ({
          kind: 'annotation' as const,
          id: markId,
          source,
          target: targetOf(target),
          color,
          tags,
          note,
          createdAt,
          modifiedAt,
        }),
      ),
      ...marks.bookmarks.map(({ id: markId, place, createdAt }) => ({
        kind: 'bookmark' as const,
        id: markId,
        source,
        target: targetOf(place),
        color: null,
        tags: [],
        note: '',
        createdAt,
        modifiedAt: null,
      })),
    ];
  });
}
