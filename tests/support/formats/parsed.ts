import { expect } from 'vitest';
import type { BriefingFile } from '../../../electron/library/formats/briefing-file.ts';
import type { Briefing, Item } from '../../../electron/shared/model/briefing.ts';
import { briefingSchema } from '../../../electron/shared/model/briefing.ts';
import type { Problem } from '../../../electron/shared/model/problem.ts';
import type { Result } from '../../../electron/shared/result.ts';

/** Noon, so that it is the same day in most time zones. */
const modifiedAt = Date.UTC(2025, 10, 21, 12);

/** A file with that text or those bytes. */
export function fileOf(contents: string | Uint8Array, fileName: string): BriefingFile {
  const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  return { bytes, fileName, modifiedAt, pictures: [] };
}

/** What the model says of an item beside its form. */
function expectSound({ kind, text, links = [], cells }: Item): void {
  if (kind !== 'code') expect(text).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
  if (kind === 'row') expect(text.split('\t')).toHaveLength(cells?.length ?? 0);
  else expect(text.trim()).not.toBe('');
  for (const stretches of [links, cells ?? []]) {
    const ends = [0, ...stretches.flatMap(({ start, end }) => [start, end]), text.length];
    expect(ends).toEqual(ends.toSorted((one, other) => one - other));
  }
  for (const { start, end } of links) expect(end).toBeGreaterThan(start);
}

/** The briefing of a file that can be read; it has the form that the model states. */
export async function parsed(result: Promise<Result<Briefing, Problem>>): Promise<Briefing> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(outcome.problem.message);
  for (const { items } of outcome.value.sections) items.forEach(expectSound);
  return briefingSchema.parse(outcome.value);
}

/** All texts of a briefing in the order in which it shows them, without its figures. */
export function textsOf({ headline, sections }: Briefing): readonly string[] {
  return [
    headline,
    ...sections.flatMap(({ heading, items }) => [
      ...(heading === null ? [] : [heading]),
      ...items.map(({ text }) => text),
    ]),
  ];
}

/** Every string that a briefing holds. */
export function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

/** The words that lead somewhere. */
export function linkedTexts({
  sections,
}: Briefing): readonly { readonly words: string; readonly target: string }[] {
  return sections.flatMap(({ items }) =>
    items.flatMap(({ text, links = [] }) =>
      links.map(({ start, end, target }) => ({ words: text.slice(start, end), target })),
    ),
  );
}
