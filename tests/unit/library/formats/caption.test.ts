import { describe, expect, it } from 'vitest';
import { parseCaption } from '../../../../electron/library/formats/caption.ts';

describe('parseCaption', () => {
  it('takes text, credit and day apart', () => {
    const line =
      'Mayor Ida Brekke (L) and Tomas Ekvall (R) in Valmar, U.S., June 18, 2025. REUTERS/Joren Aske';
    expect(parseCaption(line)).toMatchObject({
      text: 'Mayor Ida Brekke (L) and Tomas Ekvall (R) in Valmar, U.S., June 18, 2025.',
      credit: { agency: 'Reuters', photographer: 'Joren Aske' },
      day: { year: 2025, month: 6, day: 18, evidence: 'June 18, 2025' },
      filePhoto: false,
    });
  });

  it('takes the last day of several', () => {
    const { day } = parseCaption('A stamp of May 1, 1990, shown in Valmar, June 18, 2025.');
    expect(day?.evidence).toBe('June 18, 2025');
  });

  it('takes no day from the credit', () => {
    expect(parseCaption('The old pier. Credit: Archive of May 5, 1990')).toMatchObject({
      text: 'The old pier.',
      day: null,
    });
  });

  it('takes a day without a year', () => {
    expect(parseCaption('Protesters in Karsholm, November 17.').day).toMatchObject({
      year: null,
      month: 11,
      day: 17,
    });
  });

  it.each(['FILE PHOTO: ', 'File Photo: ', 'file photo:'])('drops the prefix "%s"', (prefix) => {
    expect(parseCaption(`${prefix}The old pier.`)).toMatchObject({
      text: 'The old pier.',
      filePhoto: true,
      credit: null,
    });
  });

  it.each(['REUTERS/Joren Aske/File Photo', '(AP Photo/Idris Calloway, File)'])(
    'knows a file photo by its credit %s',
    (credit) => {
      expect(parseCaption(`The old pier. ${credit}`).filePhoto).toBe(true);
    },
  );

  it('knows no file photo by a mere word', () => {
    expect(parseCaption('A file photo: the old pier.').filePhoto).toBe(false);
  });

  it.each(['Image', 'image', 'IMAGE'])('takes "%s" for a bare slot', (line) => {
    expect(parseCaption(line)).toEqual({ text: null, credit: null, day: null, filePhoto: false });
  });

  it('has no text where the line is only a credit', () => {
    expect(parseCaption('FILE PHOTO: REUTERS/Joren Aske')).toMatchObject({
      text: null,
      filePhoto: true,
      credit: { photographer: 'Joren Aske' },
    });
  });

  it('keeps a prefix that nothing follows', () => {
    expect(parseCaption('FILE PHOTO:').text).toBe('FILE PHOTO:');
  });
});
