import type { Warning } from '../../shared/model/briefing.ts';
import type { DecodedText } from '../decode.ts';

/** What the reader should know of how a file's bytes were read as text. */
export function decodingWarnings({
  guessed,
  encoding,
  truncated,
}: DecodedText): readonly Warning[] {
  const warnings: Warning[] = [];
  if (guessed) {
    const message = `The file’s encoding was guessed (${encoding}); some letters may be wrong.`;
    warnings.push({ kind: 'encoding guessed', message });
  }
  if (truncated) {
    const message = 'The file is too long; only its beginning is shown.';
    warnings.push({ kind: 'truncated', message });
  }
  return warnings;
}
