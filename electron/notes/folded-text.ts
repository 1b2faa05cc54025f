import * as z from 'zod/mini';
import { fold } from '../shared/search/fold.ts';

/** What of a target is read here; targets themselves are checked where they are stored. */
const quotedSchema = z.object({
  quote: z.union([z.string(), z.object({ exact: z.string() })]),
});

const tagsSchema = z.array(z.string());

function quoteIn(target: unknown): string {
  const outcome = quotedSchema.safeParse(target);
  if (!outcome.success) return '';
  const { quote } = outcome.data;
  return typeof quote === 'string' ? quote : quote.exact;
}

/**
 * What a list of annotations is searched in: note, quote and tags, folded, a line each, so that no
 * word is found across two of them. What has not the shape of a target or of tags counts as empty.
 */
export function foldedText(note: string, target: unknown, tags: unknown): string {
  const listed = tagsSchema.safeParse(tags);
  const lines = [note, quoteIn(target), ...(listed.success ? listed.data : [])];
  return fold(lines.join('\n')).toWellFormed();
}
