import iconv from 'iconv-lite';

/** A line on a page; lengths are in points from the lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

/** A rectangle that leads somewhere. */
export interface PdfLink {
  readonly target: string;
  readonly rect: readonly [left: number, bottom: number, right: number, top: number];
}

/** A page of A4. */
export interface PdfPage {
  readonly lines: readonly PdfLine[];
  /** What is drawn in place of the lines, deflated with a zlib header. */
  readonly deflated?: Uint8Array;
  readonly links?: readonly PdfLink[];
}

/** What else a PDF says or is. */
export interface PdfTraits {
  readonly title?: string;
  /** As `D:20251119120000Z`. */
  readonly created?: string;
  /** Protected by a password that nobody knows. */
  readonly isEncrypted?: boolean;
}

/** Lines of one paragraph from `y` down. */
export function paragraph(y: number, texts: readonly string[], size = 11): readonly PdfLine[] {
  return texts.map((text, index) => ({ text, y: y - index * size * 1.3, size }));
}

function quoted(text: string): string {
  const octal = [...iconv.encode(text, 'windows-1252')].map((byte) =>
    byte > 0x7e || byte < 0x20
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : String.fromCharCode(byte),
  );
  return `(${octal.map((one) => (one === '(' || one === ')' || one === '\\' ? `\\${one}` : one)).join('')})`;
}

function contentOf({ lines, deflated }: PdfPage): string {
  if (deflated !== undefined) return Buffer.from(deflated).toString('latin1');
  return lines
    .map(({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td ${quoted(text)} Tj ET`)
    .join('\n');
}

function linkObject({ target, rect }: PdfLink): string {
  return `<< /Type /Annot /Subtype /Link /Rect [${rect.join(' ')}] /A << /S /URI /URI ${quoted(target)} >> >>`;
}

/** Writes a small PDF of texts in Helvetica, in windows-1252. */
export function writePdf(pages: readonly PdfPage[], traits: PdfTraits = {}): Uint8Array {
  const objects: string[] = [];
  const add = (object: string): number => objects.push(object);
  const catalog = add('');
  const tree = add('');
  const font = add(
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  );
  const kids = pages.map((page) => {
    const content = contentOf(page);
    const filter = page.deflated === undefined ? '' : '/Filter /FlateDecode';
    const stream = add(`<< /Length ${content.length} ${filter} >>\nstream\n${content}\nendstream`);
    const links = (page.links ?? []).map((link) => `${add(linkObject(link))} 0 R`);
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> /Annots [${links.join(' ')}] >>`,
    );
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const title = traits.title === undefined ? '' : `/Title ${quoted(traits.title)}`;
  const created = traits.created === undefined ? '' : `/CreationDate ${quoted(traits.created)}`;
  const info = add(`<< ${title} ${created} >>`);
  const key = `<${'5a'.repeat(32)}>`;
  const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<01> <01>]`;
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R ${traits.isEncrypted === true ? encryption : ''} >>\n`;
  text += `startxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
