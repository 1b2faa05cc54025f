import { annotationDraftSchema, annotationSchema } from '../shared/model/annotation.ts';
import { fingerprintSchema } from '../shared/model/listing.ts';
import { partPathSchema } from '../shared/model/part.ts';
import { normaliseTag } from '../shared/model/tag.ts';
import type { ImportedMark, ImportedTarget } from './imported-mark.ts';
import { derivedId } from './mark-identity.ts';

/** A mark from a file in the form in which it is stored, but for its place. */
export interface CheckedMark {
  readonly mark: ImportedMark;
  readonly id: string;
  /** Whether the id is the file's own, and not made from what the mark says. */
  readonly hasOwnId: boolean;
  /** What was left out of it; `null` where nothing was. */
  readonly remark: string | null;
}

/** A mark that cannot be taken, and why. */
export interface RefusedMark {
  readonly mark: ImportedMark;
  readonly refusal: string;
}

/** The most tags that an annotation has. */
const mostTags = 100;

/** The last moment that a `Date` can stand for, in milliseconds since the Unix epoch. */
const lastMoment = 8.64e15;

function checkTime(time: number | null): number | null {
  const isTime = time !== null && Number.isFinite(time) && Math.abs(time) <= lastMoment;
  return isTime ? Math.trunc(time) : null;
}

function checkTarget(target: ImportedTarget): ImportedTarget | null {
  if (target.kind === 'briefing') return target;
  const isPart = partPathSchema.safeParse(target.part).success;
  if (target.kind === 'part') return isPart ? target : null;
  if (target.exact.trim() === '') return { kind: 'briefing' };
  const { start, end } = target.position ?? { start: -1, end: -1 };
  const isPosition = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0;
  const isFingerprint = fingerprintSchema.safeParse(target.fingerprint).success;
  return {
    ...target,
    part: isPart ? target.part : null,
    position: isPosition && end >= start ? target.position : null,
    fingerprint: isFingerprint ? target.fingerprint : null,
  };
}

function checkId(id: string | null): string | null {
  const outcome = annotationSchema.shape.id.safeParse(id?.toLowerCase());
  return outcome.success ? outcome.data : null;
}

function isEmpty({ kind, target, note, tags, color }: ImportedMark): boolean {
  if (kind === 'bookmark' || target.kind !== 'briefing') return false;
  return note === '' && tags.length === 0 && color === null;
}

/** Puts a mark from a file into the form in which marks are stored, or tells why it cannot be. */
export function checkMark(given: ImportedMark): CheckedMark | RefusedMark {
  const target = checkTarget(given.target);
  if (target === null) return { mark: given, refusal: 'It is on a part that no briefing has.' };
  const note = given.note.toWellFormed();
  if (!annotationDraftSchema.shape.note.safeParse(note).success) {
    return { mark: given, refusal: 'Its note is longer than 1,000,000 characters.' };
  }
  const normalised = given.tags.map((tag) => normaliseTag(tag.toWellFormed()));
  const all = [...new Set(normalised.filter((tag) => tag !== null))];
  const tags = all.slice(0, mostTags);
  const createdAt = checkTime(given.createdAt);
  const modifiedAt = checkTime(given.modifiedAt);
  const mark = { ...given, target, note, tags, createdAt, modifiedAt };
  const own = checkId(given.id);
  if (own === null && isEmpty(mark)) {
    return { mark, refusal: 'It holds neither a passage nor a note, a tag or a colour.' };
  }
  const isShort = normalised.includes(null) || tags.length < all.length;
  return {
    mark,
    id: own ?? derivedId(mark),
    hasOwnId: own !== null,
    remark: isShort ? 'Some of its tags were left out, as they are too long or too many.' : null,
  };
}
