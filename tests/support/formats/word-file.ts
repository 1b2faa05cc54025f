import { strToU8, zipSync } from 'fflate';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const packageRelationships = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`;

const styleNames = [
  'Title',
  'Quote',
  ...[1, 2, 3, 4, 5, 6].map((rank) => `heading ${rank}`),
] as const;

const styles = `${declaration}<w:styles ${namespaces}>${styleNames
  .map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name.replace('heading ', 'Heading')}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('')}</w:styles>`;

function level(depth: number, format: string): string {
  return `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="${format}"/></w:lvl>`;
}

const numbering = `${declaration}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0">${level(0, 'bullet')}${level(1, 'bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

/** A target of a relationship: `rId` and its number is its place in the list, from 1. */
export interface Relationship {
  readonly type: 'image' | 'hyperlink' | 'footnotes';
  readonly target: string;
  readonly isExternal?: boolean;
}

/** What a document of the tests is made of. */
export interface WordFile {
  /** What stands in `w:body`. */
  readonly body: string;
  readonly relationships?: readonly Relationship[];
  /** What stands in `cp:coreProperties`. */
  readonly properties?: string;
  /** What stands in `w:footnotes`. */
  readonly footnotes?: string;
  /** Further parts by their names. */
  readonly parts?: Readonly<Record<string, Uint8Array | string>>;
}

function relationshipsOf(relationships: readonly Relationship[]): string {
  const all = relationships.map(
    ({ type, target, isExternal = false }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  );
  const own = ['styles', 'numbering'].map(
    (name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}${own.join('')}</Relationships>`;
}

function asBytes(part: Uint8Array | string): Uint8Array {
  return typeof part === 'string' ? strToU8(part) : part;
}

/** The bytes of a Word document. */
export function wordFile(file: WordFile): Uint8Array {
  const { body, relationships = [], properties, footnotes, parts = {} } = file;
  const core = `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${properties ?? ''}</cp:coreProperties>`;
  const all: Record<string, Uint8Array | string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelationships,
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationshipsOf(relationships),
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    ...(properties === undefined ? {} : { 'docProps/core.xml': core }),
    ...(footnotes === undefined
      ? {}
      : {
          'word/footnotes.xml': `${declaration}<w:footnotes ${namespaces}>${footnotes}</w:footnotes>`,
        }),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([name, part]) => [name, asBytes(part)])),
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A run of words. */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** A paragraph of runs, with the style of that id. */
export function paragraph(runs: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${runs}</w:p>`;
}

/** A paragraph of a list: number 1 has glyphs, number 2 numbers. */
export function listItem(runs: string, list: 1 | 2, depth = 0): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${runs}</w:p>`;
}

/** A table of rows of cells of paragraphs. */
export function table(rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
  return `<w:tbl>${rows.map(row).join('')}</w:tbl>`;
}

/** A picture in a run, whose bytes a relationship leads to. */
export function picture(id: string, description: string, how: 'embed' | 'link' = 'embed'): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="${escaped(description)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** Words that lead where a relationship says. */
export function hyperlink(id: string, text: string): string {
  return `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
}

/** The mark of a footnote. */
export function footnoteMark(id: number): string {
  return `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
}

/** A footnote. */
export function footnote(id: number, text: string): string {
  return `<w:footnote w:id="${id}">${paragraph(run(text))}</w:footnote>`;
}
