import type { Briefing } from '../model/briefing.ts';
import { findPart, formatCredit, type PartPath } from '../model/part.ts';

/** Where a part stands, for a person, even if its briefing is gone: `Overview, bullet 2`. */
export function placeOf(briefing: Briefing | null, path: PartPath): string {
  const part = briefing === null ? null : findPart(briefing, path);
  if (part !== null) return part.place;
  const [kind = '', first, , second] = path.split('/');
  if (kind === 'headline') return 'Headline';
  if (kind === 'dek') return 'Dek';
  if (kind === 'figures') return `Figure ${Number(first) + 1}`;
  const section = `Section ${Number(first) + 1}`;
  return second === undefined ? `${section}, heading` : `${section}, item ${Number(second) + 1}`;
}

/** The credit of the figure at a path; `null` where the path is of no figure, or the briefing is gone. */
export function creditAt(briefing: Briefing | null, path: PartPath): string | null {
  const index = /^figures\/(\d+)$/.exec(path)?.[1];
  const figure = index === undefined ? undefined : briefing?.figures[Number(index)];
  return figure === undefined ? null : formatCredit(figure.credit);
}
