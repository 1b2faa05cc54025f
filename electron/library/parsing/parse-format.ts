import type { Briefing } from '../../shared/model/briefing.ts';
import type { Format } from '../../shared/model/listing.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { BriefingFile } from '../formats/briefing-file.ts';
import { parseText } from '../formats/text/parse-text.ts';

type Parse = (file: BriefingFile) => Result<Briefing, Problem> | Promise<Result<Briefing, Problem>>;

/** The parsers by format. Most need large libraries, which are loaded when a first file needs them. */
const parsers: Readonly<Record<Format, () => Parse | Promise<Parse>>> = {
  txt: () => parseText,
  md: async () => (await import('../formats/markdown/parse-markdown.ts')).parseMarkdown,
  html: async () => (await import('../formats/html/parse-html.ts')).parseHtml,
  json: async () => (await import('../formats/json/parse-json.ts')).parseJson,
  eml: async () => (await import('../formats/mail/parse-mail.ts')).parseMail,
  docx: async () => (await import('../formats/word/parse-word.ts')).parseWord,
  pdf: async () => (await import('../formats/pdf/parse-pdf.ts')).parsePdf,
};

/**
 * Parses a file by the parser of its format. What that throws is thrown: formats are read by
 * libraries, and damaged files can make those fail.
 */
export async function parseFormat(
  format: Format,
  file: BriefingFile,
): Promise<Result<Briefing, Problem>> {
  const parse = await parsers[format]();
  return parse(file);
}

/**
 * The bytes of the picture with that number inside of a file, from 0; `null` where there is none or
 * the format has no pictures inside.
 */
export async function embeddedPicture(
  format: Format,
  file: BriefingFile,
  number: number,
): Promise<Uint8Array | null> {
  switch (format) {
    case 'html':
      return (await import('../formats/html/parse-html.ts')).pictureInHtml(file, number);
    case 'eml':
      return (await import('../formats/mail/parse-mail.ts')).pictureInMail(file, number);
    case 'docx':
      return (await import('../formats/word/parse-word.ts')).pictureInWord(file, number);
    default:
      return null;
  }
}
