import { uniqueNames } from '../shared/export/unique-names.ts';
import type { ExportEntry } from '../shared/export/entry.ts';
import type { BriefingReference } from '../shared/model/annotation.ts';
import { bibtexWriter } from './bibliography/bibtex.ts';
import type { FormatWriter } from './format-writer.ts';
import { htmlWriter } from './html/html-writer.ts';
import { csvWriter } from './tables/csv.ts';
import { markdownWriter } from './templates/markdown-writer.ts';
import { jsonWriter } from './web-annotation/json-writer.ts';
import { type ZipMember, zipWriter } from './zip/zip.ts';

const writeMarkdown = markdownWriter('markdown');

async function* oneOf(entry: ExportEntry): AsyncGenerator<ExportEntry> {
  yield await Promise.resolve(entry);
}

/**
 * All marks in several forms, in one archive: as web annotations, which can be imported again, as a
 * table, as a web page, as references, and as a Markdown file for each briefing.
 */
export const everythingWriter: FormatWriter = async function* writeEverything(entries, options) {
  const whole: readonly (readonly [string, FormatWriter])[] = [
    ['notes.json', jsonWriter],
    ['notes.csv', csvWriter],
    ['notes.html', htmlWriter],
    ['references.bib', bibtexWriter],
  ];
  const references: BriefingReference[] = [];
  for await (const { reference } of entries()) references.push(reference);
  const named = references.map(({ id, headline }) => ({ id, text: headline }));
  const names = uniqueNames(named, '.md');
  // An archive is written member after member, so each takes the next entry.
  const each = entries()[Symbol.asyncIterator]();
  const members: ZipMember[] = whole.map(([name, write]) => ({
    name,
    write: () => write(entries, options),
  }));
  yield* zipWriter([
    ...members,
    ...references.map(({ id }) => ({
      name: `markdown/${names.get(id) ?? `${id}.md`}`,
      write: async function* write() {
        const next: IteratorResult<ExportEntry, unknown> = await each.next();
        if (next.done !== true) yield* writeMarkdown(() => oneOf(next.value), options);
      },
    })),
  ]);
};
