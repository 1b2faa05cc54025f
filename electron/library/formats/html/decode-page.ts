import { type DecodedText, decodeText } from '../../decode.ts';

/** Where a page has to say its encoding, in bytes; browsers look as far. */
const declarationBytes = 1024;

/** The encoding that a page says it is in; `null` where it says none that is known. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes));
  const label =
    /<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(start)?.[1];
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/**
 * Decodes a page. What it says of its encoding counts where its bytes do not tell: what is valid
 * UTF-8 or has a byte order mark is read as that, whatever it says.
 */
export function decodePage(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  const declared = declaredEncoding(bytes);
  if (declared === null) return decoded;
  // Who could read the declaration as ASCII knows that it is not UTF-16, as the standard has it.
  if (declared.startsWith('utf-')) return decoded;
  const isSevenBit = declared === 'iso-2022-jp';
  if (!decoded.guessed && !isSevenBit) return decoded;
  const text = new TextDecoder(declared).decode(bytes);
  return { ...decoded, text, encoding: declared, guessed: false, binary: false };
}
