import { partFragments } from '../../../shared/export/web-annotation-terms.ts';
import { partPathSchema, type PartPath } from '../../../shared/model/part.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { ImportedTarget } from '../../imported-mark.ts';
import { longestText } from '../limits.ts';
import { fieldOf, valuesOf } from '../values/json-value.ts';
import { fingerprintOf } from './read-source.ts';

/** How many selectors may refine each other. */
const deepestRefinement = 10;

/** The selectors of a target with those that refine them, each behind the one that it refines. */
function selectorsOf(target: unknown): readonly unknown[] {
  const found: unknown[] = [];
  let level = valuesOf(fieldOf(target, 'selector'));
  for (let depth = 0; depth < deepestRefinement && level.length > 0; depth += 1) {
    found.push(...level.slice(0, 100));
    level = level.slice(0, 100).flatMap((selector) => valuesOf(fieldOf(selector, 'refinedBy')));
  }
  return found;
}

function isOfType(selector: unknown, type: string): boolean {
  return [type, `oa:${type}`].some((name) => valuesOf(fieldOf(selector, 'type')).includes(name));
}

interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

function contextOf(value: unknown): string {
  return typeof value === 'string' && value.length <= longestText ? value : '';
}

function quoteOf(selectors: readonly unknown[]): Quote | null {
  for (const selector of selectors) {
    const exact = fieldOf(selector, 'exact');
    if (!isOfType(selector, 'TextQuoteSelector') || typeof exact !== 'string') continue;
    const prefix = contextOf(fieldOf(selector, 'prefix'));
    const suffix = contextOf(fieldOf(selector, 'suffix'));
    return { exact, prefix, suffix };
  }
  return null;
}

interface PartOfTarget {
  readonly part: PartPath;
  readonly position: { readonly start: number; readonly end: number } | null;
}

function offsetOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function positionOf(fragment: unknown): PartOfTarget['position'] {
  const refined = valuesOf(fieldOf(fragment, 'refinedBy'));
  const selector = refined.find((one) => isOfType(one, 'TextPositionSelector'));
  const [start, end] = (['start', 'end'] as const).map((name) =>
    offsetOf(fieldOf(selector, `readout:${name}`) ?? fieldOf(selector, name)),
  );
  return start == null || end == null ? null : { start, end };
}

/** The part that this app says a target is in; positions of other apps count from elsewhere. */
function partOf(selectors: readonly unknown[]): PartOfTarget | null {
  for (const selector of selectors) {
    if (fieldOf(selector, 'conformsTo') !== partFragments) continue;
    const path = partPathSchema.safeParse(fieldOf(selector, 'value'));
    if (path.success) return { part: path.data, position: positionOf(selector) };
  }
  return null;
}

function passageOf(target: unknown, quote: Quote, place: PartOfTarget | null): ImportedTarget {
  return {
    kind: 'passage',
    ...quote,
    part: place?.part ?? null,
    position: place?.position ?? null,
    fingerprint: fingerprintOf(fieldOf(target, 'readout:fingerprint')),
    repeated: fieldOf(target, 'readout:repeated') === true,
  };
}

/** What a target is on, or why that cannot be said. */
export function readTarget(target: unknown): Result<ImportedTarget, string> {
  const selectors = selectorsOf(target);
  if (selectors.length === 0) return success({ kind: 'briefing' });
  const quote = quoteOf(selectors);
  const place = partOf(selectors);
  if (quote !== null && quote.exact.length > longestText) return failure('Its quote is too long.');
  if (place?.position === null) {
    return success({ kind: 'part', part: place.part, quote: quote?.exact ?? '' });
  }
  if (quote === null || (place === null && quote.exact.trim() === '')) {
    return failure('It does not quote the words that it is on.');
  }
  return success(passageOf(target, quote, place));
}
