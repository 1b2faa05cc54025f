import { type Color, colorSchema } from '../../../shared/model/annotation.ts';
import { type PartPath, partPathSchema } from '../../../shared/model/part.ts';
import { timeOf } from '../values/time.ts';
import { unescapeMarkdown } from './unescape.ts';

/** The first line of a note or a bookmark: where it is, and what is kept of it. */
export interface Label {
  /** `Overview, bullet 2`. */
  readonly place: string;
  readonly color: Color | null;
  readonly tags: readonly string[];
  readonly time: number | null;
  /** What stands behind the time of a bookmark: the text of its part, escaped. */
  readonly rest: string;
}

const label = /^[-*+] \*\*((?:\\.|[^\\*])+)\*\*(?: · (.*))?$/;

/** The id that a block can be linked by, at the end of a line: a comment, or as Obsidian has it. */
const blockId = /(?:<!-- ?\^?rd-[0-9a-f]{12} ?-->|\^rd-[0-9a-f]{12})$/;

const timeAtStart = /^(\d{4}-\d\d-\d\d \d\d:\d\d)(?: UTC)?(?:: ?(.*))?$/;

interface Details {
  color: Color | null;
  readonly tags: string[];
  time: number | null;
  rest: string;
}

/** A tag may have the separator in it: what is neither a time nor a tag belongs to the tag before. */
function addDetail(details: Details, detail: string): void {
  const color = colorSchema.safeParse(detail);
  const time = timeAtStart.exec(detail);
  const last = details.tags.at(-1);
  if (time !== null) {
    details.time = timeOf(time[1]);
    details.rest = time[2] ?? '';
  } else if (detail.startsWith('#')) details.tags.push(unescapeMarkdown(detail.slice(1)));
  else if (last !== undefined) {
    details.tags.splice(-1, 1, `${last} · ${unescapeMarkdown(detail)}`);
  } else if (color.success) details.color = color.data;
}

/** What stands behind a place: `yellow · #sea · 2026-03-05 10:02 UTC`. */
export function detailsOf(text: string): Readonly<Details> {
  const details: Details = { color: null, tags: [], time: null, rest: '' };
  const parts = text.split(' · ');
  for (const [index, part] of parts.entries()) {
    addDetail(details, part);
    if (details.time !== null) {
      details.rest = [details.rest, ...parts.slice(index + 1)].filter(Boolean).join(' · ');
      break;
    }
  }
  return details;
}

/** A place as it is written; notes beside the text have their number before it. */
export function placeOf(written: string): string {
  return unescapeMarkdown(written.replace(/^\d{1,9}\. /, ''));
}

/** The line without the id that it can be linked by. */
function withoutBlockId(line: string): string {
  return line.trimEnd().replace(blockId, '').trimEnd();
}

/** What the first line of an item says; `null` for a line that begins none. */
export function readLabel(line: string): Label | null {
  const match = label.exec(withoutBlockId(line));
  if (match === null) return null;
  return { place: placeOf(match[1] ?? ''), ...detailsOf(match[2] ?? '') };
}

/** The part that a place can only be; `null` where its briefing is needed to know it. */
export function partOfPlace(place: string): PartPath | null {
  if (place === 'Headline') return 'headline';
  if (place === 'Dek') return 'dek';
  const [, figure, section, rest = ''] =
    /^(?:Figure (\d{1,6})|Section (\d{1,6}), (heading|item \d{1,6}))$/.exec(place) ?? [];
  const item = /\d+$/.exec(rest)?.[0];
  const inside = item === undefined ? 'heading' : `items/${Number(item) - 1}`;
  const path = partPathSchema.safeParse(
    figure === undefined
      ? `sections/${Number(section) - 1}/${inside}`
      : `figures/${Number(figure) - 1}`,
  );
  return path.success ? path.data : null;
}
