import { cellsOf } from '../../shared/model/row-cells.ts';
import { type Paragraph, Table, TableCell, TableRow } from 'docx';
import type { Cell, Item } from '../../shared/model/briefing.ts';
import type { PartPath } from '../../shared/model/part.ts';
import { endComments, startComments } from './comments.ts';
import { contentOfPieces } from './marked-content.ts';
import { type MarkedPiece, piecesOf } from './marked-pieces.ts';
import { pageRoom } from './page.ts';
import { paragraphOf } from './text-paragraph.ts';
import type { BriefingContext } from './writing-context.ts';

/** A row of a table with where it is in the briefing. */
export interface RowAt {
  readonly path: PartPath;
  readonly item: Item;
}

const line = { style: 'single', size: 4, color: 'C4CAD0' } as const;

const lines = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

/** Word has no tables with more columns. */
const mostColumns = 63;

/** How many columns a table of these rows has; `null` for more than Word can show. */
export function columnCount(rows: readonly RowAt[]): number | null {
  const count = Math.max(...rows.map(({ item }) => cellsOf(item).length));
  return count <= mostColumns ? count : null;
}

/** What stands between two cells is not written, but a comment may begin or end there. */
function withoutText(piece: MarkedPiece): MarkedPiece {
  return { ...piece, text: '', link: null };
}

/** The pieces of each cell, in their order. */
function piecesOfCells(
  cells: readonly Cell[],
  pieces: readonly MarkedPiece[],
): readonly (readonly MarkedPiece[])[] {
  return cells.map((cell, index) => {
    const from = index === 0 ? 0 : cell.start;
    const to = cells[index + 1]?.start ?? Infinity;
    const own = pieces.filter(({ start }) => start >= from && start < to);
    return own.map((piece) =>
      piece.end <= cell.end && piece.start >= cell.start ? piece : withoutText(piece),
    );
  });
}

function paragraphsOfRow({ path, item }: RowAt, context: BriefingContext): readonly Paragraph[] {
  const { extents, isRightToLeft, marked } = context;
  const cells = cellsOf(item);
  const whole = marked.whole.get(path) ?? [];
  const edges = cells.flatMap(({ start, end }) => [start, end]);
  const pieces = piecesOf(marked.runs.get(path) ?? [], item.links ?? [], edges, extents);
  const starting = startComments(whole, context);
  const contents = piecesOfCells(cells, pieces).map((own) => contentOfPieces(own, whole, context));
  const ending = endComments(whole, context);
  return contents.map((content, index) =>
    paragraphOf(
      [...(index === 0 ? starting : []), ...content, ...(index === cells.length - 1 ? ending : [])],
      isRightToLeft,
      { style: cells[index]?.isHeading === true ? 'TableHeading' : 'TableText' },
    ),
  );
}

function rowOf(row: RowAt, columns: number, isFirst: boolean, context: BriefingContext): TableRow {
  const { isRightToLeft } = context;
  const cells = cellsOf(row.item);
  const width = { size: Math.floor(pageRoom.twips / columns), type: 'dxa' } as const;
  const paragraphs = paragraphsOfRow(row, context);
  const filling = Array.from({ length: columns - paragraphs.length }, () =>
    paragraphOf([], isRightToLeft, { style: 'TableText' }),
  );
  return new TableRow({
    children: [...paragraphs, ...filling].map(
      (paragraph) => new TableCell({ children: [paragraph], width }),
    ),
    cantSplit: true,
    tableHeader: isFirst && cells.every(({ isHeading }) => isHeading),
  });
}

/** Rows that follow each other as a table. */
export function tableOf(rows: readonly RowAt[], columns: number, context: BriefingContext): Table {
  const column = Math.floor(pageRoom.twips / columns);
  return new Table({
    rows: rows.map((row, index) => rowOf(row, columns, index === 0, context)),
    columnWidths: Array.from({ length: columns }, () => column),
    width: { size: column * columns, type: 'dxa' },
    borders: lines,
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    ...(context.isRightToLeft ? { visuallyRightToLeft: true } : {}),
  });
}
