const longestExcerpt = 120;

/** The beginning of a text as one line, for the report of an import. */
export function excerptOf(text: string): string {
  const line = text
    .slice(0, longestExcerpt * 4)
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line.length <= longestExcerpt) return line;
  return `${line.slice(0, longestExcerpt).replace(/[\ud800-\udbff]$/, '')}…`;
}
