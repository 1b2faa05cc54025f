/** Big-endian bytes of a number. */
function bigEndian(number: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => (number >>> (8 * (length - 1 - index))) & 0xff);
}

/** The beginning of a PNG with that size. */
export function pngOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const chunk = [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
  return Uint8Array.from([...signature, ...chunk, ...bigEndian(width, 4), ...bigEndian(height, 4)]);
}

/** The beginning of a GIF with that size, both below 256. */
export function gifOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...Buffer.from('GIF89a'), width, 0, height, 0]);
}

/** The beginning of a JPEG with that size and a segment before it. */
export function jpegOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const segment = [0xff, 0xe0, 0, 4, 1, 2];
  const frame = [0xff, 0xff, 0xc2, 0, 17, 8, ...bigEndian(height, 2), ...bigEndian(width, 2), 3];
  return Uint8Array.from([0xff, 0xd8, ...segment, ...frame, 0, 0]);
}

/** The beginning of a BMP with that size, both below 256, whose rows go from top to bottom. */
export function bmpOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(54));
  bytes.setUint16(0, 0x424d);
  bytes.setInt32(18, width, true);
  bytes.setInt32(22, -height, true);
  return new Uint8Array(bytes.buffer);
}
