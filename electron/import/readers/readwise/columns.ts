/** What the cells of a row are, and what the files of Readwise call them. */
const columnNames = {
  highlight: ['highlight'],
  title: ['title', 'book title'],
  author: ['author', 'book author'],
  address: ['url', 'source url'],
  note: ['note'],
  color: ['color'],
  tags: ['tags'],
  time: ['highlighted at', 'date'],
} as const;

export type ColumnName = keyof typeof columnNames;

/** Where the columns of a file are; those that it does not have are missing. */
export type Columns = ReadonlyMap<ColumnName, number>;

/** The columns by the names in the first row; `null` where none is called Highlight. */
export function columnsOf(names: readonly string[]): Columns | null {
  const written = names.map((name) => name.trim().toLowerCase());
  const columns = new Map<ColumnName, number>();
  for (const [column, known] of Object.entries(columnNames)) {
    const index = known.map((name) => written.indexOf(name)).find((at) => at >= 0);
    if (index !== undefined) columns.set(column as ColumnName, index);
  }
  return columns.has('highlight') ? columns : null;
}
