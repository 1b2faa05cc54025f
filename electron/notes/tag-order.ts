const collator = new Intl.Collator();

/** The order of two tags in a list; two that look the same keep an order. */
export function compareTags(one: string, other: string): number {
  return collator.compare(one, other) || (one < other ? -1 : Number(one > other));
}
