import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitInto, readPictureSize } from '../../../../electron/export/docx/picture-size.ts';
import { bmpOf, gifOf, jpegOf, pngOf } from './pictures.ts';

const kinds = { png: pngOf, jpg: jpegOf, gif: gifOf, bmp: bmpOf } as const;

describe('readPictureSize', () => {
  it.each(Object.entries(kinds))('reads the size of a %s', (type, make) => {
    expect(readPictureSize(make(200, 90))).toEqual({ type, width: 200, height: 90 });
  });

  it('reads it from the middle of other bytes', () => {
    const bytes = Uint8Array.from([1, 2, 3, ...pngOf(70_000, 2), 9]);
    expect(readPictureSize(bytes.subarray(3))).toMatchObject({ width: 70_000, height: 2 });
  });

  it.each(Object.entries(kinds))('takes no %s that is damaged or has no extent', (_, make) => {
    expect(readPictureSize(make(0, 5))).toBeNull();
    expect(readPictureSize(make(5, 5).subarray(0, 8))).toBeNull();
  });

  it('takes nothing else, whatever it is', () => {
    expect(readPictureSize(new TextEncoder().encode('RIFF....WEBPVP8 '))).toBeNull();
    expect(readPictureSize(new TextEncoder().encode('<svg width="9" height="9"/>'))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(0, 3), (bytes, length) => {
        const start = jpegOf(1, 1).subarray(0, length);
        const size = readPictureSize(Uint8Array.from([...start, ...bytes]));
        expect(size === null || size.width * size.height > 0).toBe(true);
      }),
    );
  });
});

describe('fitInto', () => {
  const room = { width: 600, height: 700 };

  it('leaves what fits as it is', () => {
    expect(fitInto({ width: 600, height: 2 }, room)).toEqual({ width: 600, height: 2 });
  });

  it('makes what does not fit smaller, in its own proportion', () => {
    expect(fitInto({ width: 1200, height: 500 }, room)).toEqual({ width: 600, height: 250 });
    expect(fitInto({ width: 100, height: 1400 }, room)).toEqual({ width: 50, height: 700 });
    expect(fitInto({ width: 100_000, height: 1 }, room)).toEqual({ width: 600, height: 1 });
  });
});
