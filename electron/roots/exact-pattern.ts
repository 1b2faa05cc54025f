/** What globs give a meaning to. A leading number sign or dot means nothing to picomatch. */
const special = /[\\*?[\]{}()!+@|$^"']/g;

/** The longest pattern of a root, in UTF-16 code units; see `rootSchema`. */
const longestPattern = 200;

/** Without a slash, a pattern would fit names at any depth. */
const anchor = './';

function escapeSigns(text: string): string {
  // Picomatch does not always see a backslash of a name as one: any sign will do in its place.
  return text.replace(special, (sign) => (sign === '\\' ? '?' : `\\${sign}`));
}

/**
 * A glob that fits one path below a root, whatever signs its names have. One that would become too
 * long is cut and fits all paths in the same folder that begin alike.
 *
 * @param relativePath with slashes, such as `2026/March [final].txt`.
 */
export function exactPattern(relativePath: string): string {
  const escaped = anchor + escapeSigns(relativePath);
  if (escaped.length <= longestPattern) return escaped;
  let beginning = anchor;
  for (const character of relativePath) {
    const next = beginning + escapeSigns(character);
    if (next.length >= longestPattern) break;
    beginning = next;
  }
  return `${beginning}*`;
}
