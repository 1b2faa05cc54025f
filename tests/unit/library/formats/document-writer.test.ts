import { describe, expect, test } from 'vitest';
import { DocumentWriter } from '../../../../electron/library/formats/document-writer.ts';

function written(write: (writer: DocumentWriter) => void): readonly unknown[] {
  const writer = new DocumentWriter();
  write(writer);
  return writer.finish();
}

describe('DocumentWriter', () => {
  test('puts pieces together as a browser does', () => {
    const blocks = written((writer) => {
      for (const piece of ['\n  One', ' ', '\t two', 'three\u00a0', ' four \u2028'])
        writer.text(piece);
    });
    expect(blocks).toEqual([
      { kind: 'paragraph', words: { text: 'One twothree\u00a0 four', links: [] } },
    ]);
  });

  test('links lead from words without the white space around them', () => {
    const [block] = written((writer) => {
      writer.text(' before');
      writer.openLink('a');
      writer.text(' words ');
      writer.text('more ');
      writer.closeLink();
      writer.text('after');
    });
    const links = [{ start: 7, end: 17, target: 'a' }];
    expect(block).toEqual({ kind: 'paragraph', words: { text: 'before words more after', links } });
  });

  test('a link goes on in every block that is inside of it, and an inner link comes first', () => {
    const blocks = written((writer) => {
      writer.openLink('outer');
      writer.text('one');
      writer.boundary();
      writer.openLink('inner');
      writer.text('two');
      writer.closeLink();
      writer.text('three');
      writer.closeLink();
    });
    expect(blocks).toMatchObject([
      { words: { text: 'one', links: [{ start: 0, end: 3, target: 'outer' }] } },
      {
        words: {
          text: 'twothree',
          links: [
            { start: 0, end: 3, target: 'inner' },
            { start: 3, end: 8, target: 'outer' },
          ],
        },
      },
    ]);
  });

  test('only the first block of a list’s item has its marker', () => {
    const blocks = written((writer) => {
      writer.openList();
      writer.openItem('1.');
      writer.text('one');
      writer.boundary();
      writer.text('more');
      writer.openList();
      writer.openItem('•');
      writer.text('inner');
      writer.closeItem();
      writer.closeList();
      writer.closeItem();
      writer.closeList();
      writer.text('after');
    });
    expect(blocks).toMatchObject([
      { kind: 'bullet', level: 1, marker: '1.', words: { text: 'one' } },
      { kind: 'paragraph', words: { text: 'more' } },
      { kind: 'bullet', level: 2, marker: '•', words: { text: 'inner' } },
      { kind: 'paragraph', words: { text: 'after' } },
    ]);
  });

  test('a heading in a quotation is a part of it', () => {
    const blocks = written((writer) => {
      writer.openQuote();
      writer.openHeading();
      writer.text('title');
      writer.closeHeading(2);
      writer.text('words');
      writer.closeQuote();
    });
    expect(blocks).toMatchObject([
      { kind: 'quote', level: 1, words: { text: 'title' } },
      { kind: 'quote', level: 1, words: { text: 'words' } },
    ]);
  });

  test('the cells of a row stand in its text, empty ones too', () => {
    const [row] = written((writer) => {
      writer.openRow();
      for (const text of ['a  b', '', 'c']) {
        writer.openCell();
        writer.openLink('x');
        writer.text(text);
        writer.closeLink();
        writer.closeCell(text === 'c');
      }
      writer.closeRow();
    });
    expect(row).toEqual({
      kind: 'row',
      words: {
        text: 'a b\t\tc',
        links: [
          { start: 0, end: 3, target: 'x' },
          { start: 5, end: 6, target: 'x' },
        ],
        cells: [
          { start: 0, end: 3, isHeading: false },
          { start: 4, end: 4, isHeading: false },
          { start: 5, end: 6, isHeading: true },
        ],
      },
    });
  });

  test('code keeps its white space, without blank lines around it', () => {
    const [code] = written((writer) => {
      writer.openCode();
      writer.text('\r\n\n  a\r\n\tb  c');
      writer.lineBreak();
      writer.text('d\n\n');
      writer.closeCode();
    });
    expect(code).toMatchObject({ kind: 'code', words: { text: '  a\n\tb  c\nd' } });
  });

  test('of several pictures the first has the caption; without a picture it is a paragraph', () => {
    const blocks = written((writer) => {
      writer.openFigure();
      writer.openCaption();
      writer.text('caption');
      writer.closeCaption();
      writer.picture('./a.png', 'first');
      writer.picture('./b.png', ' second\nline ');
      writer.closeFigure();
      writer.openFigure();
      writer.openCaption();
      writer.text('of nothing');
      writer.closeCaption();
      writer.closeFigure();
      writer.picture(null, '');
    });
    expect(blocks).toEqual([
      { kind: 'figure', caption: 'caption', picture: './a.png' },
      { kind: 'figure', caption: 'second line', picture: './b.png' },
      { kind: 'paragraph', words: { text: 'of nothing', links: [] } },
    ]);
  });
});
