import { ofEachColor } from '../../shared/export/highlight-colors.ts';
import { partSeparator } from '../../shared/anchoring/running-text.ts';
import type { ExportEntry } from '../../shared/export/entry.ts';
import {
  annotationContext,
  briefingPrefix,
  colorSheet,
  readoutNamespace,
} from '../../shared/export/web-annotation-terms.ts';
import { webAnnotation, webBookmark } from '../../shared/export/web-annotation.ts';
import { partsOf } from '../../shared/model/part.ts';
import type { EntrySource, FormatWriter, WritingOptions } from '../format-writer.ts';
import { characterPositions } from './character-positions.ts';

/** The collection's own id: the file is what it is found by. */
const collectionId = 'urn:readout:notes';

/** What the classes look like for those that show them; the app paints them by itself. */
const styles = ofEachColor((color, value) => `.${color} { background-color: ${value}; }`).join(' ');

/** The members of an object, without its braces. */
function membersOf(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(value).slice(1, -1);
}

function headOf(title: string): string {
  return membersOf({
    '@context': [annotationContext, { readout: readoutNamespace }],
    id: collectionId,
    type: 'AnnotationCollection',
    label: title,
    generator: { id: 'urn:readout:app', type: 'Software', name: 'Readout' },
    'readout:stylesheet': { id: colorSheet, type: 'CssStylesheet', value: styles },
  });
}

/** What is known of a briefing, and its text if that is wanted: its parts, a line feed between two. */
function briefingLine({ reference, briefing }: ExportEntry, withText: boolean): string {
  const { id, headline, source, date, fileName, fingerprint } = reference;
  const text = withText && briefing !== null ? partsOf(briefing).map((part) => part.text) : null;
  return JSON.stringify({
    id: briefingPrefix + id,
    type: 'Text',
    'readout:headline': headline,
    ...(source === null ? {} : { 'readout:source': source }),
    ...(date === null
      ? {}
      : {
          'readout:date': {
            'readout:day': date.value,
            'readout:provenance': date.provenance,
            ...(date.evidence === null ? {} : { 'readout:evidence': date.evidence }),
          },
        }),
    'readout:fileName': fileName,
    ...(fingerprint === null ? {} : { 'readout:fingerprint': fingerprint }),
    ...(text === null ? {} : { 'readout:text': text.join(partSeparator) }),
  });
}

interface Made {
  readonly id: string;
  readonly createdAt: number;
}

/** Not by the order of the store, which nothing else tells. */
function byCreation(one: Made, other: Made): number {
  return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}

function itemLines({ briefing, marks }: ExportEntry): readonly string[] {
  const characters = characterPositions(briefing);
  const annotations = marks.annotations
    .toSorted(byCreation)
    .map((annotation) => webAnnotation(annotation, characters));
  const bookmarks = marks.bookmarks.toSorted(byCreation).map(webBookmark);
  return [...annotations, ...bookmarks].map((item) => JSON.stringify(item));
}

/** Lines of a JSON array, with commas between them. */
async function* separated(lines: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const some of lines) {
    if (some.length === 0) continue;
    yield `${isFirst ? '\n' : ',\n'}${some.join(',\n')}`;
    isFirst = false;
  }
}

async function* linesOf(
  entries: EntrySource,
  toLines: (entry: ExportEntry) => readonly string[],
): AsyncGenerator<readonly string[]> {
  for await (const entry of entries()) yield toLines(entry);
}

/**
 * Marks as a W3C Web Annotation collection with one page that has them all, a mark on each line. The
 * briefings stand in it once, whether they have marks or not. It goes through the entries twice: a
 * page's total stands before it.
 *
 * @see https://www.w3.org/TR/annotation-model/#collections
 */
export const jsonWriter: FormatWriter = async function* writeWebAnnotations(
  entries: EntrySource,
  { withText, title }: WritingOptions,
) {
  let total = 0;
  yield `{${headOf(title)},"readout:briefings":[`;
  yield* separated(
    linesOf(entries, (entry) => {
      total += entry.marks.annotations.length + entry.marks.bookmarks.length;
      return [briefingLine(entry, withText)];
    }),
  );
  const page = { id: `${collectionId}:page:1`, type: 'AnnotationPage', startIndex: 0 };
  yield `\n],${membersOf({ total })},"first":{${membersOf(page)},"items":[`;
  yield* separated(linesOf(entries, itemLines));
  yield '\n]}}\n';
};
