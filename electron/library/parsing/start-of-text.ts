/** Line feeds and carriage returns, as bytes of any encoding that is read. */
const lineEnds = [0x0a, 0x0d] as const;

/** Where UTF-16 is looked for. */
const sampleBytes = 4096;

/** Whether the units of the text have two bytes: it has a mark of that, or NULs. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || bytes.subarray(0, sampleBytes).includes(0);
}

/** The end of the last whole character of UTF-8; other encodings may lose up to three bytes. */
function characterEnd(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end > 0 && (bytes[end - 1] ?? 0) >= 0xc0 ? end - 1 : bytes.length;
}

/**
 * Cuts the first bytes of a long text at the end of their last line, or where they have but one at
 * the end of a character.
 */
export function cutAtLineEnd(bytes: Uint8Array): Uint8Array {
  const last = Math.max(...lineEnds.map((end) => bytes.lastIndexOf(end)));
  const end = last === -1 ? characterEnd(bytes) : last + 1;
  return bytes.subarray(0, isWide(bytes) ? end + (end % 2) : end);
}
