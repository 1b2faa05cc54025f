import type {
  ImportedFile,
  ImportedMark,
  ImportedSource,
  ImportedTarget,
} from '../../../electron/import/imported-mark.ts';
import type { FileToImport } from '../../../electron/import/plan-import.ts';
import type { Library, ReadBriefing } from '../../../electron/library/library.ts';
import type { Annotation, Bookmark, Target } from '../../../electron/shared/model/annotation.ts';
import { failure, success } from '../../../electron/shared/result.ts';
import { fakeLibrary, pageOf } from '../electron/fakes.ts';

/** A source that says nothing but what is given. */
export function sourceOf(given: Partial<ImportedSource> = {}): ImportedSource {
  return {
    briefingId: null,
    fingerprint: null,
    headline: null,
    source: null,
    date: null,
    address: null,
    ...given,
  };
}

/** A passage of which nothing but its words is known. */
export function words(
  exact: string,
  given: Partial<Extract<ImportedTarget, { readonly kind: 'passage' }>> = {},
): ImportedTarget {
  return {
    kind: 'passage',
    exact,
    prefix: '',
    suffix: '',
    part: null,
    position: null,
    fingerprint: null,
    repeated: false,
    ...given,
  };
}

/** A note without an id or a time. */
export function markOf(given: Partial<ImportedMark> = {}): ImportedMark {
  return {
    kind: 'annotation',
    id: null,
    source: sourceOf(),
    target: { kind: 'briefing' },
    color: null,
    tags: [],
    note: 'Ask the harbour office.',
    createdAt: null,
    modifiedAt: null,
    ...given,
  };
}

function importedTarget(target: Target): ImportedTarget {
  if (target.kind !== 'passage') return target;
  const { part, quote, position, fingerprint, repeated } = target;
  const { exact, prefix, suffix } = quote;
  const { start, end } = position;
  return words(exact, { prefix, suffix, part, position: { start, end }, fingerprint, repeated });
}

/** An annotation as a file with all that the app knows of it says it. */
export function markOfAnnotation(annotation: Annotation, source: ImportedSource): ImportedMark {
  const { id, target, color, tags, note, createdAt, modifiedAt } = annotation;
  return {
    kind: 'annotation',
    id,
    source,
    target: importedTarget(target),
    color,
    tags,
    note,
    createdAt,
    modifiedAt,
  };
}

/** A bookmark as a file with all that the app knows of it says it. */
export function markOfBookmark(bookmark: Bookmark, source: ImportedSource): ImportedMark {
  const { id, place, createdAt } = bookmark;
  return markOf({ kind: 'bookmark', id, source, target: place, note: '', createdAt });
}

/** A file that was read well. */
export function fileOf(
  marks: readonly ImportedMark[],
  refused: ImportedFile['refused'] = [],
): FileToImport {
  return { name: 'notes.json', result: success({ marks, refused }) };
}

/** A library of these briefings. @param copies the ids of those that have no row of their own. */
export function libraryOf(
  briefings: readonly ReadBriefing[],
  copies: readonly string[] = [],
): Library {
  const byId = new Map(briefings.map((one) => [one.listing.id, one]));
  const listings = briefings
    .map(({ listing }) => listing)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return fakeLibrary({
    find: (ids) => Promise.resolve(ids.flatMap((id) => byId.get(id)?.listing ?? [])),
    page: (after, limit) => Promise.resolve(pageOf(listings, after, limit)),
    locate: (_filter, id) => Promise.resolve(copies.includes(id) ? null : 0),
    read: (id) => {
      const read = byId.get(id);
      const message = 'This briefing is not in the library any more.';
      return Promise.resolve(
        read === undefined ? failure({ kind: 'missing', message }) : success(read),
      );
    },
  });
}
