import type { Format } from '../../shared/model/listing.ts';
import type { FileKind } from './format-of.ts';

interface Signature {
  /** What a file with this beginning is, for the reader. */
  readonly name: string;
  readonly start: string;
  /** The formats that begin like this. */
  readonly formats: readonly FileKind[];
  readonly advice: string;
}

/** Beginnings of files that are often under a wrong name, as Latin-1. */
const signatures: readonly Signature[] = [
  { name: 'a PDF', start: '%PDF-', formats: ['pdf'], advice: 'Rename it to end in .pdf.' },
  {
    name: 'a zip archive or a Word document',
    start: 'PK\u0003\u0004',
    formats: ['zip', 'docx'],
    advice: 'Rename it to end in .zip or .docx.',
  },
  {
    name: 'a document of an old Office, or an encrypted one',
    start: '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    formats: [],
    advice: 'Save it as .docx without a password.',
  },
  { name: 'rich text', start: '{\\rtf', formats: [], advice: 'Save it as .docx or .txt.' },
];

/** How far from its beginning a PDF may begin. */
const pdfWindow = 1024;

const binaryFormats: readonly FileKind[] = ['pdf', 'docx', 'zip'];

const names: Readonly<Record<Format | 'zip', string>> = {
  txt: 'a text',
  md: 'Markdown',
  html: 'a page',
  json: 'JSON',
  eml: 'an e-mail',
  docx: 'a Word document',
  pdf: 'a PDF',
  zip: 'a zip archive',
};

/**
 * Why a file cannot be of the format that its ending claims, as sentences; `null` where nothing in
 * its first bytes speaks against it.
 */
export function otherFormat(bytes: Uint8Array, kind: FileKind): string | null {
  const start = Buffer.from(bytes.subarray(0, pdfWindow)).toString('latin1');
  const found = signatures.find((signature) => start.startsWith(signature.start));
  if (found?.formats.includes(kind) === true) return null;
  if (found !== undefined) return `It is ${found.name}, not ${names[kind]}. ${found.advice}`;
  const isMissed = binaryFormats.includes(kind) && bytes.length > 0;
  if (kind === 'pdf' && start.includes('%PDF-')) return null;
  // A zip may begin with a program that unpacks it, or be empty: its end decides.
  if (!isMissed || kind === 'zip') return null;
  return `It is not ${names[kind]}, whatever its name says.`;
}
