import { Buffer, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { chardet } from 'jschardet';

/** The text of a file and how it was found. */
export interface DecodedText {
  /**
   * The text without its byte order mark. Bytes that the encoding cannot hold are U+FFFD; lone
   * surrogates of UTF-16 are kept. Empty for binary data.
   */
  readonly text: string;
  /** The encoding in lower case, by its WHATWG or IANA name: `utf-8`, `windows-1251`. */
  readonly encoding: string;
  /** The encoding was found by statistics or is damaged: the text may be wrong in places. */
  readonly guessed: boolean;
  /** The bytes are no text in any encoding: a picture, an archive, a run of NULs. */
  readonly binary: boolean;
  /** Only the first {@link decodedBytesLimit} bytes were read. */
  readonly truncated: boolean;
}

/** How many bytes of a file are read as text: more would not fit a window, nor V8's longest string. */
export const decodedBytesLimit = 128 * 1024 * 1024;

/** How many bytes decide what an encoding is. */
const sampleBytes = 64 * 1024;

/** How much of a sample may be control characters before it is called binary: one in ten. */
const controlShare = 0.1;

type Attempt = Omit<DecodedText, 'truncated'>;

/**
 * Decodes the bytes of a text file: a byte order mark, then UTF-16 without one (which betrays itself
 * by NULs), then strict UTF-8, then UTF-8 with a few faults, then detection by statistics. Never
 * throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const truncated = bytes.length > decodedBytesLimit;
  const head = truncated ? bytes.subarray(0, decodedBytesLimit) : bytes;
  const attempt =
    decodeMarked(head) ?? decodeUtf16(head) ?? decodeUtf8(head, truncated) ?? decodeDetected(head);
  return { ...attempt, truncated };
}

/** Byte order marks, the longer first: UTF-32 LE begins like UTF-16 LE. */
const marks = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-32le', mark: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', mark: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

function decodeMarked(bytes: Uint8Array): Attempt | null {
  const found = marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (found === undefined) return null;
  const body = bytes.subarray(found.mark.length);
  switch (found.encoding) {
    case 'utf-8': {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
      return textOrBinary(text, 'utf-8', false);
    }
    case 'utf-16le':
    case 'utf-16be':
      return textOrBinary(utf16Text(body, found.encoding), found.encoding, false);
    default:
      return textOrBinary(iconv.decode(body, found.encoding), found.encoding, false);
  }
}

/** Unlike TextDecoder, keeps lone surrogates. A last odd byte is U+FFFD. */
function utf16Text(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const whole = bytes.length - (bytes.length % 2);
  const units = bytes.subarray(0, whole);
  const buffer =
    encoding === 'utf-16le'
      ? Buffer.from(units.buffer, units.byteOffset, units.byteLength)
      : Buffer.from(units).swap16();
  return buffer.toString('utf16le') + (whole < bytes.length ? '\ufffd' : '');
}

/**
 * UTF-16 without a byte order mark. Its line ends and spaces hold NULs, which no other encoding of
 * text has; of the two byte orders the one counts that has more of them.
 */
function decodeUtf16(bytes: Uint8Array): Attempt | null {
  const sample = bytes.subarray(0, sampleBytes);
  if (bytes.length < 2 || !sample.includes(0)) return null;
  const little = spacesOfUtf16(utf16Text(sample.subarray(0, sample.length & ~1), 'utf-16le'));
  const big = spacesOfUtf16(utf16Text(sample.subarray(0, sample.length & ~1), 'utf-16be'));
  if (little === big) return null;
  const encoding = little > big ? 'utf-16le' : 'utf-16be';
  return { text: utf16Text(bytes, encoding), encoding, guessed: true, binary: false };
}

/** Counts spaces, line ends and ASCII letters; -1 where one unit in fifty is not of any text. */
function spacesOfUtf16(text: string): number {
  let common = 0;
  let strange = 0;
  for (const character of text) {
    if (/^[\n\r A-Za-z\u3000-\u3002]/.test(character)) common += 1;
    else if (/^(?:[\p{Cn}\p{Co}\p{Cs}]|(?!\s)\p{Cc})/u.test(character)) strange += 1;
  }
  return strange * 50 > text.length ? -1 : common;
}

function decodeUtf8(bytes: Uint8Array, truncated: boolean): Attempt | null {
  if (isUtf8(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    return textOrBinary(text, 'utf-8', false);
  }
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    const text = strict.decode(bytes, { stream: true });
    return textOrBinary(text + rest(strict, truncated), 'utf-8', !truncated && !endsWhole(bytes));
  } catch {
    return decodeDamagedUtf8(bytes);
  }
}

/** What a decoder still holds at the end: U+FFFD for the first bytes of a character cut in two. */
function rest(decoder: InstanceType<typeof TextDecoder>, truncated: boolean): string {
  try {
    return decoder.decode();
  } catch {
    return truncated ? '' : '\ufffd';
  }
}

/** Whether the last character of otherwise valid UTF-8 is complete. */
function endsWhole(bytes: Uint8Array): boolean {
  try {
    let start = bytes.length - 1;
    while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(Math.max(start, 0)));
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 with at most one faulty character for four right ones beyond ASCII, else `null`. */
function decodeDamagedUtf8(bytes: Uint8Array): Attempt | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let faults = 0;
  let beyondAscii = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) faults += 1;
    else if (unit > 0x7f) beyondAscii += 1;
  }
  return faults * 4 <= beyondAscii ? textOrBinary(text, 'utf-8', true) : null;
}

function decodeDetected(bytes: Uint8Array): Attempt {
  const detected = detectEncoding(bytes);
  if (detected === null) return { text: '', encoding: 'binary', guessed: true, binary: true };
  return textOrBinary(iconv.decode(bytes, detected), detected.toLowerCase(), true);
}

/**
 * Detects by a sample that begins shortly before the first byte beyond ASCII, where no character of
 * several bytes can be cut in two. `null` for what is no text.
 */
function detectEncoding(bytes: Uint8Array): string | null {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 256);
  try {
    const sample = bytes.subarray(start, start + sampleBytes);
    const { encoding } = chardet.detect(sample, { preferSuperset: true, encodingEra: 1 });
    if (encoding === null) return null;
    return iconv.encodingExists(encoding) ? encoding : 'windows-1252';
  } catch {
    return 'windows-1252';
  }
}

function textOrBinary(text: string, encoding: string, guessed: boolean): Attempt {
  const binary = isBinary(text);
  return { text: binary ? '' : text, encoding: binary ? 'binary' : encoding, guessed, binary };
}

/** Whether more than a tenth of the beginning is control characters other than white space. */
function isBinary(text: string): boolean {
  const length = Math.min(text.length, sampleBytes);
  let controls = 0;
  for (let index = 0; index < length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 9 || (unit > 13 && unit < 32 && unit !== 27)) controls += 1;
  }
  return controls > length * controlShare;
}
