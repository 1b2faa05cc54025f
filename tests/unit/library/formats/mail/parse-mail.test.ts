import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseMail,
  pictureInMail,
} from '../../../../../electron/library/formats/mail/parse-mail.ts';
import { fileOf, parsed, textsOf } from '../../../../support/formats/parsed.ts';
import { goldenFile } from '../../../../support/formats/golden-files.ts';

function mail(...lines: readonly string[]): ReturnType<typeof fileOf> {
  return fileOf(lines.join('\r\n'), 'mail.eml');
}

describe('parseMail', () => {
  test('gives the pictures that are attached', async () => {
    const file = goldenFile('eml', 'page.eml');
    expect((await pictureInMail(file, 0))?.subarray(1, 4)).toEqual(new Uint8Array([80, 78, 71]));
    expect((await pictureInMail(file, 1))?.subarray(0, 3)).toEqual(new Uint8Array([71, 73, 70]));
    expect(await pictureInMail(file, 2)).toBeNull();
  });

  test('pictures in addresses are numbered after those that are attached', async () => {
    const bytes = Buffer.alloc(200, 9);
    const file = mail(
      'Subject: Pictures',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      `<img src="data:image/png;base64,${bytes.toString('base64')}"><img src="CID:One@x">`,
      '--b',
      'Content-Type: image/png',
      'Content-Id: <one@X>',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('attached').toString('base64'),
      '--b--',
    );
    const { figures } = await parsed(parseMail(file));
    expect(figures.map(({ picture }) => picture)).toEqual(['embedded:1', 'embedded:0']);
    expect(await pictureInMail(file, 0)).toEqual(new Uint8Array(Buffer.from('attached')));
    expect(await pictureInMail(file, 1)).toEqual(bytes);
  });

  test('shows a mail inside of a mail', async () => {
    const file = mail(
      'Subject: Fwd',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See below.',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: Inner',
      'From: a@example.org',
      '',
      'Inner words.',
      '--b--',
    );
    const text = textsOf(await parsed(parseMail(file))).join(' ');
    expect(text).toContain('See below.');
    expect(text).toContain('Inner words.');
    expect(text.split('Inner words.')).toHaveLength(2);
  });

  test.each([
    ['koi8-r', 'base64', '8NLJ18XU', 'Привет'],
    ['iso-8859-1', 'quoted-printable', 'caf=E9 na=\r\n=EFf', 'café naïf'],
    ['unknown-8bit', '7bit', 'plain', 'plain'],
  ])('decodes %s in %s', async (charset, encoding, body, text) => {
    const file = mail(
      'Subject: x',
      `Content-Type: text/plain; charset=${charset}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
    );
    expect(textsOf(await parsed(parseMail(file)))).toEqual(['x', text]);
  });

  test('a page in a mail leaves nothing but words', async () => {
    const file = mail(
      'Subject: <img src=x onerror=alert(1)>',
      'Content-Type: text/html',
      '',
      '<style>p{}</style><script>alert(1)</script><p>words<iframe src=x></iframe>',
    );
    expect(textsOf(await parsed(parseMail(file)))).toEqual([
      '<img src=x onerror=alert(1)>',
      'words',
    ]);
  });

  test('without a subject the file’s name stands in for it', async () => {
    const briefing = await parsed(parseMail(mail('From: a@example.org', '', 'words')));
    expect(textsOf(briefing)).toEqual(['mail', 'words']);
    expect(briefing.warnings.map(({ kind }) => kind)).toEqual(['no headline']);
  });

  test.each([['', 'words only'], ['\u0000\u0001']])('%j is no mail', async (...lines) => {
    expect(await parseMail(mail(...lines))).toMatchObject({
      ok: false,
      problem: { kind: 'unreadable', message: expect.stringContaining('mail.eml') as string },
    });
  });

  test('parts that are nested without end are refused', async () => {
    const parts = Array.from({ length: 1000 }, (_, index) => [
      `Content-Type: multipart/mixed; boundary=b${index}`,
      '',
      `--b${index}`,
    ]).flat();
    expect(await parseMail(mail('Subject: x', ...parts))).toMatchObject({ ok: false });
  });

  test('no arrangement of a mail’s pieces throws', async () => {
    const pieces = fc.constantFrom(
      'Subject: x',
      'Content-Type: multipart/alternative; boundary=b',
      'Content-Type: multipart/mixed; boundary=',
      'Content-Type: text/html; charset=utf-16',
      'Content-Type: message/rfc822',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      "Content-Disposition: attachment; filename*=utf-8''%ff",
      'Date: never',
      '--b',
      '--b--',
      '',
      '=?utf-8?B?////?=',
      '=C3=',
      '> > quoted',
      '- bullet',
      '<p>words',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 20 }), async (lines) => {
        const { headline } = await parsed(parseMail(mail('From: a@example.org', ...lines)));
        expect(headline.trim()).not.toBe('');
      }),
    );
  });
});
