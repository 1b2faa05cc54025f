import type { Target } from '../model/annotation.ts';

/** What a mark is on, verbatim: empty for a whole briefing, and for a figure without a caption. */
export function quoteOf(target: Target): string {
  if (target.kind === 'briefing') return '';
  return target.kind === 'passage' ? target.quote.exact : target.quote;
}
