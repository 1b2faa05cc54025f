import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  parseWord,
  pictureInWord,
} from '../../../../../electron/library/formats/word/parse-word.ts';
import { expectGolden } from '../../../../support/formats/golden-files.ts';
import { fileOf, parsed, textsOf } from '../../../../support/formats/parsed.ts';
import {
  footnote,
  footnoteMark,
  hyperlink,
  listItem,
  paragraph,
  picture,
  run,
  table,
  wordFile,
} from '../../../../support/formats/word-file.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const report = wordFile({
  body: [
    paragraph(run('Grain deal talks resume'), 'Title'),
    paragraph(
      run('Delegations met in ') + hyperlink('rId1', 'Istanbul') + run('.') + footnoteMark(1),
    ),
    paragraph(run('Background'), 'Heading1'),
    listItem(run('Exports fell'), 1),
    listItem(run('by a third'), 1, 1),
    listItem(run('First'), 2),
    listItem(run('Second'), 2),
    paragraph(run('We will see.'), 'Quote'),
    paragraph(run('Numbers'), 'Heading2'),
    table([
      [paragraph(run('Year')), paragraph(run('Tonnes'))],
      [paragraph(run('2024')), paragraph(run('3')) + paragraph(run('million'))],
    ]),
    paragraph(
      picture('rId2', 'A ship') + picture('rId3', 'A chart') + picture('rId4', 'Far away', 'link'),
    ),
  ].join(''),
  relationships: [
    { type: 'hyperlink', target: 'https://example.org/istanbul', isExternal: true },
    { type: 'image', target: 'media/image1.png' },
    { type: 'image', target: 'media/image2.emf' },
    { type: 'image', target: 'http://example.org/track.png', isExternal: true },
    { type: 'footnotes', target: 'footnotes.xml' },
  ],
  footnotes: footnote(1, 'At the palace.'),
  properties:
    '<dc:title>Template &amp; more</dc:title><dc:creator>Jane Roe</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2025-11-19T10:00:00Z</dcterms:created>',
  parts: {
    'word/media/image1.png': png,
    'word/media/image2.emf': 'emf',
    'word/header1.xml':
      '<w:hdr xmlns:w="x"><w:p><w:r><w:t>Daily</w:t><w:tab/><w:t>report</w:t></w:r></w:p></w:hdr>',
    'word/comments.xml': '<w:comments xmlns:w="x"/>',
  },
});

/** The archive with that size stated for the third of its files, the text. */
function statingSize(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = Array.from(bytes.keys()).filter(
    (at) => at + 46 < bytes.length && view.getUint32(at, true) === 0x02014b50,
  );
  view.setUint32((entries[2] ?? 0) + 24, size, true);
  return bytes;
}

describe('parseWord', () => {
  test('reads headings, lists, quotations, tables, links, pictures and footnotes', async () => {
    const file = fileOf(report, 'report.docx');
    await expectGolden('docx', 'report.docx', parseWord(file));
    expect(await pictureInWord(file, 0)).toEqual(png);
    expect(await pictureInWord(file, 1)).toBeNull();
  });

  test.each([
    [
      'the title style',
      [paragraph(run('Styled'), 'Title'), paragraph(run('A'), 'Heading1')],
      'Styled',
    ],
    [
      'its only main heading',
      [paragraph(run('Main'), 'Heading1'), paragraph(run('words'))],
      'Main',
    ],
    [
      'its properties',
      [paragraph(run('A'), 'Heading1'), paragraph(run('B'), 'Heading1')],
      'Stated',
    ],
  ])('the headline is by %s', async (_, body, headline) => {
    const bytes = wordFile({ body: body.join(''), properties: '<dc:title>Stated</dc:title>' });
    const briefing = await parsed(parseWord(fileOf(bytes, 'a.docx')));
    expect(briefing.headline).toBe(headline);
  });

  test('a day in the file’s name comes before that on which it was made', async () => {
    const created = '<dcterms:created>2019-01-01T00:00:00Z</dcterms:created>';
    const bytes = wordFile({ body: paragraph(run('words')), properties: created });
    const named = await parsed(parseWord(fileOf(bytes, '2025-11-19 talks.docx')));
    expect(named.date).toMatchObject({ value: '2025-11-19', provenance: 'file name' });
    const unnamed = await parsed(parseWord(fileOf(bytes, 'talks.docx')));
    expect(unnamed.date).toMatchObject({ value: '2019-01-01', provenance: 'front matter' });
  });

  test('words that look like tags are words', async () => {
    const words = '<img src=x onerror=alert(1)> & <script>alert(1)</script>';
    const bytes = wordFile({ body: paragraph(run(words)) });
    expect(textsOf(await parsed(parseWord(fileOf(bytes, 'a.docx'))))).toEqual(['a', words]);
  });

  test('an entity is not read from elsewhere, nor does one grow', async () => {
    const entities =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>';
    const body = `${entities}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('<w:r><w:t>words &b; &file;</w:t></w:r>')}</w:body></w:document>`;
    const bytes = wordFile({ body: '', parts: { 'word/document.xml': body } });
    const result = await parseWord(fileOf(bytes, 'a.docx'));
    expect(JSON.stringify(result)).not.toMatch(/aaaaaaaaaa|root:/);
  });

  test.each([
    ['more than is unpacked', 201 * 1024 * 1024, 'larger than 200 MB'],
    ['less than it has', 100, 'damaged'],
  ])('what says that its parts have %s is refused', async (_, size, reason) => {
    const bytes = wordFile({ body: paragraph(run('words '.repeat(10_000))) });
    const result = await parseWord(fileOf(statingSize(bytes, size), 'bomb.docx'));
    expect(result).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
    expect(JSON.stringify(result)).toContain(reason);
  });

  test.each([
    ['an empty zip', zipSync({})],
    ['another zip', zipSync({ 'a.txt': new Uint8Array(3) })],
    ['half a document', report.subarray(0, report.length >> 1)],
    ['no zip', new Uint8Array(1000)],
    ['broken XML', wordFile({ body: '', parts: { 'word/document.xml': '<w:document><w:body' } })],
    ['XML of something else', wordFile({ body: '', parts: { 'word/document.xml': '<x/>' } })],
  ])('%s is refused', async (_, bytes) => {
    const result = await parseWord(fileOf(bytes, 'a.docx'));
    expect(result).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
    expect(await pictureInWord(fileOf(bytes, 'a.docx'), 0).catch(() => null)).toBeNull();
  });

  test('tables inside of each other do not overflow the stack', async () => {
    const deep = Array.from({ length: 3000 }).reduce<string>(
      (inner) => table([[inner]]),
      paragraph(run('deep')),
    );
    const result = await parseWord(fileOf(wordFile({ body: deep }), 'a.docx'));
    expect(result.ok ? textsOf(result.value) : result.problem.kind).toBeOneOf([
      'unreadable',
      ['a', 'deep'],
    ]);
  });
});
