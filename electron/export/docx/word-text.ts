import { BuilderElement, Tab, type XmlComponent } from 'docx';

/** What XML 1.0 has no place for, besides lone surrogates. @see https://www.w3.org/TR/xml/#charsets */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const forbidden = /[\0-\x08\x0e-\x1f\ufffe\uffff]/g;

const lineEnds = /\r\n|[\n\r\v\f\u2028\u2029]/;

/** Text without the characters that XML forbids. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(forbidden, '');
}

/** Text as one line, for names and attributes. */
export function onOneLine(text: string): string {
  return xmlText(text).split(lineEnds).join(' ').replace(/\s+/g, ' ').trim();
}

/** The lines of a text that are not empty. */
export function filledLines(text: string): readonly string[] {
  return xmlText(text)
    .split(lineEnds)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}

/**
 * A line in pieces that each end with an opening brace. The library puts numbers in place of words in
 * braces that name a list or a picture, wherever they stand; a text in pieces is none of them.
 */
function piecesOfLine(line: string): readonly string[] {
  return line.split(/(?<=\{)/).filter((piece) => piece !== '');
}

function contentOfLine(line: string): readonly (string | XmlComponent)[] {
  return line
    .split('\t')
    .flatMap((part, index) => [...(index === 0 ? [] : [new Tab()]), ...piecesOfLine(part)]);
}

/** Text as the content of a run: line feeds are line breaks, and all else stands as it is. */
export function runContent(text: string): readonly (string | XmlComponent)[] {
  return xmlText(text)
    .split(lineEnds)
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [new BuilderElement({ name: 'w:br' })]),
      ...contentOfLine(line),
    ]);
}
