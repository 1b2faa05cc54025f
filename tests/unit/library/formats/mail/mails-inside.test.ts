import { describe, expect, test } from 'vitest';
import {
  parseMail,
  pictureInMail,
} from '../../../../../electron/library/formats/mail/parse-mail.ts';
import type { BriefingFile } from '../../../../../electron/library/formats/briefing-file.ts';
import { fileOf, parsed, textsOf } from '../../../../support/formats/parsed.ts';

function mail(...lines: readonly string[]): BriefingFile {
  return fileOf(lines.join('\r\n'), 'mail.eml');
}

const picture = Buffer.from('a picture');

function innerMail(disposition: string): readonly string[] {
  return [
    '--outer',
    'Content-Type: message/rfc822',
    `Content-Disposition: ${disposition}`,
    '',
    'From: Ines Roe <ines@example.org>',
    'Subject: Berth plan',
    'Date: Tue, 18 Nov 2025 22:30:00 -0800',
    'Content-Type: multipart/mixed; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/html',
    '',
    '<h1>Berths</h1><p>Berth 4 is <a href="https://example.org/4">free</a>.',
    '--inner',
    'Content-Type: image/png; name=plan.png',
    'Content-Transfer-Encoding: base64',
    '',
    picture.toString('base64'),
    '--inner',
    'Content-Type: application/pdf; name=plan.pdf',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '--inner--',
  ];
}

const outerStart = ['Subject: Port', 'Content-Type: multipart/mixed; boundary=outer', ''];

describe('a mail inside of a mail', () => {
  test.each(['inline', 'attachment; filename="berths.eml"'])(
    'that is %s is a section with what its headers say',
    async (disposition) => {
      const text = ['--outer', 'Content-Type: text/plain', '', 'See below.'];
      const file = mail(...outerStart, ...text, ...innerMail(disposition), '--outer--');
      const briefing = await parsed(parseMail(file));
      expect(textsOf(briefing)).toEqual([
        'Port',
        'See below.',
        'Berth plan',
        'From: Ines Roe <ines@example.org>',
        'Date: Tue, 18 Nov 2025 22:30:00 -0800',
        'Berths',
        'Berth 4 is free.',
        'Attachments',
        'plan.pdf',
      ]);
      expect(briefing.figures.map(({ picture: reference }) => reference)).toEqual(['embedded:0']);
      expect(await pictureInMail(file, 0)).toEqual(new Uint8Array(picture));
    },
  );

  test('stands after the story that it is attached to', async () => {
    const story = ['Port', '', 'Overview', '', '• Ships are moving.'];
    const text = ['--outer', 'Content-Type: text/plain; charset=utf-8', '', ...story];
    const file = mail(...outerStart, ...text, ...innerMail('inline'), '--outer--');
    const briefing = await parsed(parseMail(file));
    expect(briefing.sections.map(({ heading }) => heading)).toEqual([
      'Overview',
      'Berth plan',
      'Berths',
      'Attachments',
    ]);
    expect(briefing.figures.map(({ picture: reference }) => reference)).toEqual(['embedded:0']);
  });

  test('is named where it stands too deep to be opened', async () => {
    const shells = Array.from({ length: 30 }, () => [
      'Subject: Shell',
      'Content-Type: message/rfc822',
      '',
    ]);
    const briefing = await parsed(parseMail(mail(...shells.flat(), 'Subject: Core', '', 'words')));
    expect(textsOf(briefing).slice(-2)).toEqual(['Attachments', 'message/rfc822']);
  });
});

describe('a mail that does not say how to read it', () => {
  test('is decoded as its bytes suggest, with a warning', async () => {
    const text = 'Subject: x\r\n\r\n';
    const russian = Buffer.from('cff0e8e2e5f22c20ece8f020e820e2f1e5ec20e4eee1f0e0', 'hex');
    const briefing = await parsed(
      parseMail(fileOf(Buffer.concat([Buffer.from(text), russian]), 'mail.eml')),
    );
    expect(textsOf(briefing)).toEqual(['x', 'Привет, мир и всем добра']);
    expect(briefing.warnings.map(({ kind }) => kind)).toEqual(['encoding guessed']);
  });

  test.each([
    ['UTF-8', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('may begin with the mark of %s', async (_, encode) => {
    const bytes = encode('From: Jürgen <j@example.org>\r\nSubject: Häfen\r\n\r\nGrüße');
    const briefing = await parsed(parseMail(fileOf(bytes, 'mail.eml')));
    expect(briefing.source).toBe('Jürgen');
    expect(textsOf(briefing)).toEqual(['Häfen', 'Grüße']);
  });

  test.each([
    ['names no boundary', 'multipart/mixed'],
    ['has another boundary', 'multipart/mixed; boundary=other'],
  ])('and %s is shown as it stands', async (_, type) => {
    const file = mail('Subject: x', `Content-Type: ${type}`, '', '--b', '', 'The words.', '--b--');
    const briefing = await parsed(parseMail(file));
    expect(textsOf(briefing)).toEqual(['x', '--b', 'The words.', '--b--']);
    expect(briefing.warnings.map(({ kind }) => kind)).toEqual(['left out']);
  });

  test('has a day although its year has two digits', async () => {
    const file = mail('Subject: x', 'Date: 19 Nov 25 10:00 +0000', '', 'words');
    expect((await parsed(parseMail(file))).date).toMatchObject({
      value: '2025-11-19',
      provenance: 'front matter',
    });
  });
});
