import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodedBytesLimit, decodeText } from '../../../electron/library/decode.ts';

const english = 'Sixty Ships Wait Off Valmar\n\nInsurers want the dredger raised whole – “soon”.\n';
const ukrainian = 'Бібліотека Озерії відкрила архів листів\n\nЛистоноша сховав їх у скрині.\n';
const russian =
  'Библиотека Озерии открыла архив писем\n\nПочтальон спрятал их в свинцовом сундуке перед ' +
  'наводнением, и они сто лет лежали на дне озера. Читатели смогут увидеть их уже в субботу.\n';
const french =
  'À Bellerive, le Sénat sauve les vignes\n\nAprès deux nuits de débats, les élus créent un fonds ' +
  'de secours pour les terrasses du lac, où la récolte a été perdue.\n';
const japanese =
  '古い電話局に小さな音の博物館が開館\n\n来館者は雪の音や消えた職業の音を聞くことができる。展示は来年の春まで続く。\n';
const chinese =
  '港口在疏浚船沉没后关闭\n\n保险公司希望整体打捞这艘船，港务局则表示航道必须在月底之前重新开放。\n';

/** Big-endian UTF-16, lone surrogates included. */
function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('decodeText', () => {
  it('reads UTF-8 without a guess', () => {
    const decoded = decodeText(Buffer.from(english));
    expect(decoded).toEqual({
      text: english,
      encoding: 'utf-8',
      guessed: false,
      binary: false,
      truncated: false,
    });
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf], Buffer.from(ukrainian)],
    ['utf-16le', [0xff, 0xfe], Buffer.from(ukrainian, 'utf16le')],
    ['utf-16be', [0xfe, 0xff], bigEndian(ukrainian)],
    ['utf-32le', [0xff, 0xfe, 0, 0], iconv.encode(ukrainian, 'utf-32le')],
    ['utf-32be', [0, 0, 0xfe, 0xff], iconv.encode(ukrainian, 'utf-32be')],
  ])('follows the byte order mark of %s and drops it', (encoding, mark, body) => {
    const decoded = decodeText(Buffer.concat([Buffer.from(mark), body]));
    expect(decoded).toMatchObject({ text: ukrainian, encoding, guessed: false, binary: false });
  });

  it.each([
    ['utf-16le', english, Buffer.from(english, 'utf16le')],
    ['utf-16be', english, bigEndian(english)],
    ['utf-16le', ukrainian, Buffer.from(ukrainian, 'utf16le')],
    ['utf-16be', ukrainian, bigEndian(ukrainian)],
  ])('recognises %s without a mark', (encoding, text, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ text, encoding, guessed: true, binary: false });
  });

  it.each([
    ['windows-1251', russian],
    ['windows-1252', french],
    ['shift_jis', japanese],
    ['gb18030', chinese],
  ])('detects %s and says that it guessed', (encoding, text) => {
    const decoded = decodeText(iconv.encode(text, encoding));
    expect(decoded.text).toBe(text);
    expect(decoded).toMatchObject({ guessed: true, binary: false });
  });

  it('detects an encoding by letters that come late in the file', () => {
    const text = `${'The harbour was closed.\n'.repeat(10_000)}${russian}`;
    expect(decodeText(iconv.encode(text, 'windows-1251')).text.endsWith(russian)).toBe(true);
  });

  it('keeps UTF-8 with a damaged byte as UTF-8', () => {
    const bytes = Buffer.from(ukrainian);
    bytes[20] = 0xff;
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ encoding: 'utf-8', guessed: true, binary: false });
    expect(decoded.text).toContain('Листоноша сховав їх');
  });

  it('marks a character that the end of the file cuts in two', () => {
    const decoded = decodeText(Buffer.from('Valmar – Ende é').subarray(0, -1));
    expect(decoded).toMatchObject({
      text: 'Valmar – Ende \ufffd',
      encoding: 'utf-8',
      guessed: true,
    });
  });

  it('keeps lone surrogates and bidi controls', () => {
    const text = 'A \ud800 lone one\n\u202eturned\u202c \u2066and\u2069\n';
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(decodeText(marked).text).toBe(text);
  });

  it('keeps a NUL in a text', () => {
    const text = `Port of Valmar\0 Closes\n${'The dredger lies across the channel.\n'.repeat(20)}`;
    expect(decodeText(Buffer.from(text))).toMatchObject({ text, binary: false });
  });

  it.each([
    ['NULs', new Uint8Array(4096)],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080200000090', 'hex'),
    ],
    ['control characters', new Uint8Array(500).fill(3)],
    ['UTF-16 NULs with a mark', Buffer.from([0xff, 0xfe, ...new Array<number>(64).fill(0)])],
  ])('recognises %s as no text', (_name, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ text: '', binary: true });
  });

  it('reads an empty file as an empty text', () => {
    expect(decodeText(new Uint8Array())).toMatchObject({ text: '', binary: false, guessed: false });
  });

  it('reads only the beginning of a file beyond the limit', () => {
    const decoded = decodeText(new Uint8Array(decodedBytesLimit + 2).fill(0x61));
    expect(decoded.truncated).toBe(true);
    expect(decoded.guessed).toBe(false);
    expect(decoded.text.length).toBe(decodedBytesLimit);
  });

  it('never throws and always gives the same text for the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(decodeText(bytes)).toEqual(decodeText(Uint8Array.from(bytes)));
      }),
    );
  });

  it('gives back every text that UTF-8 can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeText(Buffer.from(`Valmar ${text}`)).text).toBe(`Valmar ${text}`);
      }),
    );
  });
});
