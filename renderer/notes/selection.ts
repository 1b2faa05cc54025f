/** The annotations that were chosen to be changed together, by id. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** The one chosen last, from which a range goes on. */
  readonly last: string | null;
}

export const noSelection: Selection = { ids: new Set(), last: null };

/** With an annotation more, or without it where it was chosen. */
export function withToggled({ ids }: Selection, id: string): Selection {
  const others = new Set(ids);
  if (!others.delete(id)) others.add(id);
  return { ids: others, last: id };
}

/** With all from the one chosen last to this one, in the order in which they are shown. */
export function withRange(
  { ids, last }: Selection,
  id: string,
  order: readonly string[],
): Selection {
  const [from, to] = [last === null ? -1 : order.indexOf(last), order.indexOf(id)];
  if (from === -1 || to === -1) return { ids: new Set([...ids, id]), last: id };
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...range]), last };
}
