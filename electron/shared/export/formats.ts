import type { ExportFormat } from '../model/export.ts';

/** What a format can do, and what it is for. */
export interface FormatDescription {
  readonly format: ExportFormat;
  readonly name: string;
  /** One line for the reader. */
  readonly purpose: string;
  /** With its dot. */
  readonly extension: string;
  /** Whether the text of the briefings can be in it. */
  readonly hasText: boolean;
  /** Whether it can have a title page, contents and an index of tags. */
  readonly hasBook: boolean;
  /** Whether there can be a file for each briefing. */
  readonly hasFolder: boolean;
  /** Whether it is made by a template, and so by one of the reader's own. */
  readonly hasTemplate: boolean;
}

const data = { hasText: false, hasBook: false, hasFolder: false, hasTemplate: false } as const;
const notebook = { hasText: true, hasBook: false, hasFolder: true, hasTemplate: true } as const;
const document = { hasText: true, hasBook: true, hasFolder: true, hasTemplate: false } as const;

/** Every format in the order in which they are offered. */
export const formatDescriptions: readonly FormatDescription[] = [
  {
    ...notebook,
    format: 'markdown',
    name: 'Markdown',
    purpose: 'Plain text with simple marks, for any editor or notes app',
    extension: '.md',
  },
  {
    ...notebook,
    format: 'obsidian',
    name: 'Obsidian',
    purpose: 'Markdown with properties, tags, callouts and block ids for an Obsidian vault',
    extension: '.md',
  },
  {
    ...notebook,
    format: 'logseq',
    name: 'Logseq',
    purpose: 'Markdown in blocks with properties for a Logseq graph',
    extension: '.md',
  },
  {
    ...document,
    format: 'html',
    name: 'Web page',
    purpose: 'One file that any browser shows and prints, with the highlights in place',
    extension: '.html',
  },
  {
    ...document,
    format: 'pdf',
    name: 'PDF',
    purpose: 'Pages to print, hand on or keep, with bookmarks and page numbers',
    extension: '.pdf',
  },
  {
    ...document,
    format: 'docx',
    name: 'Word',
    purpose: 'A document to work on, with the notes as comments',
    extension: '.docx',
  },
  {
    ...data,
    format: 'csv',
    name: 'Table (CSV)',
    purpose: 'A row for each mark, for a spreadsheet',
    extension: '.csv',
  },
  {
    ...data,
    format: 'json',
    name: 'Web annotations (JSON)',
    purpose: 'All that Readout knows of your marks, in the form of the W3C; can be imported again',
    extension: '.json',
    hasText: true,
  },
  {
    ...data,
    format: 'readwise',
    name: 'Readwise',
    purpose: 'A table that Readwise imports',
    extension: '.csv',
  },
  {
    ...data,
    format: 'bibtex',
    name: 'BibTeX',
    purpose: 'The briefings as references, for LaTeX and reference managers',
    extension: '.bib',
  },
  {
    ...data,
    format: 'csl',
    name: 'CSL-JSON',
    purpose: 'The briefings as references, for Zotero and Pandoc',
    extension: '.json',
  },
  {
    ...data,
    format: 'txt',
    name: 'Plain text',
    purpose: 'Words alone, for a mail or any other program',
    extension: '.txt',
    hasText: true,
    hasFolder: true,
  },
  {
    ...data,
    format: 'zip',
    name: 'Everything (zip)',
    purpose: 'All marks in several forms at once, to keep or to leave with',
    extension: '.zip',
    hasText: true,
  },
];

/** What a format can do. */
export function describeFormat(format: ExportFormat): FormatDescription {
  const found = formatDescriptions.find((one) => one.format === format);
  if (found === undefined) throw new Error(`There is no format ${format}.`);
  return found;
}
