import { attributeOf, nameOf, type PageNode, walkTree } from './page-node.ts';
import { isSkipped } from './skipped.ts';

/** Elements that make of a cell more than a value: who uses them in a table lays out a page. */
const layoutElements: ReadonlySet<string> = new Set([
  'article',
  'blockquote',
  'dl',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'ol',
  'pre',
  'section',
  'table',
  'ul',
]);

/** A cell with more paragraphs than this is a part of a page. */
const mostParagraphs = 2;

interface OpenTable {
  readonly table: PageNode;
  isLayout: boolean;
  cellsInRow: number;
  mostCells: number;
  paragraphsInCell: number;
}

function readCell(open: OpenTable): void {
  open.cellsInRow += 1;
  open.mostCells = Math.max(open.mostCells, open.cellsInRow);
  open.paragraphsInCell = 0;
}

function readInside(open: OpenTable, name: string): void {
  if (name === 'tr') open.cellsInRow = 0;
  else if (name === 'td' || name === 'th') readCell(open);
  else if (layoutElements.has(name)) open.isLayout = true;
  else if (name === 'p') {
    open.paragraphsInCell += 1;
    open.isLayout ||= open.paragraphsInCell > mostParagraphs;
  }
}

function openTable(table: PageNode): OpenTable {
  const role = attributeOf(table, 'role');
  const isLayout = role === 'presentation' || role === 'none';
  return { table, isLayout, cellsInRow: 0, mostCells: 0, paragraphsInCell: 0 };
}

/** The tables of a page that hold data; the others only lay it out. */
export function dataTables(root: PageNode): ReadonlySet<PageNode> {
  const found = new Set<PageNode>();
  const open: OpenTable[] = [];
  walkTree(root, {
    enter: (node) => {
      if (isSkipped(node)) return false;
      const name = nameOf(node);
      const outer = open.at(-1);
      if (outer !== undefined) readInside(outer, name);
      if (name === 'table') open.push(openTable(node));
      return true;
    },
    leave: (node) => {
      if (open.at(-1)?.table !== node) return;
      const table = open.pop();
      if (table?.isLayout === false && table.mostCells > 1) found.add(node);
    },
  });
  return found;
}
