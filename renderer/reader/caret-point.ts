/** A place in a part's text. */
export interface CaretPoint {
  /** The element that shows the part. */
  readonly part: HTMLElement;
  /** In UTF-16 code units of the part's text. */
  readonly offset: number;
}
