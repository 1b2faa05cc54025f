import type { DocumentWriter } from '../document-writer.ts';
import { dataTables } from './data-tables.ts';
import { type ElementWriter, elementWriters } from './elements.ts';
import { ListMarkers } from './list-marker.ts';
import { nameOf, type PageNode, type Visitor, walkTree } from './page-node.ts';
import { pictureOf, type Pictures } from './page-pictures.ts';
import { isSkipped } from './skipped.ts';

const lists: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir']);

const row: ElementWriter = {
  open: (writer) => {
    writer.openRow();
  },
  close: (writer) => {
    writer.closeRow();
  },
};

function cell(isHeading: boolean): ElementWriter {
  return {
    open: (writer) => {
      writer.openCell();
    },
    close: (writer) => {
      writer.closeCell(isHeading);
    },
  };
}

/** What the parts of a table of data make of their words. */
const tableWriters: ReadonlyMap<string, ElementWriter> = new Map([
  ['tr', row],
  ['th', cell(true)],
  ['td', cell(false)],
]);

class PageVisitor implements Visitor {
  readonly #writer: DocumentWriter;
  readonly #pictures: Pictures;
  readonly #dataTables: ReadonlySet<PageNode>;
  /** For every open table whether it holds data. */
  readonly #tables: boolean[] = [];
  /** Of the open lists. */
  readonly #markers: ListMarkers[] = [];

  constructor(writer: DocumentWriter, pictures: Pictures, tables: ReadonlySet<PageNode>) {
    this.#writer = writer;
    this.#pictures = pictures;
    this.#dataTables = tables;
  }

  enter(node: PageNode): boolean {
    if (node.nodeType === 3) this.#writer.text(node.data ?? '');
    if (node.nodeType !== 1) return node.nodeType === 9 || node.nodeType === 11;
    if (isSkipped(node)) return false;
    this.#open(nameOf(node), node);
    return true;
  }

  leave(node: PageNode): void {
    const name = nameOf(node);
    if (name !== '') this.#close(name);
  }

  #writerOf(name: string): ElementWriter | undefined {
    const inTable = this.#tables.at(-1) === true ? tableWriters.get(name) : undefined;
    return inTable ?? elementWriters.get(name);
  }

  #open(name: string, node: PageNode): void {
    if (name === 'img') this.#writePicture(node);
    else if (name === 'li') this.#openItem(node);
    else if (lists.has(name)) {
      this.#writer.openList();
      this.#markers.push(new ListMarkers(node));
    } else {
      this.#writerOf(name)?.open(this.#writer, node);
      if (name === 'table') this.#tables.push(this.#dataTables.has(node));
    }
  }

  #close(name: string): void {
    if (name === 'li') this.#writer.closeItem();
    else if (lists.has(name)) {
      this.#writer.closeList();
      this.#markers.pop();
    } else {
      this.#writerOf(name)?.close(this.#writer);
      if (name === 'table') this.#tables.pop();
    }
  }

  #openItem(item: PageNode): void {
    this.#writer.openItem(this.#markers.at(-1)?.take(item) ?? '•');
  }

  #writePicture(image: PageNode): void {
    const found = pictureOf(image, this.#pictures);
    if (found !== null) this.#writer.picture(found.picture, found.description);
  }
}

/** Writes what is shown of a page, or of a part of one, as blocks. */
export function writePage(root: PageNode, writer: DocumentWriter, pictures: Pictures): void {
  walkTree(root, new PageVisitor(writer, pictures, dataTables(root)));
}
