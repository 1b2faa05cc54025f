import mammoth from 'mammoth';
import { withKnownElements } from './known-elements.ts';
import { packWord, type WordParts } from './word-parts.ts';

/** A Word document as a page. */
export interface WordPage {
  readonly html: string;
  /** The pictures that can be shown, by the addresses that the page has for them. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

const shownType = /^image\/(?:jpe?g|png|webp|gif)$/i;

/** Styles that the library does not know by itself. */
const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  "p[style-name='Caption'] => p.caption:fresh",
  'comment-reference =>',
];

const idPrefix = 'word-';

/** The way back from a note to its place in the text, which is no word of the author. */
const wayBack = / ?<a href="#word-(?:footnote|endnote|comment)-ref-[^"]{1,40}">↑<\/a>/g;

/** The mark of a comment in the text. */
const commentMark =
  /<a href="#word-comment-[^"]{1,40}" id="word-comment-ref-[^"]{1,40}">[^<]*<\/a>/g;

const notesStart = /<ol><li id="word-(?:foot|end)note-/;

const commentsStart = /<dl><dt id="word-comment-/;

/** A paragraph that is a picture, and the caption under it. */
const captionedPicture = /<p>(<img [^>]*>)<\/p><p class="caption">((?:(?!<\/p>|<img ).)*)<\/p>/gs;

/**
 * Makes figures of pictures with captions, and puts the notes and comments at the end under headings
 * of their own, as high as the document's others.
 */
function withFiguresAndNotes(html: string): string {
  const name = (html.match(/<h1[ >]/g)?.length ?? 0) > 1 ? 'h1' : 'h2';
  return html
    .replace(wayBack, '')
    .replace(captionedPicture, '<figure>$1<figcaption>$2</figcaption></figure>')
    .replace(commentMark, '')
    .replace(notesStart, (start) => `<${name}>Footnotes</${name}>${start}`)
    .replace(commentsStart, (start) => `<${name}>Comments</${name}>${start}`);
}

/**
 * Makes a page of a Word document.
 *
 * @throws what the library throws for damaged documents.
 */
export async function toPage(parts: WordParts): Promise<WordPage> {
  const pictures = new Map<string, Uint8Array>();
  const { value } = await mammoth.convertToHtml(
    { buffer: packWord(withKnownElements(parts)) },
    {
      styleMap: styles,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      idPrefix,
      convertImage: mammoth.images.imgElement(async (image) => {
        const address = `word-picture:${pictures.size}`;
        if (!shownType.test(image.contentType)) return { src: '' };
        pictures.set(address, new Uint8Array());
        try {
          pictures.set(address, await image.readAsBuffer());
        } catch {
          pictures.delete(address);
        }
        return { src: address };
      }),
    },
  );
  return { html: withFiguresAndNotes(value), pictures };
}
