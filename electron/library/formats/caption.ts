import type { Credit } from '../../shared/model/briefing.ts';
import { type StatedDay, statedDays } from './calendar.ts';
import { findCredit } from './credit.ts';
import { isBareSlot } from './line-kind.ts';

/** A line of the media part, taken apart. */
export interface Caption {
  /** The text without prefix and credit; `null` where nothing else is there. */
  readonly text: string | null;
  readonly credit: Credit | null;
  /** The last day that the text states. */
  readonly day: StatedDay | null;
  readonly filePhoto: boolean;
}

const filePhotoPrefix = /^FILE PHOTO:\s*/i;

/** Dates are looked for in this many code units at the end of a caption. */
const dateWindow = 10_000;

/** Takes a media line apart. Position marks as `(L)` stay in the text. */
export function parseCaption(line: string): Caption {
  if (isBareSlot(line)) return { text: null, credit: null, day: null, filePhoto: false };
  const prefix = filePhotoPrefix.exec(line)?.[0].length ?? 0;
  // A prefix that nothing follows is all the words there are, so it stays.
  const body = prefix < line.length ? line.slice(prefix) : line;
  const found = findCredit(body);
  const text = found === null ? body : body.slice(0, found.start).trimEnd();
  return {
    text: text === '' ? null : text,
    credit: found?.credit ?? null,
    day: lastDay(text),
    filePhoto: prefix > 0 || (found?.credit.flags.includes('file photo') ?? false),
  };
}

/** Whether a line says of itself that it is a caption: by its credit or its prefix. */
export function isMarkedCaption(line: string): boolean {
  return filePhotoPrefix.test(line) || findCredit(line) !== null;
}

function lastDay(text: string): StatedDay | null {
  let last: StatedDay | null = null;
  for (const stated of statedDays(text.slice(-dateWindow))) last = stated;
  return last;
}
