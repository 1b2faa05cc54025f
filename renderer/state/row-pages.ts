/** How many rows are asked for at once where they cost little. */
const usualPage = 100;

/** More rows than a screen ever shows; 100,000 rows scrolled through are not all kept. */
const keptRows = 5000;

type FetchRows<Row> = (page: {
  readonly offset: number;
  readonly limit: number;
}) => Promise<readonly Row[]>;

/** The rows of one list by their position, fetched by pages; those asked for last are kept. */
export class RowPages<Row> {
  readonly #fetch: FetchRows<Row>;
  readonly #rowsPerPage: number;
  /** The page asked for last is the last. */
  readonly #requests = new Map<number, Promise<void>>();
  #rows: ReadonlyMap<number, Row> = new Map();

  /** @param rowsPerPage how many rows are asked for at once. */
  constructor(fetch: FetchRows<Row>, rowsPerPage = usualPage) {
    this.#fetch = fetch;
    this.#rowsPerPage = rowsPerPage;
  }

  get rows(): ReadonlyMap<number, Row> {
    return this.#rows;
  }

  /** Makes sure that the rows from `first` to `last` (positions, inclusive) are there. */
  async ensure(first: number, last: number): Promise<void> {
    const pages: Promise<void>[] = [];
    const lastPage = Math.floor(last / this.#rowsPerPage);
    for (let page = Math.floor(first / this.#rowsPerPage); page <= lastPage; page += 1) {
      pages.push(this.#request(page));
    }
    const kept = Math.ceil(keptRows / this.#rowsPerPage);
    for (const page of [...this.#requests.keys()].slice(0, -kept)) this.#requests.delete(page);
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
    const offset = page * this.#rowsPerPage;
    const fetched = await this.#fetch({ offset, limit: this.#rowsPerPage });
    const kept = [...this.#rows].filter(([position]) =>
      this.#requests.has(Math.floor(position / this.#rowsPerPage)),
    );
    const added = fetched.map((row, index) => [offset + index, row] as const);
    this.#rows = new Map([...kept, ...added]);
  }
}
