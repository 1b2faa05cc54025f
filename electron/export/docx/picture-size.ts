/** A size in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** A picture that Word shows. */
export interface WordPicture extends PixelSize {
  readonly type: 'png' | 'jpg' | 'gif' | 'bmp';
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Markers of JPEG that stand before a frame's size: SOF0 to SOF15 without DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf section B.1 */
function jpegSize(view: DataView): PixelSize | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Fill bytes may stand before a marker, and some markers have no length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function sizeIn(bytes: Uint8Array): WordPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (begins(bytes, [0x47, 0x49, 0x46, 0x38])) {
    return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (begins(bytes, [0x42, 0x4d])) {
    const height = Math.abs(view.getInt32(22, true));
    return { type: 'bmp', width: view.getInt32(18, true), height };
  }
  const size = begins(bytes, [0xff, 0xd8, 0xff]) ? jpegSize(view) : null;
  return size === null ? null : { type: 'jpg', ...size };
}

/**
 * What kind of picture the bytes are, and how large, by their own account; `null` for anything but
 * PNG, JPEG, GIF and BMP, which are the kinds that every Word shows, and for what is damaged.
 */
export function readPictureSize(bytes: Uint8Array): WordPicture | null {
  try {
    const found = sizeIn(bytes);
    return found !== null && found.width > 0 && found.height > 0 ? found : null;
  } catch {
    // It ends before its size.
    return null;
  }
}

/** The size made smaller, if it must be, so that it fits in `room`. Both sides are at least 1. */
export function fitInto({ width, height }: PixelSize, room: PixelSize): PixelSize {
  const scale = Math.min(1, room.width / width, room.height / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
