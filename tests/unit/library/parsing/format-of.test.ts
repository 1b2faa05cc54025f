import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../../electron/library/parsing/format-of.ts';
import { otherFormat } from '../../../../electron/library/parsing/other-format.ts';

describe('formatOf', () => {
  it.each([
    ['a.txt', 'txt'],
    ['a.TEXT', 'txt'],
    ['a.md', 'md'],
    ['a.markdown', 'md'],
    ['a.html', 'html'],
    ['a.htm', 'html'],
    ['a.xhtml', 'html'],
    ['a.json', 'json'],
    ['a.briefing.json', 'json'],
    ['a.eml', 'eml'],
    ['a.docx', 'docx'],
    ['a.pdf', 'pdf'],
    ['a.Zip', 'zip'],
    ['a.doc', null],
    ['txt', null],
    ['.txt', null],
    ['', null],
  ])('%j is %s', (name, format) => {
    expect(formatOf(name)).toBe(format);
  });
});

describe('otherFormat', () => {
  it.each([
    ['txt', '%PDF-1.7', 'It is a PDF, not a text. Rename it to end in .pdf.'],
    [
      'md',
      'PK\u0003\u0004',
      'It is a zip archive or a Word document, not Markdown. Rename it to end in .zip or .docx.',
    ],
    ['html', '{\\rtf1', 'It is rich text, not a page. Save it as .docx or .txt.'],
    [
      'pdf',
      'PK\u0003\u0004',
      'It is a zip archive or a Word document, not a PDF. Rename it to end in .zip or .docx.',
    ],
    [
      'docx',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      'It is a document of an old Office, or an encrypted one, not a Word document. Save it as .docx without a password.',
    ],
    ['docx', 'Dear Ida', 'It is not a Word document, whatever its name says.'],
    ['pdf', 'Dear Ida', 'It is not a PDF, whatever its name says.'],
    ['txt', 'About %PDF-1.7', null],
    ['txt', '', null],
    ['pdf', '%PDF-1.7', null],
    ['pdf', '\n\n%PDF-1.7', null],
    ['docx', 'PK\u0003\u0004', null],
    ['zip', 'PK\u0003\u0004', null],
    ['zip', '#!/bin/sh', null],
  ] as const)('of a %s that begins with %j is %j', (kind, start, expected) => {
    expect(otherFormat(Buffer.from(start, 'latin1'), kind)).toBe(expected);
  });
});
