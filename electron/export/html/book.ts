import { compareTags } from '../../notes/tag-order.ts';
import { placeOf } from '../../shared/export/place.ts';
import { quoteOf } from '../../shared/export/quote-of.ts';
import type { ExportEntry } from '../../shared/export/entry.ts';
import type { WritingOptions } from '../format-writer.ts';
import { briefingAnchor, noteAnchor } from './addresses.ts';
import { type Markup, markup } from './markup.ts';

/** At most so many UTF-16 code units of a passage stand in the index. */
const longestExcerpt = 60;

function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

interface Tagged {
  readonly noteId: string;
  readonly chapter: number;
  readonly words: string;
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestExcerpt
    ? line
    : `${line.slice(0, longestExcerpt).replace(/\S*$/, '').trim()} …`;
}

/** What stands before and behind the chapters of a book: gathered before, as it names them all. */
export class BookMatter {
  readonly #contents: string[] = [];
  readonly #byTag = new Map<string, Tagged[]>();
  #noteCount = 0;
  #bookmarkCount = 0;

  add({ reference, briefing, marks }: ExportEntry): void {
    const { annotations, bookmarks } = marks;
    this.#noteCount += annotations.length;
    this.#bookmarkCount += bookmarks.length;
    const facts = [reference.source, reference.date?.value, counted(annotations.length, 'note')];
    this.#contents.push(
      markup`<li><a href="#${briefingAnchor(reference.id)}"><bdi>${reference.headline}</bdi></a> <span class="facts" dir="auto">${facts
        .filter((fact) => fact !== null && fact !== undefined)
        .join(' · ')}</span></li>\n`.html,
    );
    const chapter = this.#contents.length;
    for (const { id, target, tags } of annotations) {
      const place =
        target.kind === 'briefing' ? 'The whole briefing' : placeOf(briefing, target.part);
      const tagged = { noteId: id, chapter, words: excerptOf(quoteOf(target)) || place };
      for (const tag of tags) this.#byTag.set(tag, [...(this.#byTag.get(tag) ?? []), tagged]);
    }
  }

  /** The title page and the contents, piece by piece. */
  *before({ title, today }: WritingOptions): Generator<string> {
    const counts = [
      counted(this.#contents.length, 'briefing'),
      counted(this.#noteCount, 'note'),
      counted(this.#bookmarkCount, 'bookmark'),
    ];
    yield markup`<header class="title-page">\n<h1 dir="auto">${title}</h1>\n<p><time datetime="${today}">${today}</time></p>\n<p>${counts.join(' · ')}</p>\n</header>\n`
      .html;
    yield markup`<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>\n`
      .html;
    yield* this.#contents;
    yield markup`</ol>\n</nav>\n`.html;
  }

  /** The index of tags, piece by piece; nothing where there are no tags. */
  *after(): Generator<string> {
    if (this.#byTag.size === 0) return;
    yield markup`<section class="index" aria-labelledby="index">\n<h2 id="index">Tags</h2>\n<dl>\n`
      .html;
    for (const [tag, notes] of [...this.#byTag].toSorted(([one], [other]) =>
      compareTags(one, other),
    )) {
      yield this.#tag(tag, notes).html;
    }
    yield markup`</dl>\n</section>\n`.html;
  }

  #tag(tag: string, notes: readonly Tagged[]): Markup {
    const links = notes.map(
      ({ noteId, chapter, words }) =>
        markup`<dd><a href="#${noteAnchor(noteId)}"><bdi>${words}</bdi></a> <span class="facts">Briefing ${chapter}</span></dd>\n`,
    );
    return markup`<div><dt><bdi class="tag">#${tag}</bdi></dt>\n${links}</div>\n`;
  }
}
