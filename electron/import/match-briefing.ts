import { briefingIdOf } from '../library/briefing-id.ts';
import type { BriefingReference } from '../shared/model/annotation.ts';
import type { Listing } from '../shared/model/listing.ts';
import { fold } from '../shared/search/fold.ts';
import type { Clues } from './briefing-clues.ts';

function foldedTitle(title: string): string {
  return fold(title).replaceAll(/\s+/gu, ' ').trim();
}

function idOfAddress({ address }: Clues): string | null {
  return address === null ? null : briefingIdOf(address);
}

/** Tells which listings {@link matchesOf} needs to know for `clues`: a library has far more. */
export function candidateFilter(clues: readonly Clues[]): (listing: Listing) => boolean {
  const fingerprints = new Set(clues.flatMap(({ fingerprint }) => fingerprint ?? []));
  const headlines = new Set(
    clues.flatMap(({ headline }) => (headline === null ? [] : foldedTitle(headline))),
  );
  const ids = new Set(clues.flatMap((one) => idOfAddress(one) ?? []));
  const fileNames = new Set(clues.flatMap(({ fileName }) => fileName?.normalize('NFC') ?? []));
  return ({ id, fingerprint, headline, fileName }) =>
    ids.has(id) ||
    (fingerprint !== null && fingerprints.has(fingerprint)) ||
    headlines.has(foldedTitle(headline)) ||
    fileNames.has(fileName.normalize('NFC'));
}

/** One briefing, or the copies of one; else nothing, because a guess could be wrong. */
function ofOneStory(references: readonly BriefingReference[]): readonly BriefingReference[] {
  const [first, ...others] = references;
  if (first === undefined || others.length === 0) return references;
  const { fingerprint } = first;
  const isOneStory = fingerprint !== null && others.every((one) => one.fingerprint === fingerprint);
  return isOneStory ? references : [];
}

/** Those that `isBetter` picks; all where it picks none. */
function preferring(
  references: readonly BriefingReference[],
  isBetter: (reference: BriefingReference) => boolean,
): readonly BriefingReference[] {
  const better = references.filter(isBetter);
  return better.length === 0 ? references : better;
}

/** Of those with one headline, those whose publication and day do not speak against it. */
function withSameSource(
  references: readonly BriefingReference[],
  { source, date }: Clues,
): readonly BriefingReference[] {
  const wanted = source === null ? null : foldedTitle(source);
  const isSame = (one: BriefingReference): boolean => foldedTitle(one.source ?? '') === wanted;
  const possible = references.filter(
    (one) => wanted === null || one.source === null || isSame(one),
  );
  const best = preferring(possible, isSame);
  return date === null ? best : preferring(best, (one) => one.date?.value === date.value);
}

/**
 * Finds the one briefing among `references` that clues mean, with its copies: by id, by fingerprint,
 * by headline and publication, by path, or by file name. Empty where there is none, or several.
 */
export function matchesOf(
  references: readonly BriefingReference[],
): (clues: Clues) => readonly BriefingReference[] {
  const byId = new Map(references.map((reference) => [reference.id, reference]));
  const byFingerprint = Map.groupBy(references, ({ fingerprint }) => fingerprint);
  const byHeadline = Map.groupBy(references, ({ headline }) => foldedTitle(headline));
  const byFileName = Map.groupBy(references, ({ fileName }) => fileName.normalize('NFC'));
  return (clues) => {
    const { briefingId, fingerprint, headline, fileName } = clues;
    const withId = (id: string | null): readonly BriefingReference[] => {
      const reference = byId.get(id ?? '');
      return reference === undefined ? [] : [reference];
    };
    const addressed = withId(idOfAddress(clues));
    const ways = [
      () => withId(briefingId),
      () =>
        fingerprint === null
          ? []
          : preferring(byFingerprint.get(fingerprint) ?? [], (one) => addressed.includes(one)),
      () =>
        headline === null ? [] : withSameSource(byHeadline.get(foldedTitle(headline)) ?? [], clues),
      () => addressed,
      () => (fileName === null ? [] : (byFileName.get(fileName.normalize('NFC')) ?? [])),
    ];
    for (const way of ways) {
      const matches = ofOneStory(way());
      if (matches.length > 0) return matches;
    }
    return [];
  };
}
