import {
  BookmarkEnd,
  BookmarkStart,
  type Document,
  type ICommentOptions,
  type Paragraph,
  type XmlComponent,
} from 'docx';
import { mostPictureBytes, tooMuch } from './document-limits.ts';

const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** A place in the text that links can lead to: a bookmark in the words of Word. */
export interface Place {
  readonly name: string;
  /** What stands there. */
  readonly marks: readonly XmlComponent[];
}

/**
 * What the text of a Word document refers to: comments, addresses, its own places and pictures. Each
 * has a number that depends on nothing but the order in which they are asked for; those that the
 * library gives are random, or go on from one document to the next.
 */
export class References {
  readonly #comments: ICommentOptions[] = [];
  readonly #links = new Map<string, string>();
  #places = 0;
  #pictures = 0;
  #pictureBytes = 0;

  /** The comments so far. */
  get comments(): readonly ICommentOptions[] {
    return this.#comments;
  }

  /** Adds a comment and answers its number. `time` is in milliseconds since the Unix epoch. */
  addComment(children: readonly Paragraph[], time: number): number {
    const id = this.#comments.length;
    const by = { author: 'Readout', initials: 'R' };
    this.#comments.push({ id, children, date: new Date(time), ...by });
    return id;
  }

  /** The id of the relationship to an address. */
  linkTo(address: string): string {
    const id = this.#links.get(address) ?? `Link${this.#links.size + 1}`;
    this.#links.set(address, id);
    return id;
  }

  /** A new place in the text. */
  addPlace(): Place {
    this.#places += 1;
    const id = this.#places;
    const name = `Readout_${id}`;
    return { name, marks: [new BookmarkStart(name, id), new BookmarkEnd(id)] };
  }

  /**
   * The number of the next picture, from 1.
   *
   * @throws where the pictures are too large to be in one document.
   */
  addPicture(bytes: Uint8Array): number {
    this.#pictures += 1;
    this.#pictureBytes += bytes.byteLength;
    if (this.#pictureBytes > mostPictureBytes) throw new Error(tooMuch);
    return this.#pictures;
  }

  /** Adds the addresses to the document whose text leads to them. */
  addLinksTo(document: Document): void {
    for (const [address, id] of this.#links) {
      document.Document.Relationships.addRelationship(id, hyperlink, address, 'External');
    }
  }
}
