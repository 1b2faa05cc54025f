import { compareBriefings } from '../../electron/shared/difference/compare-briefings.ts';
import type { OpenedBriefing } from '../../electron/shared/model/listing.ts';
import type { OpenReader } from './reader-state.ts';

/** Whether the file has the same bytes as when it was read before. */
function isSameFile(before: OpenedBriefing, now: OpenedBriefing): boolean {
  const { fingerprint } = now.listing;
  return fingerprint !== null && fingerprint === before.listing.fingerprint;
}

/**
 * The open briefing after its file was read again: the focused part is the one that it was before,
 * and what was on the screen counts as the version that was read last, if no earlier one does.
 *
 * @param now in milliseconds since the Unix epoch.
 */
export function reread(before: OpenReader, opened: OpenedBriefing, now: number): OpenReader {
  const { part } = before;
  if (isSameFile(before.opened, opened)) {
    // The very same object: nothing has to be compared, anchored or laid out again.
    const { briefing } = before.opened;
    return { ...before, opened: { ...opened, briefing }, gone: null };
  }
  const shown = { briefing: before.opened.briefing, readAt: now };
  const lastRead = opened.lastRead ?? before.opened.lastRead ?? shown;
  const { placeOf } = compareBriefings(before.opened.briefing, opened.briefing);
  return {
    ...before,
    opened: { ...opened, lastRead },
    part: part === null ? null : placeOf(part),
    gone: null,
  };
}
