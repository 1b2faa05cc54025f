import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  CatalogReader,
  type CatalogReaderOptions,
} from '../../../../electron/library/catalog/catalog-reader.ts';
import { CatalogWriter } from '../../../../electron/library/catalog/catalog-writer.ts';
import {
  openCatalog,
  openCatalogForReading,
} from '../../../../electron/library/catalog/open-catalog.ts';
import { briefingIdOf } from '../../../../electron/library/briefing-id.ts';
import type { IndexedMarks } from '../../../../electron/library/library.ts';
import { toKeptContents } from '../../../../electron/library/parsing/kept-contents.ts';
import type { FileReading, ParsedFile } from '../../../../electron/library/parsing/parsed-file.ts';
import { ReadingStates } from '../../../../electron/library/reading/reading-states.ts';
import { toProblemListing } from '../../../../electron/library/to-listing.ts';
import type { Briefing } from '../../../../electron/shared/model/briefing.ts';
import type { LibraryFilter } from '../../../../electron/shared/model/listing.ts';
import { temporaryFolder } from '../../../support/library/briefing-folder.ts';

/** A root's id. */
export const root = '0123456789abcdef';

/** The fingerprint of a file of which a test does not say one. */
export const currentFingerprint = 'a'.repeat(64);

/** What a test says of a briefing. */
export interface Story {
  readonly headline: string;
  readonly day?: string | null;
  readonly text?: string;
  readonly source?: string;
  readonly fingerprint?: string;
}

/** The filter of a query in list order. */
export function newest(text = '', view = ''): LibraryFilter {
  return { view, text, order: 'newest' };
}

function briefingOf({ headline, day = null, text = '', source }: Story): Briefing {
  return {
    headline,
    dek: null,
    figures: [],
    sections:
      text === '' ? [] : [{ heading: null, items: [{ kind: 'bullet', text, marker: '•' }] }],
    source: source ?? null,
    date: day === null ? null : { value: day, provenance: 'front matter', evidence: null },
    language: 'en',
    furniture: [],
    warnings: [],
  };
}

/** A file as it was parsed, at `/news/` and its name. */
export function parsedFile(name: string, story: Story): ParsedFile {
  const file = `/news/${name}`;
  const briefing = briefingOf(story);
  const listing = {
    ...toProblemListing(file, ''),
    headline: story.headline,
    source: briefing.source,
    date: briefing.date,
    format: 'txt' as const,
    fingerprint: story.fingerprint ?? currentFingerprint,
    problem: null,
  };
  return { listing, contents: toKeptContents(briefing, JSON.stringify(briefing)) };
}

function readingOf(files: readonly ParsedFile[]): FileReading {
  return { files, byteLength: 100, modifiedAt: 1_700_000_000_000.5 };
}

/** The id of the briefing with that name. */
export function idOf(name: string): string {
  return briefingIdOf(`/news/${name}`);
}

/** Marks of a briefing; what is not named is nothing. */
export function marksOn(name: string, changes: Partial<IndexedMarks>): IndexedMarks {
  return {
    briefingId: idOf(name),
    notes: [],
    tags: [],
    colors: [],
    annotationCount: 1,
    bookmarkCount: 0,
    ...changes,
  };
}

/** A catalog with both of its sides, which goes with the test. */
export function openedCatalog(
  options: CatalogReaderOptions = {},
  folder: string = temporaryFolder(),
) {
  const file = path.join(folder, 'catalog.sqlite');
  const { database, isNew } = openCatalog(file);
  const writer = new CatalogWriter(database);
  const reading = openCatalogForReading(file, path.join(folder, 'reading.sqlite'));
  const reader = new CatalogReader(reading, options);
  const close = (): void => {
    reader.close();
    writer.close();
  };
  let isClosed = false;
  onTestFinished(() => {
    if (!isClosed) close();
  });
  const put = (name: string, ...stories: readonly Story[]) =>
    writer.batch(() =>
      writer.put(
        readingOf(
          stories.map((story, index) => parsedFile(index === 0 ? name : `${name}/${index}`, story)),
        ),
        { root, file: `/news/${name}` },
      ),
    );
  return {
    file,
    isNew,
    writer,
    reader,
    states: new ReadingStates(reading),
    put,
    putProblem: (name: string, problem: string) =>
      writer.batch(() =>
        writer.put(
          readingOf([{ listing: toProblemListing(`/news/${name}`, problem), contents: null }]),
          { root, file: `/news/${name}` },
        ),
      ),
    mark: (...marks: readonly IndexedMarks[]) =>
      writer.batch(() => writer.putMarks({ isComplete: false, marks, revision: '1' })),
    headlines: (filter: LibraryFilter = newest(), offset = 0, limit = 1000) =>
      reader.query({ filter, offset, limit }).map(({ headline }) => headline),
    close: () => {
      isClosed = true;
      close();
    },
  };
}
