/** Names that Windows keeps for devices, whatever their ending and the spaces before it. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;

/** What one of the three systems refuses, or what changes how a name reads: controls and bidi marks. */
const refused = /[<>:"/\\|?*\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** File systems allow 255 bytes; the rest is room for a number or a temporary ending. */
const longestName = 200;

/** Bytes of a code point in UTF-8. */
function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Cuts at a code point so that the UTF-8 form has at most `length` bytes. */
function cutToBytes(text: string, length: number): string {
  let result = '';
  let used = 0;
  for (const character of text) {
    used += utf8Length(character.codePointAt(0) ?? 0);
    if (used > length) break;
    result += character;
  }
  return result;
}

/**
 * A file name from any text that Windows, macOS and Linux accept: never empty, never a path.
 *
 * @param extension with its dot, such as `.md`.
 */
export function safeFileName(text: string, extension: string): string {
  const clean = text.normalize('NFC').replace(refused, ' ').replace(/\s+/gu, ' ');
  const cut = cutToBytes(clean.trim(), longestName - extension.length).replace(
    /^[. ]+|[. ]+$/g,
    '',
  );
  const name = cut === '' ? 'Notes' : cut;
  return (reserved.test(name) ? `_${name}` : name) + extension;
}
