import { decodeText } from '../../library/decode.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result } from '../../shared/result.ts';
import type { ImportedFile, ImportReader } from '../imported-mark.ts';
import { largestImport } from './limits.ts';
import { isMarkdownNotes, readMarkdownNotes } from './markdown/read-markdown-notes.ts';
import { isReadwise, readReadwise } from './readwise/read-readwise.ts';
import { unreadable } from './unreadable.ts';
import { readWebAnnotations } from './web-annotation/read-web-annotations.ts';

/** The reader of a text by what is in it: endings of names are lost on the way through other apps. */
function readerOf(text: string): ImportReader | null {
  if (/^\s*[[{]/.test(text)) return readWebAnnotations;
  if (isReadwise(text)) return readReadwise;
  return isMarkdownNotes(text) ? readMarkdownNotes : null;
}

/**
 * Reads the marks of a file: W3C JSON, Hypothesis, Readwise CSV, or Markdown of this app, in any
 * encoding. Never throws, whatever the bytes are.
 *
 * @param name of the file, for what the reader is told.
 */
export function readImportFile(name: string, bytes: Uint8Array): Result<ImportedFile, Problem> {
  if (bytes.length > largestImport) {
    const most = Math.floor(largestImport / 1024 / 1024);
    return failure(unreadable(`${name} is larger than ${most} MB. Split it into smaller files.`));
  }
  const { text, binary } = decodeText(bytes);
  const reader = binary ? null : readerOf(text);
  if (reader === null) {
    return failure(
      unreadable(
        `${name} has no notes that can be read. Choose W3C annotations or Hypothesis (JSON), ` +
          'Readwise (CSV), or Markdown that Readout wrote, plain or for Obsidian.',
      ),
    );
  }
  const read = reader(text);
  if (read.ok) return read;
  return failure({ ...read.problem, message: `${name} cannot be read. ${read.problem.message}` });
}
