import { describe, expect, it } from 'vitest';
import { readRegularFile } from '../../../../electron/library/parsing/read-regular-file.ts';
import { briefingFolder } from '../../../support/library/folder.ts';

describe('readRegularFile', () => {
  it('gives bytes, size and time', () => {
    const file = briefingFolder().write('a.txt', 'One', 1_700_000_000_000);
    expect(readRegularFile(file, { whole: 3, start: null })).toEqual({
      ok: true,
      value: {
        bytes: new TextEncoder().encode('One'),
        byteLength: 3,
        modifiedAt: 1_700_000_000_000,
      },
    });
  });

  it('gives the start of a larger file with the size of all of it', () => {
    const file = briefingFolder().write('a.txt', 'One two');
    expect(readRegularFile(file, { whole: 6, start: 3 })).toMatchObject({
      ok: true,
      value: { bytes: new TextEncoder().encode('One'), byteLength: 7 },
    });
  });

  it.skipIf(process.platform !== 'linux')('refuses a device', () => {
    expect(readRegularFile('/dev/zero', { whole: 10, start: null })).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('no regular file') as string },
    });
  });
});
