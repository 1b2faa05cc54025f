import type { Credit, Figure } from '../../../shared/model/briefing.ts';
import { resolveDay } from '../calendar.ts';
import { type Caption, parseCaption } from '../caption.ts';
import { findCredit } from '../credit.ts';
import type { WrittenFigure } from './written-briefing.ts';

/** A credit line that is of none of the known forms is kept as it stands. */
function toCredit(line: string): Credit | null {
  const verbatim = line.trim();
  if (verbatim === '') return null;
  const found = findCredit(verbatim);
  if (found?.start === 0) return found.credit;
  return { agency: null, photographer: null, source: null, via: null, flags: [], verbatim };
}

function creditOf({ credit }: WrittenFigure, caption: Caption | null): Credit | null {
  if (credit === undefined) return caption?.credit ?? null;
  return typeof credit === 'string' ? toCredit(credit) : credit;
}

/** A local picture's reference as it may be followed; `null` for any other. */
export function localPicture(reference: string): string | null {
  const isName = /^[^/\\:]+$/.test(reference) && !/^\.{1,2}$/.test(reference);
  const isBelow = /^\.\/[^\\:]+$/.test(reference) && !reference.split('/').includes('..');
  return isName || isBelow ? reference : null;
}

/** A figure's caption taken apart; `null` where it has none. */
export function writtenCaption({ caption }: WrittenFigure): Caption | null {
  const line = caption?.replace(/\s*[\n\r\u0085\u2028\u2029]\s*/g, ' ').trim() ?? '';
  return line === '' ? null : parseCaption(line);
}

/** The caption as it is written, where the credit is not to be looked for in it. */
function wholeText({ caption }: WrittenFigure): string | null {
  const text = caption?.replace(/[\n\r\u0085\u2028\u2029]/g, ' ').trim() ?? '';
  return text === '' ? null : text;
}

function dayOf(
  { date }: WrittenFigure,
  caption: Caption | null,
  reference: string | null,
): string | null {
  if (date !== undefined) return date;
  return caption?.day == null ? null : resolveDay(caption.day, reference);
}

/**
 * A figure of the model.
 *
 * @param reference a day near the one that a caption without a year states.
 */
export function toFigure(written: WrittenFigure, reference: string | null): Figure {
  const caption = writtenCaption(written);
  const credit = creditOf(written, caption);
  const isFile = credit?.flags.includes('file photo') === true || caption?.filePhoto === true;
  return {
    caption: written.credit === undefined ? (caption?.text ?? null) : wholeText(written),
    credit,
    date: dayOf(written, caption, reference),
    filePhoto: written.filePhoto ?? isFile,
    picture: written.picture == null ? null : localPicture(written.picture),
  };
}
