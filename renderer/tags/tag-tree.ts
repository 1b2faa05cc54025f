import type { TagCount } from '../../electron/shared/model/note-list.ts';

/** A tag among those that it is inside of. */
export interface TagBranch extends TagCount {
  /** How many tags it is inside of. */
  readonly depth: number;
  /** Its last step: `grid` of `energy/grid`. */
  readonly name: string;
}

const order = new Intl.Collator('en', { numeric: true });

function compareSteps(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((step, position) => step !== other[position]);
  if (index === -1) return one.length - other.length;
  return order.compare(one[index] ?? '', other[index] ?? '');
}

/** Tags with the ones they are inside of, in use by themselves or not, each before its inner ones. */
export function tagTree(tags: readonly TagCount[]): readonly TagBranch[] {
  const counts = new Map(tags.map(({ tag, count }) => [tag, count]));
  for (const { tag } of tags) {
    const steps = tag.split('/');
    for (let depth = 1; depth < steps.length; depth += 1) {
      const outer = steps.slice(0, depth).join('/');
      counts.set(outer, counts.get(outer) ?? 0);
    }
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count, steps: tag.split('/') }))
    .toSorted((one, other) => compareSteps(one.steps, other.steps))
    .map(({ tag, count, steps }) => ({
      tag,
      count,
      depth: steps.length - 1,
      name: steps.at(-1) ?? tag,
    }));
}
