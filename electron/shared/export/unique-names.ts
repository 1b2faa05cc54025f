import { safeFileName } from './file-name.ts';

/** Something that a folder has a file of. */
interface NamedThing {
  /** Hexadecimal digits; no two are the same. */
  readonly id: string;
  /** What the file is named for, such as a headline. */
  readonly text: string;
}

/** How many digits of the id a name gets if it is taken without them, or with fewer. */
const suffixLengths = [0, 6, 12, Infinity] as const;

/**
 * A form that names have in common if any of the three systems takes them for the same: without
 * regard to case, composition and compatibility. It may join more names than a system does.
 */
export function foldName(name: string): string {
  return name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
}

function nameOf({ id, text }: NamedThing, step: number, extension: string): string {
  const digits = id.slice(0, suffixLengths[step] ?? Infinity);
  return safeFileName(text, digits === '' ? extension : ` ${digits}${extension}`);
}

/** Those whose names are one name for some system. */
function clashing(names: ReadonlyMap<string, string>): readonly string[] {
  const groups = Map.groupBy(names, ([, name]) => foldName(name));
  return [...groups.values()].flatMap((group) => (group.length > 1 ? group.map(([id]) => id) : []));
}

/**
 * A file name for each thing by its id, which all three systems accept side by side. A name is told by
 * the text; all that would have the same get the beginning of their ids as well, so that one that comes
 * later does not take the name of another. The order of the things makes no difference.
 *
 * @param extension with its dot, such as `.md`.
 */
export function uniqueNames(
  things: readonly NamedThing[],
  extension: string,
): ReadonlyMap<string, string> {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const steps = new Map<string, number>();
  const names = new Map(things.map((thing) => [thing.id, nameOf(thing, 0, extension)]));
  let taken = clashing(names);
  while (taken.length > 0) {
    let isChanged = false;
    for (const id of taken) {
      const step = (steps.get(id) ?? 0) + 1;
      const thing = byId.get(id);
      if (thing === undefined || step >= suffixLengths.length) continue;
      steps.set(id, step);
      names.set(id, nameOf(thing, step, extension));
      isChanged = true;
    }
    taken = isChanged ? clashing(names) : [];
  }
  return names;
}
