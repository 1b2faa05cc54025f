import type { Briefing, Figure, Item } from '../model/briefing.ts';
import { findItem, formatCredit, type Part, partsOf, type PartPath } from '../model/part.ts';

/** What a part is, for comparison: only parts of the same sort are compared. */
export type Sort = 'headline' | 'dek' | 'figure' | 'text';

/** A part as it is compared. */
export interface ComparedPart extends Part {
  readonly sort: Sort;
  /** What it is called where several are counted: `bullet`. */
  readonly noun: string;
  /** Its whole content: parts with the same one are the same. */
  readonly key: string;
}

const nouns: Readonly<Record<Item['kind'], string>> = {
  bullet: 'bullet',
  paragraph: 'paragraph',
  quote: 'quote',
  code: 'code block',
  row: 'table row',
};

function sortOf(path: PartPath): Sort {
  if (path === 'headline' || path === 'dek') return path;
  return path.startsWith('figures/') ? 'figure' : 'text';
}

/** What a figure says, with its credit and its day: any of them can be corrected. */
function figureText({ caption, credit, date }: Figure): string {
  const said = [caption, formatCredit(credit), date];
  return said.filter((words) => words !== null).join(' · ');
}

function compared(part: Part, briefing: Briefing): ComparedPart {
  const sort = sortOf(part.path);
  const figure = briefing.figures[Number(part.path.split('/')[1])];
  if (sort === 'figure' && figure !== undefined) {
    return { ...part, sort, noun: 'figure', text: figureText(figure), key: JSON.stringify(figure) };
  }
  const item = findItem(briefing, part.path);
  const noun = item === null ? (sort === 'text' ? 'heading' : sort) : nouns[item.kind];
  const { level = 1, links = [] } = item ?? {};
  const targets = links.map(({ target }) => target);
  return { ...part, sort, noun, key: JSON.stringify([noun, level, targets, part.text]) };
}

/** The parts of a briefing with what they are compared by, in reading order. */
export function comparedPartsOf(briefing: Briefing): readonly ComparedPart[] {
  return partsOf(briefing).map((part) => compared(part, briefing));
}
