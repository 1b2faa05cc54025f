/** A page of a list: `offset` and `limit` count rows. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}
