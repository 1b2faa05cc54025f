import type { Figure } from '../../shared/model/briefing.ts';
import { resolveDay } from './calendar.ts';
import { type Caption, parseCaption } from './caption.ts';
import type { Block } from './document.ts';

/** A picture of a document with its caption taken apart. */
export interface DocumentFigure {
  readonly caption: Caption;
  readonly picture: string | null;
}

/** A day and the words that state it. */
export interface FoundDay {
  readonly day: string;
  readonly evidence: string;
}

/** The pictures of a document, in order. */
export function figuresOf(blocks: readonly Block[]): readonly DocumentFigure[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'figure') return [];
    const { caption, picture } = block;
    const empty: Caption = { text: null, credit: null, day: null, filePhoto: false };
    return [{ caption: caption === '' ? empty : parseCaption(caption), picture }];
  });
}

/** The newest day that the caption of a photo made for the text states with its year. */
export function newestCaption(figures: readonly DocumentFigure[]): FoundDay | null {
  const days = figures.flatMap(({ caption: { day, filePhoto } }) => {
    if (day?.year == null || filePhoto) return [];
    const resolved = resolveDay(day, null);
    return resolved === null ? [] : [{ day: resolved, evidence: day.evidence }];
  });
  return days.toSorted((one, other) => (one.day < other.day ? 1 : -1))[0] ?? null;
}

/** The names of pictures by the numbers of their figures, from 1; of two with one number the first. */
export function picturesByNumber(names: readonly string[]): ReadonlyMap<number, string> {
  const byNumber = new Map<number, string>();
  for (const name of names) {
    const number = Number(/^(\d+)\.(?:jpe?g|png|webp|gif)$/i.exec(name)?.[1] ?? Number.NaN);
    if (!byNumber.has(number)) byNumber.set(number, name);
  }
  return byNumber;
}

/**
 * A figure of the model.
 *
 * @param reference a day near the one that a caption without a year states.
 */
export function toFigure({ caption, picture }: DocumentFigure, reference: string | null): Figure {
  return {
    caption: caption.text,
    credit: caption.credit,
    date: caption.day === null ? null : resolveDay(caption.day, reference),
    filePhoto: caption.filePhoto,
    picture,
  };
}
