import { largestPage } from '../../electron/shared/ipc.ts';

const rowsPerPage = Math.min(100, largestPage);

/** More pages than a screen ever shows; 100,000 rows scrolled through are not all kept. */
const keptPages = 50;

type FetchRows<Row> = (page: {
  readonly offset: number;
  readonly limit: number;
}) => Promise<readonly Row[]>;

/** The rows of one list by their position, fetched by pages; those asked for last are kept. */
export class RowPages<Row> {
  readonly #fetch: FetchRows<Row>;
  /** The page asked for last is the last. */
  readonly #requests = new Map<number, Promise<void>>();
  #rows: ReadonlyMap<number, Row> = new Map();

  constructor(fetch: FetchRows<Row>) {
    this.#fetch = fetch;
  }

  get rows(): ReadonlyMap<number, Row> {
    return this.#rows;
  }

  /** Makes sure that the rows from `first` to `last` (positions, inclusive) are there. */
  async ensure(first: number, last: number): Promise<void> {
    const pages: Promise<void>[] = [];
    const lastPage = Math.floor(last / rowsPerPage);
    for (let page = Math.floor(first / rowsPerPage); page <= lastPage; page += 1) {
      pages.push(this.#request(page));
    }
    for (const page of [...this.#requests.keys()].slice(0, -keptPages)) this.#requests.delete(page);
    await Promise.all(pages);
  }

  /** Changes the rows that are there, where something of them is known to be another one now. */
  change(changed: (row: Row) => Row): void {
    this.#rows = new Map([...this.#rows].map(([position, row]) => [position, changed(row)]));
  }

  #request(page: number): Promise<void> {
    const request = this.#requests.get(page) ?? this.#fetchPage(page);
    this.#requests.delete(page);
    this.#requests.set(page, request);
    return request;
  }

  async #fetchPage(page: number): Promise<void> {
    const offset = page * rowsPerPage;
    const fetched = await this.#fetch({ offset, limit: rowsPerPage });
    const kept = [...this.#rows].filter(([position]) =>
      this.#requests.has(Math.floor(position / rowsPerPage)),
    );
    const added = fetched.map((row, index) => [offset + index, row] as const);
    this.#rows = new Map([...kept, ...added]);
  }
}
