import { describe, expect, test } from 'vitest';
import { parseWord } from '../../../../../electron/library/formats/word/parse-word.ts';
import { fileOf, parsed, textsOf } from '../../../../support/formats/parsed.ts';
import { paragraph, picture, run, wordFile } from '../../../../support/formats/word-file.ts';

const mathNamespace = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

async function textsIn(body: string): Promise<readonly string[]> {
  const briefing = await parsed(parseWord(fileOf(wordFile({ body }), 'a.docx')));
  return textsOf(briefing).slice(1);
}

describe('text that the library for Word does not read', () => {
  test.each([
    ['a field', `<w:fldSimple w:instr="SEQ Figure">${run('7')}</w:fldSimple>`, '7'],
    ['a writing direction', `<w:dir w:val="rtl">${run('שלום')}</w:dir>`, 'שלום'],
    ['a forced direction', `<w:bdo w:val="ltr">${run('abc')}</w:bdo>`, 'abc'],
    [
      'ruby',
      `<w:r><w:ruby><w:rubyPr/><w:rt>${run('みなと')}</w:rt><w:rubyBase>${run('港')}</w:rubyBase></w:ruby></w:r>`,
      '港',
    ],
    [
      'a formula',
      `<m:oMath ${mathNamespace}><m:f><m:fPr><m:ctrlPr/></m:fPr><m:num><m:r><m:t>a+1</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>`,
      'a+1b',
    ],
    [
      'a formula of its own',
      `<m:oMathPara ${mathNamespace}><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>`,
      'x=1',
    ],
  ])('is shown: %s', async (_, element, text) => {
    expect(await textsIn(paragraph(run('From ') + element + run(' to')))).toEqual([
      `From ${text} to`,
    ]);
  });

  test('a carriage return is the end of a line', async () => {
    const body = paragraph('<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r>');
    expect(await textsIn(body)).toEqual(['one', 'two']);
  });

  test('words that look like such elements stay', async () => {
    expect(await textsIn(paragraph(run('<w:cr/> and <m:r>')))).toEqual(['<w:cr/> and <m:r>']);
  });
});

describe('the comments of a document', () => {
  test('stand in a section of their own, and their marks not in the text', async () => {
    const mark = '<w:r><w:commentReference w:id="4"/></w:r>';
    const comment = `<w:comments ${namespace}><w:comment w:id="4" w:author="Bo Roe" w:initials="BR">${paragraph(run('Is this so?'))}</w:comment></w:comments>`;
    const bytes = wordFile({
      body: paragraph(`${run('Ships are ')}${mark}${run('moving.')}`),
      parts: { 'word/comments.xml': comment },
    });
    const briefing = await parsed(parseWord(fileOf(bytes, 'a.docx')));
    expect(textsOf(briefing)).toEqual([
      'a',
      'Ships are moving.',
      'Comments',
      'Comment [BR1]',
      'Is this so?',
    ]);
    expect(briefing.sections.flatMap(({ items }) => items.map(({ links }) => links))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test('pictures that are left out are counted', async () => {
  const bytes = wordFile({
    body: paragraph(picture('rId1', 'Chart') + picture('rId2', 'Far away', 'link')),
    relationships: [
      { type: 'image', target: 'media/image1.emf' },
      { type: 'image', target: 'https://example.org/a.png', isExternal: true },
    ],
    parts: { 'word/media/image1.emf': 'emf' },
  });
  const { figures, warnings } = await parsed(parseWord(fileOf(bytes, 'a.docx')));
  expect(figures).toMatchObject([
    { caption: 'Chart', picture: null },
    { caption: 'Far away', picture: null },
  ]);
  expect(warnings.map(({ message }) => message)).toContain(
    'Pictures that are no JPEG, PNG, WebP or GIF, or lie outside of the file, are left out: 2.',
  );
});

test('a paragraph under a picture that is its caption is read as one', async () => {
  const styles = `<w:styles ${namespace}><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style></w:styles>`;
  const bytes = wordFile({
    body: [
      paragraph(picture('rId1', '')),
      paragraph(run('A pier, November 18, 2025. REUTERS/Ada Lorne'), 'Caption'),
      paragraph(run('words')),
      paragraph(run('A caption of no picture'), 'Caption'),
    ].join(''),
    relationships: [{ type: 'image', target: 'media/image1.png' }],
    parts: { 'word/styles.xml': styles, 'word/media/image1.png': 'png' },
  });
  const briefing = await parsed(parseWord(fileOf(bytes, 'a.docx')));
  expect(briefing.figures).toMatchObject([
    {
      caption: 'A pier, November 18, 2025.',
      credit: { photographer: 'Ada Lorne' },
      picture: 'embedded:0',
    },
  ]);
  expect(textsOf(briefing)).toEqual(['a', 'words', 'A caption of no picture']);
});
