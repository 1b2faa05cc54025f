/** A segmenter for a text's language (BCP 47), or for none where that is unknown or malformed. */
export function segmenterFor(
  language: string | null,
  granularity: 'grapheme' | 'word' | 'sentence',
): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity });
  } catch {
    return new Intl.Segmenter(undefined, { granularity });
  }
}

/** Where a segment ends, in UTF-16 code units. */
export function endOf({ index, segment }: Intl.SegmentData): number {
  return index + segment.length;
}
