import { type Document, Packer } from 'docx';
import { onOneLine } from './word-text.ts';

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;

/** 1980-01-01, the first day that an archive can name, in the form of MS-DOS. */
const firstDay = 0x0021_0000;

/**
 * Gives every file of an archive without a comment the same time in place of the clock's.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7 to 4.3.16
 */
function withoutTimes(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - 22;
  if (view.getUint32(end, true) !== endOfDirectory) throw new Error('The archive has no end.');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const file = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== centralHeader || view.getUint32(file, true) !== localHeader) {
      throw new Error('The archive is damaged.');
    }
    view.setUint32(at + 12, firstDay, true);
    view.setUint32(file + 10, firstDay, true);
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return archive;
}

function escaped(text: string): string {
  return onOneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The properties of a document without the times that the library would put there. */
function coreProperties(title: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>Readout</dc:creator>`,
    '</cp:coreProperties>',
  ].join('');
}

/** The bytes of a document: always the same for the same one. */
export async function packDocument(document: Document, title: string): Promise<Uint8Array> {
  const properties = { path: 'docProps/core.xml', data: coreProperties(title) };
  return withoutTimes(await Packer.pack(document, 'uint8array', false, [properties]));
}
