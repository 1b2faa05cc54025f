import { type Color, colorSchema } from '../../../shared/model/annotation.ts';
import { detailsOf, type Label, placeOf } from './read-label.ts';
import { quotedLine } from './read-quote.ts';

/** The first line of a note as Obsidian shows it: `> [!info|blue] Overview, bullet 2`. */
const firstLine = /^> \[!\w+(?:\|(\w+))?\][-+]? ?(.*)$/;

/** The line of a note that has its tags and its time. */
const detailsLine = /(?:^|· )\d{4}-\d\d-\d\d \d\d:\d\d UTC$/;

/**
 * A note in a block quote with a kind.
 *
 * @see https://help.obsidian.md/callouts
 */
export interface Callout {
  readonly place: string;
  readonly color: Color | null;
}

/** The callout that a line begins; `null` for other lines. */
export function readCallout(line: string): Callout | null {
  const match = firstLine.exec(line.trimEnd());
  if (match === null) return null;
  const color = colorSchema.safeParse(match[1]);
  return { place: placeOf(match[2] ?? ''), color: color.success ? color.data : null };
}

/** Where the details are: the first line behind the quote and the credit; -1 where it has others. */
function findDetails(lines: readonly string[]): number {
  const at = lines.findIndex(
    (line) => line.trim() !== '' && quotedLine(line) === null && !line.startsWith('Credit: '),
  );
  return detailsLine.test(lines[at]?.trim() ?? '') ? at : -1;
}

/** What a whole callout says: its lines are still quoted, the first is not among them. */
export function readCalloutLines(
  { place, color }: Callout,
  quoted: readonly string[],
): { readonly label: Label; readonly lines: readonly string[] } {
  const lines = quoted.map((line) => quotedLine(line) ?? line);
  const at = findDetails(lines);
  const { tags, time, rest } = detailsOf(lines[at]?.trim() ?? '');
  const label = { place, color, tags, time, rest };
  if (at === -1) return { label, lines };
  const note = lines.slice(at + 1);
  return { label, lines: [...lines.slice(0, at), ...(note[0] === '' ? note.slice(1) : note)] };
}
